import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { sizeOf } from './sizes.mjs';

/** Whose file in contenders/ makes a database of each schema, and knows what it keeps beside the rows. */
const makers = { 'kit': 'kit', 'version 9': 'plain-dexie' };

/**
 * Browser profiles: one that holds data is filled once and copied, so that every contender finds the
 * same files, and a page that has done nothing before.
 */
export class Profiles {
  #folder;
  #open;
  #interactions;
  #filled = new Map();

  /** @param {{ folder: string, interactions: number, open: (profile: string) => Promise<object> }} options */
  constructor({ folder, interactions, open }) {
    this.#folder = folder;
    this.#interactions = interactions;
    this.#open = open;
  }

  /**
   * A profile of one's own.
   *
   * @param {{ layout?: 'kit' | 'version 9', holds: string }} contents `layout` names the schema, `holds`
   * one of the sizes, or nothing.
   */
  async take({ layout, holds }) {
    const profile = await mkdtemp(path.join(this.#folder, 'profile-'));
    if (holds === 'nothing') return profile;
    const key = `${layout}, ${holds}`;
    if (!this.#filled.has(key)) this.#filled.set(key, await this.#fill(makers[layout], holds));
    const from = this.#filled.get(key);
    await cp(from, profile, { recursive: true, mode: constants.COPYFILE_FICLONE });
    return profile;
  }

  async giveBack(profile) {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #fill(module, holds) {
    const profile = await mkdtemp(path.join(this.#folder, 'filled-'));
    const bench = await this.#open(profile);
    try {
      await bench.call('seed', { module, holds, size: sizeOf(this.#interactions, holds) });
    } finally {
      await bench.close();
    }
    return profile;
  }
}
