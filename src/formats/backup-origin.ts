/** The applications whose backups can be told by how they are laid out. */
export type BackupOrigin = 'litechat-elements' | 'litechat';

/** How many bytes of a file tell. */
export const ORIGIN_BYTES = 64;

/**
 * Says which application wrote a backup, by its first characters: the format has no field for it.
 * We write every record on a line of its own, and the existing application indents by two.
 */
export function originOf(head: string): BackupOrigin | null {
  if (/^\{\n"version": 1,\n"exportedAt": "/.test(head)) return 'litechat-elements';
  return /^\{\n {2}"version": 1,\n {2}"/.test(head) ? 'litechat' : null;
}
