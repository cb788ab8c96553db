import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { collections } from '../../model/categories.js';
import { isolated } from '../conversation-list/isolated.js';
import { recordCount } from '../shared/category-words.js';
import { icon } from '../shared/more-icons.js';
import { changeWords, repairLists, skippedRecords } from '../shared/restore-report.js';
import { fileFacts, fileTitle } from './file-title.js';
import type { RestoreView } from './restore-view.js';
import type { ListedFile, SeveralFiles } from './several-files.js';

const keys = collections.map(({ key }) => key);

/** Several files, each with what it is and, in the end, what became of it. */
export function filesList(
  several: SeveralFiles,
  view: RestoreView,
  isBusy: boolean,
): TemplateResult {
  return html`
    <ul class="files" part="files" tabindex="-1">
      ${repeat(
        several.files,
        ({ incoming }) => incoming,
        (file) => renderFile(file, several, view, isBusy),
      )}
    </ul>
  `;
}

function renderFile(
  file: ListedFile,
  several: SeveralFiles,
  view: RestoreView,
  isBusy: boolean,
): TemplateResult {
  const { localize } = view;
  const { incoming } = file;
  const { reading } = incoming;
  const preview = reading.state === 'known' ? reading.preview : undefined;
  return html`
    <li class="file" part="file">
      ${icon(stateIcon(file))}
      <div>
        ${fileTitle(incoming.file)}
        <span>${fileFacts(incoming.file, preview, incoming.isEncrypted, localize)}</span>
        ${renderState(file, view)}
      </div>
      ${
        several.isOver
          ? nothing
          : html`<button
              class="quiet icon-only"
              type="button"
              aria-label=${localize.term('removeFromList', isolated(incoming.file.name))}
              aria-disabled=${isBusy}
              @click=${isBusy ? nothing : () => view.remove(file)}
            >
              ${icon('close')}
            </button>`
      }
    </li>
  `;
}

function stateIcon({ result, incoming }: ListedFile): Parameters<typeof icon>[0] {
  if (result.state === 'done') return 'circle-check';
  if (result.state === 'failed' || incoming.reading.state === 'failed') return 'circle-alert';
  return incoming.reading.state === 'locked' ? 'key' : 'file';
}

function renderState(
  { incoming, result }: ListedFile,
  { localize, messageOf }: RestoreView,
): TemplateResult | typeof nothing {
  const { reading } = incoming;
  switch (result.state) {
    case 'done': {
      const { report } = result;
      const words = recordCount(report.counts, keys, localize);
      return html`
        <span class="did">
          ${localize.term(report.kind === 'backup' ? 'fileRestored' : 'fileAdded', words)}
        </span>
        ${
          report.kind === 'backup'
            ? html`<span class="number">${changeWords(report, localize)}</span>`
            : nothing
        }
        ${skippedRecords(report, localize)} ${repairLists(report, localize)}
      `;
    }
    case 'running':
      return html`<span>${localize.term(`phase_${result.progress?.phase ?? 'checking'}`)}</span>`;
    case 'failed':
      return html`<span class="problem">${messageOf(result.error)}</span>`;
    case 'left-out':
    case 'waiting':
      if (reading.state === 'failed') {
        return html`<span class="problem">${messageOf(reading.error)}</span>`;
      }
      if (result.state === 'left-out') {
        return html`<span>${localize.term('fileNotBegun')}</span>`;
      }
      return reading.state === 'reading'
        ? html`<span>${localize.term(`phase_${reading.progress?.phase ?? 'checking'}`)}</span>`
        : nothing;
  }
}
