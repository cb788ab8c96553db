import { appears } from '../../journeys/support/appears.mjs';
import { fill } from '../support/fill.mjs';

const VIEW = 'litechat-conversation-view';

const size = [520, 640];
const html = `<${VIEW} conversation-id="bread"></${VIEW}>`;

/** With Markdown as one reads it. */
async function rendered(page) {
  await page.evaluate(async (tag) => {
    const { renderMarkdown } = await import('/markdown.js');
    document.querySelector(tag).renderer = (text, { part }) =>
      part === 'question' ? text : renderMarkdown(text);
  }, VIEW);
  await appears(page, VIEW, '[part~="text"] pre');
  await appears(page, VIEW, '[part~="text"]', 'A cloth bag');
}

/** The conversation in its states. */
export const viewScenes = [
  {
    name: 'view',
    title: 'a conversation with its questions and answers',
    size,
    html,
    fill,
    reach: rendered,
    looks: {
      'light': {},
      'dark': { scheme: 'dark' },
      'right-to-left': { dir: 'rtl' },
      'narrow': { width: 320 },
      'forced-colours': { forced: true },
      'paper-dark': { theme: 'paper', scheme: 'dark' },
    },
  },
  {
    name: 'view-details',
    title: 'what the model reasoned, and the tools that it called',
    size,
    html,
    fill,
    reach: async (page) => {
      await rendered(page);
      for (const part of ['reasoning', 'tool-calls']) {
        await (await appears(page, VIEW, `[part~="${part}"] summary`)).click();
      }
      await appears(page, VIEW, '[part~="tool-calls"][open] pre');
      await page.mouse.move(0, 0);
    },
    looks: { light: {} },
  },
  {
    name: 'view-streaming',
    title: 'an answer that is arriving, and one that failed',
    size: [520, 560],
    html: `<${VIEW} conversation-id="talk"></${VIEW}>`,
    fill: async (now) => {
      const { PersistenceService: service } = await import('/cdn/litechat-elements.js');
      await service.saveConversation({ id: 'talk', title: 'Talk', projectId: null });
      const turn = (index, status, more) => ({
        id: `talk-${index}`,
        conversationId: 'talk',
        index,
        type: 'message.user_assistant',
        parentId: null,
        prompt: { id: `p-${index}`, content: 'And then?' },
        response: null,
        status,
        startedAt: new Date(now),
        endedAt: null,
        metadata: {},
        ...more,
      });
      await service.saveInteractions([
        turn(0, 'ERROR', { metadata: { error: 'The provider gave no answer.' } }),
        turn(1, 'CANCELLED', { response: 'First one' }),
        turn(2, 'STREAMING', { response: '' }),
      ]);
    },
    reach: async (page) => {
      await appears(page, VIEW, '[part~="error"]');
      await page.evaluate(async () => {
        const { defaultContext } = await import('/cdn/litechat-elements.js');
        const { stores } = await defaultContext();
        const stream = stores.interactions.getState().beginStream('talk-2');
        stream.update({ response: 'Half of the answer' });
      });
      await appears(page, VIEW, '[part~="text"]', 'Half of the answer');
    },
    looks: { light: {}, dark: { scheme: 'dark' } },
  },
  {
    name: 'view-empty',
    title: 'a conversation of nothing',
    size: [420, 260],
    html: `<${VIEW} conversation-id="lease"></${VIEW}>`,
    fill,
    reach: (page) => appears(page, VIEW, '[part~="empty"]'),
    looks: { light: {} },
  },
];
