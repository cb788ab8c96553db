import { readField } from '../formats/read-field.js';
import { withoutSecrets } from '../model/secrets.js';
import { idOf } from '../persistence/record-keys.js';
import type { RestoreTarget } from './restore-target.js';

/**
 * Finds the providers of a file that would send an API key kept here somewhere it is not sent now: a
 * file from a stranger may name the id of a key and an address of the stranger's.
 */
export class KeyDestinations {
  readonly elsewhere: { provider: string; address: string }[] = [];
  readonly #known = new Set<string>();
  readonly #keys = new Set<string>();

  constructor(target: RestoreTarget) {
    for (const [id, row] of target.present('apiKeys')?.rows ?? []) {
      if (idOf(readField(row, 'value')) !== '') this.#keys.add(id);
    }
    for (const row of target.present('providerConfigs')?.rows.values() ?? []) {
      this.#known.add(destination(row));
    }
  }

  add(provider: object): void {
    const address = addressOf(provider);
    const isOurs = this.#keys.has(idOf(readField(provider, 'apiKeyId')));
    if (!isOurs || address === '' || this.#known.has(destination(provider))) return;
    this.elsewhere.push({ provider: String(readField(provider, 'name')), address });
  }
}

const addressOf = (provider: object): string =>
  idOf(readField(withoutSecrets('providerConfigs', provider), 'baseURL'));

const destination = (provider: object): string =>
  JSON.stringify([idOf(readField(provider, 'apiKeyId')), addressOf(provider)]);
