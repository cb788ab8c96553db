/** What the browser says of the room that the page's origin has; null is what it does not say. */
export interface BrowserStorage {
  /** Bytes that all data of the origin takes. */
  usage: number | null;
  /** Bytes that it may take. */
  quota: number | null;
  /** Whether the browser keeps it when the disk is nearly full. */
  persisted: boolean | null;
}

/** Whether the browser has a way to be asked for {@link requestPersistence}. */
export function canRequestPersistence(): boolean {
  return typeof storageOfPage()?.persist === 'function';
}

/**
 * Asks the browser not to delete the page's data by itself when the disk is nearly full. Firefox
 * asks the user, others decide by how the page is used.
 *
 * @returns Whether it agreed; false where there is no way to ask.
 */
export async function requestPersistence(): Promise<boolean> {
  return canRequestPersistence() ? ((await storageOfPage()?.persist()) ?? false) : false;
}

/** `navigator.storage`, which TypeScript takes for granted; pages without HTTPS lack it too. */
export function storageOfPage(): StorageManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage;
}
