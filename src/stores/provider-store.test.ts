import { expect } from '@open-wc/testing';
import { providerEvent } from '../model/events.js';
import type { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';
import { createProviderStore, type ProviderState } from './provider-store.js';

describe('the provider store', () => {
  let persistence: Persistence;
  let events: EventEmitter;
  let store: LiveStore<ProviderState>;
  let told: string[][];

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(persistence);
    events = new EventEmitter();
    store = createProviderStore({ persistence, events });
    told = [];
    events.on(providerEvent.apiKeysChanged, ({ apiKeys }) =>
      told.push(apiKeys.map(({ name }) => name)),
    );
  });

  afterEach(() => store.stop());

  const second = { name: 'Second key', value: 'canary-second', providerId: 'x' };

  it('tells of all keys, also before any was read', async () => {
    await store.getState().addApiKey(second);
    expect(told).to.deep.equal([['Main key', 'Second key']]);
  });

  it('tells only of keys that are written', async () => {
    await store.follow();
    const { addApiKey } = store.getState();
    const refused = rejection(addApiKey({ ...second, name: 'Main key' }), 'name-taken');
    await addApiKey(second);
    await refused;
    expect(told).to.deep.equal([['Main key', 'Second key']]);
  });

  it('takes back a key whose name is taken', async () => {
    await store.follow();
    const added = store.getState().addApiKey({ ...second, name: 'Main key' });
    expect(store.getState().apiKeys).to.have.length(2);
    await rejection(added, 'name-taken');
    expect(store.getState().apiKeys.map(({ value }) => value)).to.deep.equal(['canary-key']);
  });

  it('tells of no keys when they cannot be read', async () => {
    persistence.loadApiKeys = () => Promise.reject(new Error('unreadable'));
    await store.getState().addApiKey(second);
    expect(told).to.deep.equal([]);
    expect(store.getState().status.state).to.equal('failed');
    expect(await persistence.database.apiKeys.count()).to.equal(2);
  });

  it('writes what was on its way when it was stopped, and does not start anew', async () => {
    await store.follow();
    const added = store.getState().addApiKey(second);
    store.stop();
    await added;
    expect(store.getState().status).to.deep.equal({ state: 'idle' });
    expect(told).to.deep.equal([]);
    expect(await persistence.database.apiKeys.count()).to.equal(2);
  });
});
