const keyOf = (name: string): string => `litechat-elements-demo-${name}`;

/** What was remembered under the name; null where nothing was, or storage is switched off. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    // Storage may be switched off; then each visit is the first.
    return null;
  }
}

/** Keeps a choice for the next visit. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch (error) {
    console.info(`The ${name} is not remembered.`, error);
  }
}
