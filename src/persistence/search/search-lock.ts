import type { LiteChatDatabase } from '../../database/litechat-database.js';

/**
 * Does it unless another tab or worker is at it, which does it for all.
 *
 * @returns Undefined in that case.
 */
export async function unlessUnderWay<Result>(
  { name, persistent }: LiteChatDatabase,
  operation: () => Promise<Result>,
): Promise<Result | undefined> {
  const locks = persistent ? locksOfPage() : undefined;
  // Without locks two may do the same work; what they write is guarded by the index's revision.
  if (!locks) return operation();
  return locks.request(`litechat-elements:search:${name}`, { ifAvailable: true }, (granted) =>
    granted ? operation() : undefined,
  );
}

/** TypeScript takes for granted what Node and pages without HTTPS lack. */
function locksOfPage(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : Reflect.get(navigator, 'locks');
}
