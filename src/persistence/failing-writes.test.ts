import { expect } from '@open-wc/testing';
import { FailingWrites } from '../../test/support/failing-writes.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { Persistence } from './persistence.js';

const interaction = {
  conversationId: 'conversation-1',
  type: 'message.user_assistant',
  index: 9,
  parentId: null,
  prompt: null,
  response: null,
  status: 'PENDING',
  startedAt: null,
  endedAt: null,
  metadata: {},
};
const conversation = { title: 'New', projectId: null };

/** Everything that writes more than once, or writes many rows. */
const operations: Record<string, (persistence: Persistence) => Promise<unknown>> = {
  'deleteConversation': (persistence) => persistence.deleteConversation('conversation-1'),
  'deleteInteraction': (persistence) => persistence.deleteInteraction('interaction-1-0'),
  'deleteInteractionsForConversation': (persistence) =>
    persistence.deleteInteractionsForConversation('conversation-1'),
  'deleteProject': (persistence) => persistence.deleteProject('project-1'),
  'deleteProject with its conversations': (persistence) =>
    persistence.deleteProject('project-1', { conversations: 'delete' }),
  'deletePromptTemplate of an agent': (persistence) => persistence.deletePromptTemplate('agent-1'),
  'deletePromptTemplate of a follow-up': (persistence) =>
    persistence.deletePromptTemplate('template-1'),
  'deleteApiKey': (persistence) => persistence.deleteApiKey('key-1'),
  'deleteSyncRepo': (persistence) => persistence.deleteSyncRepo('repo-1'),
  'deleteRule': (persistence) => persistence.deleteRule('rule-1'),
  'deleteTag': (persistence) => persistence.deleteTag('tag-1'),
  'deleteMod': (persistence) => persistence.deleteMod('Word count'),
  'saveConversations': (persistence) =>
    persistence.saveConversations([conversation, { ...conversation, id: 'conversation-1' }]),
  'saveInteraction that touches its conversation': (persistence) =>
    persistence.saveInteraction(interaction, { touchConversation: true }),
  'updateInteraction': (persistence) =>
    persistence.updateInteraction('interaction-1-0', { response: 'New' }),
  'saveInteractions': (persistence) => persistence.saveInteractions([interaction, interaction]),
  'updateSetting': (persistence) => persistence.updateSetting('theme', () => 'light'),
};

describe('an operation of which a write fails', () => {
  for (const [name, operate] of Object.entries(operations)) {
    it(`leaves everything as it was: ${name}`, async () => {
      const persistence = freshPersistence();
      const writes = new FailingWrites(persistence.database);
      await fill(persistence);
      const before = await snapshot(persistence.database);

      let failing = 0;
      for (let finished = false; !finished;) {
        writes.reset(++failing);
        finished = await operate(persistence).then(
          () => true,
          () => false,
        );
        if (!finished) expect(await snapshot(persistence.database)).to.deep.equal(before);
      }
      expect(failing, 'a write failed').to.be.greaterThan(1);
      expect(await snapshot(persistence.database)).not.to.deep.equal(before);
    });
  }

  it('rejects with what happened, and that nothing was changed', async () => {
    const persistence = freshPersistence();
    const writes = new FailingWrites(persistence.database);
    await fill(persistence);
    for (const operate of Object.values(operations)) {
      writes.reset(1);
      const error = await rejection(operate(persistence), 'quota-exceeded');
      expect(error.message).to.contain('no more room').and.to.contain('Nothing was changed.');
      expect(error.dataChanged).to.equal(false);
    }
  });
});
