import { html, nothing, type TemplateResult } from 'lit';
import type { Interaction } from '../../model/entities.js';
import { isUnderWay } from '../../stores/interaction-outline.js';
import { fullTime, quietTime } from '../conversation-list/quiet-time.js';
import { formatBytes } from '../shared/bytes.js';
import { icon } from '../shared/more-icons.js';
import { answerActions } from './answer-actions.js';
import { answerDetails } from './answer-details.js';
import { answerStatus } from './answer-status.js';
import {
  answerText,
  attachedFiles,
  modelOf,
  questionText,
  tokensOf,
  type NamedFile,
} from './message-text.js';
import type { MessageSurroundings } from './message-surroundings.js';
import { renderedText } from './rendered-text.js';
import type { ShownTurn } from './shown-turns.js';

/** The messages of a turn. */
export function turnMessages(turn: ShownTurn, surroundings: MessageSurroundings): TemplateResult[] {
  return turn.messages.map((message, at) => {
    const isQuestion = message.part === 'question';
    const body = surroundings.body(isQuestion ? turn.asked.id : turn.shown.id);
    const position = turn.position + at;
    const isTabStop = message.key === surroundings.tabStop;
    const content = !body
      ? html`<div class="placeholder"></div>`
      : isQuestion
        ? question(body, surroundings)
        : answer(body, turn, surroundings);
    // Of what is in a slot that Tab skips, it skips all, whoever rendered it: a summary, links and code of
    // the page's renderer, what the page itself has slotted. A pointer and a screen reader reach it.
    return html`
      <article
        class="message ${message.part} ${message.key === surroundings.revealed ? 'revealed' : ''}"
        part="message ${message.part}"
        data-message=${message.key}
        tabindex=${isTabStop ? 0 : -1}
        aria-label=${body ? nameOf(body, isQuestion, surroundings) : nothing}
        aria-posinset=${position}
        aria-setsize=${surroundings.count}
        aria-busy=${!isQuestion && surroundings.isStreamed(turn.shown.id) ? 'true' : nothing}
      >
        <slot name="inside" tabindex=${isTabStop ? nothing : -1}>${content}</slot>
      </article>
    `;
  });
}

function nameOf(
  interaction: Interaction,
  isQuestion: boolean,
  { localize }: MessageSurroundings,
): string {
  const model = modelOf(interaction);
  const who = isQuestion
    ? localize.term('asker')
    : model === ''
      ? localize.term('answerer')
      : localize.term('answererModel', model);
  const when = fullTime(
    isQuestion ? interaction.startedAt : (interaction.endedAt ?? interaction.startedAt),
    localize.lang(),
  );
  return when === '' ? who : `${who}, ${when}`;
}

function question(interaction: Interaction, surroundings: MessageSurroundings): TemplateResult {
  const text = questionText(interaction);
  const context = { interaction, part: 'question', isComplete: true } as const;
  return html`
    <slot name="question-${interaction.id}">
      ${text === '' ? nothing : renderedText(text, context, surroundings.renderer)}
    </slot>
    ${fileList(attachedFiles(interaction), surroundings)}
  `;
}

function fileList(
  files: readonly NamedFile[],
  { localize }: MessageSurroundings,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`
    <ul class="files" part="files" aria-label=${localize.term('attachedFiles')}>
      ${files.map(
        ({ name, size }) => html`
          <li>
            ${icon('paperclip')}
            <span dir="auto">${name ?? localize.term('unnamedFile')}</span>
            ${
              size === undefined
                ? nothing
                : html`<span class="quiet" dir="auto">${formatBytes(size, localize.lang())}</span>`
            }
          </li>
        `,
      )}
    </ul>
  `;
}

function answer(
  interaction: Interaction,
  turn: ShownTurn,
  surroundings: MessageSurroundings,
): TemplateResult {
  const { renderer, localize, isStreamed } = surroundings;
  const { text, isProse } = answerText(interaction);
  const isLive = isStreamed(interaction.id);
  const context = { interaction, part: 'answer', isComplete: !isLive } as const;
  const shown = isProse
    ? renderedText(text, context, renderer)
    : html`<pre class="text structured" part="text" tabindex="0">${text}</pre>`;
  return html`
    ${answerDetails(interaction, surroundings)}
    <slot name="answer-${interaction.id}">${text === '' ? nothing : shown}</slot>
    ${answerStatus(interaction, { localize, now: surroundings.now, isLive, hasText: text !== '' })}
    <footer class="footer">
      ${answerActions(turn, interaction, surroundings)}
      ${isUnderWay(interaction) ? nothing : quietDetails(interaction, surroundings)}
    </footer>
  `;
}

function quietDetails(
  interaction: Interaction,
  { localize, now }: MessageSurroundings,
): TemplateResult {
  const date = interaction.endedAt ?? interaction.startedAt;
  const { input, output } = tokensOf(interaction);
  const number = (count: number | undefined): string =>
    count === undefined ? '' : localize.number(count);
  const tokens = localize.term('tokensOfAnswer', number(input), number(output));
  const time = quietTime(date, now, localize.lang());
  return html`
    <span class="details" part="details">
      ${[modelOf(interaction), tokens]
        .filter((word) => word !== '')
        .map((word) => html`<span><bdi>${word}</bdi></span>`)}
      ${
        time === ''
          ? nothing
          : html`<time
              datetime=${date?.toISOString() ?? nothing}
              title=${fullTime(date, localize.lang())}
              >${time}</time
            >`
      }
    </span>
  `;
}
