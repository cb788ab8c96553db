import type { StoreApi } from 'zustand/vanilla';
import type { DatabaseStatus } from '../database/litechat-database.js';
import { onDemand } from '../on-demand.js';
import { withResolvers } from '../stores/with-resolvers.js';
import type { PersistenceContext } from './persistence-context.js';

/** What reads and writes is most of the kit, and no part of an element that others give a context. */
const source = onDemand(() => import('./default-context.js'));

const { promise: asked, resolve: tellAsked } = withResolvers();

/**
 * The page's own context, see `defaultContext`.
 *
 * @param onLoaded Called before the database is opened: how that goes is told from then on.
 * @throws {LiteChatError} module-unavailable, database-newer, database-failed, …; the next call tries
 * again.
 */
export async function pageContext(onLoaded?: () => void): Promise<PersistenceContext> {
  tellAsked();
  const { defaultContext } = source.loaded ?? (await source.load());
  const opening = defaultContext();
  onLoaded?.();
  return opening;
}

/** How things stand with the page's own database; undefined while nothing knows. */
export function pageStatus(): StoreApi<DatabaseStatus> | undefined {
  return source.loaded?.defaultStatus();
}

/** Resolves when somebody has asked for the page's own context. */
export function pageContextAsked(): Promise<void> {
  return asked;
}
