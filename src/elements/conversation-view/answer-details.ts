import { html, nothing, type TemplateResult } from 'lit';
import type { Interaction } from '../../model/entities.js';
import { icon } from '../shared/icons.js';
import { reasoningText, toolCallsOf } from './message-text.js';
import type { MessageSurroundings } from './message-surroundings.js';
import { renderedText } from './rendered-text.js';

/** What went before an answer, folded: the model's reasoning and the tools it called. */
export function answerDetails(
  interaction: Interaction,
  { localize, renderer, isStreamed }: MessageSurroundings,
): TemplateResult {
  const reasoning = reasoningText(interaction);
  const calls = toolCallsOf(interaction);
  const isComplete = !isStreamed(interaction.id);
  return html`
    ${
      reasoning === ''
        ? nothing
        : html`
            <details class="folded" part="reasoning">
              <summary>${icon('chevron')} ${localize.term('reasoning')}</summary>
              ${renderedText(reasoning, { interaction, part: 'reasoning', isComplete }, renderer)}
            </details>
          `
    }
    ${
      calls.length === 0
        ? nothing
        : html`
            <details class="folded" part="tool-calls">
              <summary>${icon('chevron')} ${localize.term('toolCalls', calls.length)}</summary>
              <ul>
                ${calls.map(
                  ({ name, details }) => html`
                    <li>
                      <span class="tool" dir="auto">${name ?? localize.term('unnamedTool')}</span>
                      ${details === '' ? nothing : html`<pre tabindex="0" dir="ltr">${details}</pre>`}
                    </li>
                  `,
                )}
              </ul>
            </details>
          `
    }
  `;
}
