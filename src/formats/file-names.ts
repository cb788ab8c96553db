/**
 * The names of the files we write: the existing application's, but for titles, which keep their script.
 */

const LONGEST_TITLE = 60;
/** With the words around the title this stays below the 255 bytes that file systems allow. */
const LONGEST_TITLE_BYTES = 150;
const UNTITLED = 'untitled';

/** `litechat_full_config_2026-01-31_23-59-59.json`, in local time. */
export function fullBackupName(date: Date): string {
  return `litechat_full_config_${timestamp(date)}.json`;
}

/**
 * `litechat_mcp_servers_2026-01-31_23-59-59.json`, in local time.
 *
 * @param fileName The category's words for file names.
 */
export function categoryName(fileName: string, date: Date): string {
  return `litechat_${fileName}_${timestamp(date)}.json`;
}

/** `litechat_all_conversations_export_2026-01-31.json`, in local time. */
export function allConversationsName(date: Date): string {
  return `litechat_all_conversations_export_${day(date)}.json`;
}

/**
 * `litechat_3_conversations_a_title_2026-01-31.json`, in local time.
 *
 * @param title Of the first of them.
 */
export function severalConversationsName(
  title: string,
  count: number,
  format: 'json' | 'md',
  date: Date,
): string {
  return `litechat_${count}_conversations_${safeTitle(title)}_${day(date)}.${format}`;
}

/** `litechat_conversation_a_title_V1StGX.json`. */
export function conversationName(title: string, id: string, format: 'json' | 'md'): string {
  return `litechat_conversation_${safeTitle(title)}_${safeId(id)}.${format}`;
}

/** `litechat_project_a_name_V1StGX.json`. */
export function projectName(name: string, id: string): string {
  return `litechat_project_${safeTitle(name)}_${safeId(id)}.json`;
}

/** The name of a file once it is encrypted: opened by `age -d FILE | gunzip`. */
export function encryptedName(name: string): string {
  return `${name}.gz.age`;
}

function day(date: Date): string {
  return [
    String(date.getFullYear()).padStart(4, '0'),
    twoDigits(date.getMonth() + 1),
    twoDigits(date.getDate()),
  ].join('-');
}

function timestamp(date: Date): string {
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join('-');
  return `${day(date)}_${time}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * A title as part of a file name: letters and digits of any script with their marks, everything
 * else an underscore. What nobody sees is taken out first: controls of direction, which make a
 * name read as another, joiners, variation selectors, fillers.
 */
function safeTitle(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .match(/(?:[\p{L}\p{N}]\p{M}*)+/gu);
  return withinLimits(words?.join('_') ?? '').replace(/_$/, '') || UNTITLED;
}

/** Cuts between graphemes, so that no letter loses its marks. */
function withinLimits(text: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  let length = 0;
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += Array.from(segment).length;
    bytes += encoder.encode(segment).length;
    if (length > LONGEST_TITLE || bytes > LONGEST_TITLE_BYTES) break;
    kept += segment;
  }
  return kept;
}

function safeId(id: string): string {
  return Array.from(id)
    .slice(0, 6)
    .map((character) => (/[\w-]/.test(character) ? character : '_'))
    .join('');
}
