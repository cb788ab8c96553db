import path from 'node:path';
import { writeBackupFile } from '../data/backup-file.mjs';
import { sizeOf } from './sizes.mjs';

/** Files that only a contender can write: by exporting once. */
const writtenBy = {
  'dexie-export-import': { module: 'dexie-export-import', layout: 'version 9', options: {} },
  'encrypted': { module: 'kit', layout: 'kit', options: { encrypted: true } },
};

/** The files that are restored, each made when it is first asked for. */
export class InputFiles {
  #bench;
  #made = new Map();

  /** @param {{ folder: string, interactions: number, profiles: object, open: Function }} bench */
  constructor(bench) {
    this.#bench = bench;
  }

  /**
   * @param {'backup' | 'dexie-export-import' | 'encrypted'} kind
   * @returns {Promise<string | null>} Its path; null when this build cannot write it.
   */
  async path(kind) {
    if (!this.#made.has(kind)) this.#made.set(kind, await this.#make(kind));
    return this.#made.get(kind);
  }

  async #make(kind) {
    const { folder, interactions, profiles, open } = this.#bench;
    const file = path.join(folder, `${kind}.json`);
    const size = sizeOf(interactions);
    if (kind === 'backup') {
      await writeBackupFile(file, size);
      return file;
    }
    const { module, layout, options } = writtenBy[kind];
    const profile = await profiles.take({ layout, holds: 'same' });
    const bench = await open(profile);
    try {
      if (!(await bench.call('prepare', { module, task: 'export', options, size }))) return null;
      await bench.call('run');
      await bench.call('verify');
      await bench.call('keepExport', path.basename(file));
    } finally {
      await bench.close();
      await profiles.giveBack(profile);
    }
    return file;
  }
}
