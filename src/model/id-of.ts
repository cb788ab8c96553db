/** An id as text, empty for none, whatever the row holds. */
export function idOf(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}
