import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/more-icons.js';
import { badNote } from '../shared/notes.js';
import { work } from '../shared/work.js';
import { fileFacts, fileTitle } from './file-title.js';
import { actionWords, mayRestore, whyNot } from './restore-action.js';
import type { RestoreChoices } from './restore-choices.js';
import { restorePreview } from './restore-preview.js';
import type { RestoreView } from './restore-view.js';
import type { SingleFile } from './single-file.js';

/** What the file is; then its passphrase, or what it would do and what there is to choose. */
export function singleFileView(
  { incoming, choices }: SingleFile,
  view: RestoreView,
): TemplateResult {
  const { localize, isReady, isWriting } = view;
  const { reading, file, isEncrypted } = incoming;
  const preview = reading.state === 'known' ? reading.preview : undefined;
  const isReading = reading.state === 'reading';
  return html`
    <div class="file" part="file" tabindex="-1">
      ${icon(isEncrypted ? 'key' : 'file')}
      <div>
        ${fileTitle(file)}
        <span>${fileFacts(file, preview, isEncrypted, localize)}</span>
      </div>
      <button
        type="button"
        part="another"
        aria-disabled=${!isReady || isWriting || isReading}
        @click=${() => view.chooseAnother()}
      >
        ${localize.term('chooseAnother')}
      </button>
    </div>
    ${
      reading.state === 'locked' || (isReading && isEncrypted)
        ? view.passphrase.render(
            localize.term('lockedFile'),
            reading.state === 'locked' && reading.isWrong,
            !isReady || isReading,
            (passphrase) => view.unlock(passphrase),
          )
        : nothing
    }
    ${
      isReading
        ? work(
            localize,
            localize.term(`phase_${reading.progress?.phase ?? 'checking'}`),
            reading.progress,
            () => view.cancel(),
          )
        : nothing
    }
    ${reading.state === 'failed' ? badNote(view.messageOf(reading.error)) : nothing}
    ${choices ? renderChoices(choices, view) : nothing}
  `;
}

function renderChoices(choices: RestoreChoices, view: RestoreView): TemplateResult {
  const { localize, isReady, isWriting } = view;
  const { comparison } = choices;
  return html`
    ${restorePreview(choices, localize, isWriting || !isReady)}
    ${comparison.state === 'failed' ? renderFailure(choices, comparison.error, view) : nothing}
    <div class="actions">
      <button
        class="primary"
        part="button"
        type="button"
        aria-disabled=${!isReady || isWriting || !mayRestore(choices)}
        aria-describedby="why"
        @click=${() => view.restore()}
      >
        ${actionWords(choices, localize)}
      </button>
      ${
        // What goes on has a button of its own for that.
        isWriting
          ? nothing
          : html`<button type="button" part="cancel" @click=${() => view.cancel()}>
              ${localize.term('cancel')}
            </button>`
      }
      <p class="words why" id="why">${whyWords(choices, view)}</p>
    </div>
  `;
}

function renderFailure(choices: RestoreChoices, error: unknown, view: RestoreView): TemplateResult {
  return badNote(html`
    <p>${view.messageOf(error)}</p>
    <button type="button" @click=${() => choices.compareAgain()}>
      ${icon('retry')} ${view.localize.term('tryAgain')}
    </button>
  `);
}

function whyWords(choices: RestoreChoices, { localize, endingWords }: RestoreView): string {
  const { comparison, isBackup, carried, ticked } = choices;
  if (isBackup && carried.length > 0 && ticked.size === 0) return localize.term('chooseCategory');
  if (comparison.state === 'running') return localize.term('phase_comparing');
  if (comparison.state === 'failed') return '';
  const reason = whyNot(choices, localize);
  if (reason !== undefined || !isBackup) return reason ?? '';
  return [localize.term('undoWillBePossible'), endingWords].filter(Boolean).join(' ');
}
