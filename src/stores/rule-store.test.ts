import { expect, waitUntil } from '@open-wc/testing';
import { rulesEvent } from '../model/events.js';
import type { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';
import { createRuleStore, type RuleState } from './rule-store.js';

describe('the rule store', () => {
  let persistence: Persistence;
  let events: EventEmitter;
  let store: LiveStore<RuleState>;

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(persistence);
    events = new EventEmitter();
    store = createRuleStore({ persistence, events });
    await store.follow();
  });

  afterEach(() => store.stop());

  const links = (): string[] => store.getState().tagRuleLinks.map(({ id }) => id);

  it('keeps a link that exists, and tells it under its own id', async () => {
    const told: string[] = [];
    events.on(rulesEvent.linkSaved, ({ link }) => told.push(link.id));
    const linked = store.getState().linkTagToRule('tag-1', 'rule-1');
    expect(links()).to.deep.equal(['link-1', 'link-2']);
    await linked;
    expect(links()).to.deep.equal(['link-1', 'link-2']);
    expect(told).to.deep.equal(['link-1']);
  });

  it('unlinks what is not linked without a word', async () => {
    let told = false;
    events.on(rulesEvent.linkDeleted, () => (told = true));
    await store.getState().unlinkTagFromRule('tag-2', 'rule-2');
    expect(links()).to.deep.equal(['link-1', 'link-2']);
    expect(told).to.equal(false);
  });

  it('takes back a rename to a name that is taken', async () => {
    const renamed = store.getState().updateRule('rule-2', { name: 'Brief' });
    expect(store.getState().rules.map(({ name }) => name)).to.deep.equal(['Brief', 'Brief']);
    await rejection(renamed, 'name-taken');
    expect(store.getState().rules.map(({ name }) => name)).to.deep.equal(['Brief', 'Cite']);
  });

  it('is ready when rules, tags and links are all there', async () => {
    const states: string[] = [];
    const fresh = createRuleStore({ persistence, events });
    fresh.subscribe(({ status, rules, tags, tagRuleLinks }) => {
      const counts = [rules, tags, tagRuleLinks].map(({ length }) => length);
      states.push(`${status.state} ${counts.join()}`);
    });
    await waitUntil(() => states.at(-1) === 'ready 2,2,2');
    expect(states.filter((state) => state.startsWith('ready'))).to.deep.equal(['ready 2,2,2']);
    fresh.stop();
  });
});
