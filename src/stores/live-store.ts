import { createStore, type StateCreator, type StoreApi } from 'zustand/vanilla';
import type { EventName, EventPayloads } from '../model/events.js';
import type { Persistence } from '../persistence/persistence.js';
import { attempt } from './attempt.js';
import type { EventEmitter } from './event-emitter.js';
import type { LoadStatus } from './live-rows.js';

/** What every store is made from. */
export interface StoreDependencies {
  persistence: Persistence;
  events: EventEmitter;
}

/** A request event and the action that answers it. */
export type RegisteredActionHandler<Name extends EventName = EventName> = {
  [Event in Name]: {
    eventName: Event;
    handler: (payload: EventPayloads[Event]) => Promise<unknown>;
    storeId: string;
  };
}[Name];

/** What every store's state holds beside its rows and actions. */
export interface LiveState {
  status: LoadStatus;
  getRegisteredActionHandlers(): RegisteredActionHandler[];
}

/** A vanilla store whose rows follow the database from the first subscription or action on. */
export interface LiveStore<State> extends StoreApi<State> {
  /** Follows the database; resolves when the first rows are there, or the failure. */
  follow(): Promise<void>;
  /** Ends following; the next subscription, action or `follow` begins anew. */
  stop(): void;
}

/** What follows the database for a store. */
interface Follower {
  follow(): Promise<void>;
  stop(): void;
}

interface LiveList extends Follower {
  state: Pick<StoreApi<{ status: LoadStatus }>, 'getState'> & {
    subscribe(listener: () => void): () => void;
  };
}

interface LiveStoreOptions<State> {
  /** The rows that the state shows. */
  lists: readonly LiveList[];
  /** What else follows the database as long as the store does. */
  watches?: readonly Follower[];
  /** The rows under their names in the state. */
  shown: () => Partial<State>;
  state: StateCreator<State>;
}

/** Makes a store of its actions and of live rows, which it shows in its state. */
export function createLiveStore<State extends LiveState>({
  lists,
  watches = [],
  shown,
  state,
}: LiveStoreOptions<State>): LiveStore<State> {
  const store = createStore<State>(state);
  const show = (): void => {
    const status = combine(lists.map((list) => list.state.getState().status));
    store.setState({ ...shown(), status });
  };
  for (const list of lists) list.state.subscribe(show);

  const followers = [...lists, ...watches];
  const follow = async (): Promise<void> => {
    await Promise.all(followers.map((follower) => follower.follow()));
  };
  return {
    ...store,
    follow,
    stop: () => followers.forEach((follower) => follower.stop()),
    subscribe(listener) {
      void follow();
      return store.subscribe((now, before) => attempt(() => listener(now, before)));
    },
  };
}

/** Lists which request events the actions of a store answer. */
export function actionHandlers(
  storeId: string,
  answers: { [Name in EventName]?: RegisteredActionHandler<Name>['handler'] },
): RegisteredActionHandler[] {
  const register = <Name extends EventName>(eventName: Name): RegisteredActionHandler<Name>[] => {
    const handler = answers[eventName];
    return handler ? [{ eventName, handler, storeId }] : [];
  };
  // The keys of an object literal are those of its type.
  return (Object.keys(answers) as EventName[]).flatMap((eventName) => register(eventName));
}

/** A store is as far as the list that is furthest back. */
function combine(statuses: readonly LoadStatus[]): LoadStatus {
  const by = (state: LoadStatus['state']): LoadStatus | undefined =>
    statuses.find((status) => status.state === state);
  return by('failed') ?? by('loading') ?? by('idle') ?? { state: 'ready' };
}
