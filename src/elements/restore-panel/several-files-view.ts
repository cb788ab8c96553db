import { html, nothing, type TemplateResult } from 'lit';
import type { BackupPreview } from '../../import-export/types.js';
import { categories } from '../../model/categories.js';
import { keysSentElsewhere } from '../shared/key-destinations.js';
import { cautionNote } from '../shared/notes.js';
import { filesList } from './files-list.js';
import { policyChoice } from './policy-choice.js';
import { lossNote } from './loss-note.js';
import type { RestoreView } from './restore-view.js';
import type { SeveralFiles } from './several-files.js';

/** Several files, what there is to choose for all of them together, and the button that begins. */
export function severalFilesView(several: SeveralFiles, view: RestoreView): TemplateResult {
  const { localize, isReady, isWriting } = view;
  const { locked, isOver } = several;
  const first = locked[0]?.incoming.reading;
  const isDisabled = isWriting || !isReady;
  return html`
    ${filesList(several, view, isDisabled)}
    ${
      locked.length > 0 && !isOver
        ? view.passphrase.render(
            localize.term('lockedFiles', locked.length),
            first?.state === 'locked' && first.isWrong,
            isDisabled || several.isReading,
            (passphrase) => view.unlock(passphrase),
          )
        : nothing
    }
    ${isOver ? nothing : renderChoices(several, view)}
    <div class="actions">
      ${isOver ? nothing : renderButton(several, view)}
      ${
        // What goes on has a button of its own for that.
        isWriting
          ? nothing
          : html`<button type="button" part="cancel" @click=${() => view.cancel()}>
              ${localize.term(isOver ? 'close' : 'cancel')}
            </button>`
      }
      <p class="words why" id="why">${isOver ? nothing : whyWords(several, view)}</p>
    </div>
  `;
}

function whyWords(several: SeveralFiles, { localize, endingWords }: RestoreView): string {
  const { backups, invalidCount, skipsInvalid } = several;
  if (invalidCount > 0 && !skipsInvalid) return localize.term('skipFirst');
  if (backups.length === 0) return '';
  return [localize.term('severalUndo'), endingWords].filter(Boolean).join(' ');
}

function renderButton(
  several: SeveralFiles,
  { localize, isReady, isWriting, restore }: RestoreView,
): TemplateResult {
  return html`<button
    class="primary"
    part="button"
    type="button"
    aria-disabled=${!isReady || isWriting || !several.mayBegin}
    aria-describedby="why"
    @click=${restore}
  >
    ${localize.term('importFiles', several.known.length)}
  </button>`;
}

function renderChoices(several: SeveralFiles, view: RestoreView): TemplateResult {
  const { localize, isReady, isWriting } = view;
  const { backups, known, invalidCount } = several;
  const isDisabled = isWriting || !isReady;
  const [backup] = backups;
  const hasMods = backups.some(({ preview }) => preview.mods.length > 0);
  const destinations = backups.flatMap(({ preview }) => preview.keysSentElsewhere);
  return html`
    ${
      backups.length === 0
        ? nothing
        : policyChoice(several.policies, several.policy, localize, isDisabled, (policy) =>
            several.choose(policy),
          )
    }
    <div class="notes">
      ${known.length > 1 ? html`<p class="words">${localize.term('severalWords')}</p>` : nothing}
      ${hasMods ? html`<p class="words">${localize.term('severalModsLeftOut')}</p>` : nothing}
    </div>
    ${backup && several.policy === 'replace' ? lossNote(withoutCode(backup.preview), localize) : nothing}
    ${keysSentElsewhere(destinations, localize)}
    ${invalidCount === 0 ? nothing : renderSkip(several, view, isDisabled)}
  `;
}

/** What was foreseen of everything in the file, but for what is left out of it. */
function withoutCode(preview: BackupPreview): BackupPreview {
  const code = new Set<string>(
    categories
      .filter(({ carriesCode }) => carriesCode)
      .flatMap(({ collections }) => collections.map(({ key }) => key)),
  );
  const outcome = Object.fromEntries(
    Object.entries(preview.outcome).filter(([key]) => !code.has(key)),
  );
  return { ...preview, outcome };
}

function renderSkip(several: SeveralFiles, view: RestoreView, isDisabled: boolean): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) several.skipsInvalid = target.checked;
    view.update();
  };
  return cautionNote(html`
    <label class="check skip">
      <input
        type="checkbox"
        name="skip-invalid"
        .checked=${several.skipsInvalid}
        ?disabled=${isDisabled}
        @change=${onChange}
      />
      <span>${view.localize.term('skipInvalid', several.invalidCount)}</span>
    </label>
  `);
}
