import { expect, waitUntil } from '@open-wc/testing';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { conversationEvent } from '../model/events.js';
import { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { createPersistenceContext } from './create-persistence-context.js';
import { persistenceContext } from './persistence-context.js';

describe('the persistence context', () => {
  it('has a key that two copies of the kit share', () => {
    expect(persistenceContext).to.equal(Symbol.for('litechat-persistence'));
  });

  it('holds what acts on one database, and opens it for nobody', () => {
    const persistence = new Persistence(new LiteChatDatabase(`test-${crypto.randomUUID()}`));
    const { context } = createPersistenceContext(persistence);
    expect(context.persistence).to.equal(persistence);
    expect(context.database).to.equal(persistence.database);
    expect(context.importExport.persistence).to.equal(persistence);
    expect(context.status).to.equal(persistence.database.status);
    expect(context.status.getState()).to.deep.equal({ state: 'opening' });
    expect(context.database.isOpen()).to.equal(false);
  });

  it('answers requests, and follows the database, until it is disposed of', async () => {
    const persistence = freshPersistence();
    const { context, dispose } = createPersistenceContext(persistence);
    const { events, stores } = context;
    const count = (): number => stores.conversations.getState().conversations.length;
    await stores.conversations.follow();
    events.emit(conversationEvent.addConversationRequest, { title: 'First' });
    await waitUntil(() => count() === 1);
    await persistence.saveConversation({ title: 'Second', projectId: null });
    await waitUntil(() => count() === 2);

    dispose();
    events.emit(conversationEvent.addConversationRequest, { title: 'Unheard' });
    await persistence.saveConversation({ title: 'Third', projectId: null });
    const witness = createPersistenceContext(persistence);
    await witness.context.stores.conversations.follow();
    expect(witness.context.stores.conversations.getState().conversations).to.have.length(3);
    witness.dispose();
    expect(count()).to.equal(2);
    expect(stores.conversations.getState().status).to.deep.equal({ state: 'idle' });
    expect(context.database.isOpen(), 'is not the context’s to close').to.equal(true);
  });
});
