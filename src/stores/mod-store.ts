import type { DbMod } from '../model/entities.js';
import { modEvent } from '../model/events.js';
import { withoutSecrets } from '../model/secrets.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { TableRows } from './table-rows.js';

/** The mods, and what can be done with them. */
export interface ModState extends LiveState {
  /** By `loadOrder`. */
  mods: DbMod[];

  loadMods(): Promise<DbMod[]>;
  /** Resolves to the name, which is the key. */
  addMod(mod: Partial<Saveable<DbMod>>): Promise<string>;
  updateMod(name: string, changes: Partial<DbMod>): Promise<void>;
  deleteMod(name: string): Promise<void>;
}

export function createModStore({ persistence, events }: StoreDependencies): LiveStore<ModState> {
  const rows = new TableRows(persistence, 'mods', () => persistence.loadMods());
  const emitLoaded = (mods: DbMod[]): void =>
    events.emit(modEvent.dbModsLoaded, { dbMods: mods.map((mod) => withoutSecrets('mods', mod)) });
  /** The existing application's requests name a mod by its `id`. */
  const nameOf = async (idOrName: string): Promise<string> =>
    (await persistence.loadMods()).find(({ id }) => id === idOrName)?.name ?? idOrName;

  return createLiveStore<ModState>({
    lists: [rows],
    shown: () => ({ mods: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      mods: [],

      async loadMods() {
        const mods = await rows.load();
        emitLoaded(mods);
        return mods;
      },

      async addMod(draft) {
        const mod = await rows.put(draft, (row) => persistence.saveMod(row));
        await rows.whenKnown(emitLoaded);
        return mod.name;
      },

      async updateMod(name, changes) {
        await rows.update(name, changes);
        await rows.whenKnown(emitLoaded);
      },

      async deleteMod(name) {
        await rows.remove([name], () => persistence.deleteMod(name));
        await rows.whenKnown(emitLoaded);
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('modStore', {
          [modEvent.loadDbModsRequest]: get().loadMods,
          [modEvent.addDbModRequest]: get().addMod,
          [modEvent.updateDbModRequest]: async ({ id, changes }) =>
            get().updateMod(await nameOf(id), changes),
          [modEvent.deleteDbModRequest]: async ({ id }) => get().deleteMod(await nameOf(id)),
        }),
    }),
  });
}
