import type { LocalizeController } from '@shoelace-style/localize';
import { html, type TemplateResult } from 'lit';
import type { BackupOrigin } from '../../formats/backup-origin.js';
import type { BackupPreview } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { formatBytes } from '../shared/bytes.js';

/** Their names, which no language changes. */
const applications = {
  'litechat-elements': 'litechat-elements',
  'litechat': 'LiteChat',
} as const satisfies Record<BackupOrigin, string>;

/** A file's name, whose end stays in view: it says what kind of file it is. */
export function fileTitle({ name }: File): TemplateResult {
  const dot = name.lastIndexOf('.');
  const stemLength = dot > 0 ? dot : name.length;
  return html`<strong class="file-name" dir="auto" title=${name}
    ><span class="stem">${name.slice(0, stemLength)}</span
    ><span class="extension">${name.slice(stemLength)}</span></strong
  >`;
}

/** "312 kB · Backup of 22 Nov 2026, 14:02 · written by LiteChat · encrypted" */
export function fileFacts(
  { size }: File,
  preview: BackupPreview | undefined,
  isEncrypted: boolean,
  localize: LocalizeController<Translation>,
): string {
  const facts = [formatBytes(size, localize.lang())];
  if (preview) facts.push(kindWords(preview, localize));
  if (preview?.origin) facts.push(localize.term('file_writtenBy', applications[preview.origin]));
  if (isEncrypted) facts.push(localize.term('file_encrypted'));
  return facts.join(' · ');
}

function kindWords(
  { kind, exportedAt }: BackupPreview,
  localize: LocalizeController<Translation>,
): string {
  if (kind !== 'backup') return localize.term(`file_${kind}`);
  return exportedAt
    ? localize.term(
        'file_backupOf',
        localize.date(exportedAt, { dateStyle: 'medium', timeStyle: 'short' }),
      )
    : localize.term('file_backup');
}
