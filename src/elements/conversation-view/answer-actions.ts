import { html, nothing, type TemplateResult } from 'lit';
import type { Interaction } from '../../model/entities.js';
import { icon, type IconName } from '../shared/more-icons.js';
import { answerText, ratingOf } from './message-text.js';
import type { MessageSurroundings } from './message-surroundings.js';
import type { ShownTurn } from './shown-turns.js';

/** The buttons below an answer. */
export function answerActions(
  turn: ShownTurn,
  interaction: Interaction,
  { localize, actions, copied, isStreamed }: MessageSurroundings,
): TemplateResult {
  const button = (
    part: string,
    { name, iconName, run, isPressed }: ActionButton,
  ): TemplateResult => html`
    <button
      class="quiet icon-only"
      part="action ${part}"
      type="button"
      aria-label=${name}
      title=${name}
      aria-pressed=${isPressed ?? nothing}
      @click=${run}
    >
      ${icon(iconName)}
    </button>
  `;
  const isCopied = copied === interaction.id;
  const rating = Math.sign(ratingOf(interaction));
  const rate =
    (value: number): (() => void) =>
    () =>
      actions.rate(interaction, rating === value ? null : value);
  const hasText = answerText(interaction).text !== '' && !isStreamed(interaction.id);
  return html`
    <span class="actions" part="actions">
      ${turn.versions.length > 1 ? stepper(turn, { localize, actions }) : nothing}
      ${
        hasText
          ? [
              button('copy', {
                name: localize.term(isCopied ? 'copied' : 'copyAnswer'),
                iconName: isCopied ? 'check' : 'copy',
                run: () => actions.copy(interaction),
              }),
              button('good', {
                name: localize.term('goodAnswer'),
                iconName: 'thumbs-up',
                run: rate(1),
                isPressed: rating > 0,
              }),
              button('poor', {
                name: localize.term('poorAnswer'),
                iconName: 'thumbs-down',
                run: rate(-1),
                isPressed: rating < 0,
              }),
            ]
          : nothing
      }
    </span>
  `;
}

interface ActionButton {
  name: string;
  iconName: IconName;
  run: () => void;
  isPressed?: boolean;
}

function stepper(
  turn: ShownTurn,
  { localize, actions }: Pick<MessageSurroundings, 'localize' | 'actions'>,
): TemplateResult {
  const { versions, shown } = turn;
  const at = versions.indexOf(shown);
  const step = (by: number, name: string): TemplateResult => {
    const version = versions[at + by];
    // Not `disabled`, which would throw the focus out of the message at either end.
    return html`
      <button
        class="quiet icon-only ${by < 0 ? 'previous' : 'next'}"
        part="action ${by < 0 ? 'previous' : 'next'}"
        type="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${version ? 'false' : 'true'}
        @click=${() => version && actions.choose(turn, version)}
      >
        ${icon('chevron')}
      </button>
    `;
  };
  return html`
    <span class="stepper" part="alternatives" role="group" aria-label=${localize.term('answers')}>
      ${step(-1, localize.term('previousAnswer'))}
      <span class="number">
        <span aria-hidden="true"
          >${localize.number(at + 1)} / ${localize.number(versions.length)}</span
        >
        <span class="visually-hidden">${localize.term('answerOf', at + 1, versions.length)}</span>
      </span>
      ${step(1, localize.term('nextAnswer'))}
    </span>
  `;
}
