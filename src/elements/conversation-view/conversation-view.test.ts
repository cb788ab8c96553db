import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  button,
  interaction,
  message,
  messages,
  talkContext,
  texts,
  view,
} from '../../../test/support/conversation-view.js';
import { FailingWrites } from '../../../test/support/failing-writes.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { find, has } from '../../../test/support/shadow.js';
import '../../define/persistence-provider.js';
import { LiteChatError } from '../../errors.js';
import { renderMarkdown } from '../../markdown.js';
import type { ConversationView } from './conversation-view.js';

const scroller = (element: ConversationView): HTMLElement => find(element, '[part=messages]');
const isAtEnd = (element: ConversationView): boolean => {
  const { scrollTop, scrollHeight, clientHeight } = scroller(element);
  return scrollHeight - scrollTop - clientHeight < 64;
};
const focusedText = (element: ConversationView): string | undefined =>
  element.shadowRoot?.activeElement?.querySelector('.text')?.textContent;

/** Lets every read of interactions answer so. */
function answerReadsOf(persistence: object, answer: () => Promise<never>): () => void {
  const name = 'loadLastInteractions';
  Object.defineProperty(persistence, name, { value: answer, configurable: true });
  return () => Reflect.deleteProperty(persistence, name);
}

describe('<litechat-conversation-view>', () => {
  describe('shows', () => {
    it('questions and answers in order, as text', async () => {
      const hostile = '<img src=x onerror="document.title=1">';
      const element = await view(
        await talkContext([
          interaction(0),
          interaction(1, { response: hostile, prompt: { id: 'p', content: `${hostile}?` } }),
        ]),
      );
      expect(texts(element)).to.deep.equal(['Question 0', 'Answer 0', `${hostile}?`, hostile]);
      expect(has(element, 'img')).to.be.false;
      expect(messages(element).map(({ ariaPosInSet }) => ariaPosInSet)).to.deep.equal([
        '1',
        '2',
        '3',
        '4',
      ]);
      await expect(element).to.be.accessible();
    });

    it('that there are no messages', async () => {
      const element = await view(await talkContext());
      expect(element.matches(':state(empty)')).to.be.true;
      expect(find(element, '[part=empty]').textContent).to.contain('No messages yet.');
      await expect(element).to.be.accessible();
    });

    it('that it is loading, to those who cannot see the skeleton', async () => {
      const context = await talkContext();
      answerReadsOf(context.persistence, () => new Promise(() => {}));
      const element = await fixture<ConversationView>(html`
        <litechat-conversation-view conversation-id="talk" .context=${context}>
        </litechat-conversation-view>
      `);
      expect(element.matches(':state(loading)')).to.be.true;
      expect(find(element, '[role=status]').textContent).to.contain('Loading messages');
      await expect(element).to.be.accessible();
    });

    it('a failure to read with its message, and tries again', async () => {
      const context = await talkContext([interaction(0)]);
      const restore = answerReadsOf(context.persistence, () =>
        Promise.reject(new LiteChatError('database-connection-lost', 'No connection.')),
      );
      const element = await view(context);
      expect(element.matches(':state(failed)')).to.be.true;
      expect(find(element, '[role=alert]').textContent).to.contain('No connection.');
      await expect(element).to.be.accessible();
      restore();
      find(element, '[part=failure] button').click();
      await waitUntil(() => texts(element).includes('Answer 0'));
    });

    it('reasoning and tool calls folded, and attached files by name and size', async () => {
      const attachedFiles = [{ name: 'notes.md', size: 12_345 }, { size: -1 }];
      const metadata = {
        reasoning: 'I think',
        toolCalls: [{ toolName: 'search' }, '{"function": {"name": "read"}}', null],
        modelId: 'm-1',
        promptTokens: 1234,
      };
      const element = await view(
        await talkContext([
          interaction(0, {
            prompt: { id: 'p', content: 'Read this', metadata: { attachedFiles } },
            metadata,
          }),
        ]),
      );
      const files = [...find(element, '[part=files]').querySelectorAll('li')];
      expect(files.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal(
        ['notes.md 12.3 kB', 'Unnamed file'],
      );
      const folded = element.shadowRoot?.querySelectorAll('details:not([open])') ?? [];
      expect(folded).to.have.length(2);
      expect(find(element, '[part=reasoning]').textContent).to.contain('I think');
      expect(find(element, '[part=tool-calls] summary').textContent).to.contain('3 tool calls');
      const tools = [...find(element, '[part=tool-calls]').querySelectorAll('.tool')];
      expect(tools.map(({ textContent }) => textContent)).to.deep.equal([
        'search',
        'read',
        'Unnamed tool',
      ]);
      expect(find(element, '[part=details]').textContent).to.match(/m-1\s*1,234 tokens in/);
      for (const details of folded) details.setAttribute('open', '');
      await expect(element).to.be.accessible();
    });

    it('how far an answer is, and why it ended', async () => {
      const startedAt = new Date();
      const element = await view(
        await talkContext([
          interaction(0, {
            status: 'ERROR',
            response: null,
            metadata: { error: 'No <b>key</b>.' },
          }),
          interaction(1, { status: 'CANCELLED', response: 'Half' }),
          interaction(2, { status: 'AWAITING_INPUT', response: null }),
          interaction(3, { status: 'STREAMING', response: 'Old half' }),
          interaction(4, { status: 'PENDING', response: null, startedAt }),
        ]),
      );
      element.style.blockSize = '2000px';
      await waitUntil(() => messages(element).length === 10);
      const said = [...(element.shadowRoot?.querySelectorAll('[part=status], [part=error]') ?? [])];
      expect(said.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
        'This answer failed. No <b>key</b>.',
        'Stopped before it was complete',
        'Waiting for you',
        'This answer was never finished.',
        'Waiting for the answer',
      ]);
      await expect(element).to.be.accessible();
    });

    it('rows that lack what their type says they have', async () => {
      const context = await talkContext([interaction(5)]);
      await context.database.interactions.bulkPut([
        { id: 'a', conversationId: 'talk', response: 'No index' },
        { id: 'b', conversationId: 'talk', index: 'x', response: { parts: [1] }, metadata: 7 },
        { id: 'c', conversationId: 'talk', index: 1, prompt: 'text', startedAt: new Date(NaN) },
      ] as never[]);
      const element = await view(context);
      await waitUntil(() => messages(element).length === 5);
      expect(texts(element)).to.include.members(['Answer 5', 'No index']);
      expect(find(element, '.structured').textContent).to.contain('"parts"');
    });

    it('an element of the page in place of an answer', async () => {
      const element = await view(await talkContext([interaction(0)]));
      const own = document.createElement('p');
      own.slot = 'answer-i0';
      element.append(own);
      const slot = find(element, 'slot[name=answer-i0]', HTMLSlotElement);
      expect(slot.assignedElements()).to.deep.equal([own]);
    });

    it('what another place writes, and no more what it deletes', async () => {
      const context = await talkContext([interaction(0)]);
      const element = await view(context);
      await waitUntil(() => texts(element).length === 2);
      await context.persistence.saveInteraction(interaction(1));
      await waitUntil(() => texts(element).includes('Answer 1'));
      await context.persistence.updateInteraction('i1', { response: 'Changed' });
      await waitUntil(() => texts(element).includes('Changed'));
      await context.persistence.deleteInteraction('i1');
      await waitUntil(() => texts(element).length === 2);
      await context.persistence.deleteConversation('talk');
      await waitUntil(() => element.matches(':state(empty)'));
    });
  });

  describe('a renderer', () => {
    it('makes what is shown, once for each text', async () => {
      const element = await view(await talkContext([interaction(0, { response: '**Bold**' })]));
      let calls = 0;
      element.renderer = (text, { part }) => {
        calls++;
        return part === 'question' ? text : renderMarkdown(text);
      };
      await element.updateComplete;
      expect(find(element, 'strong').textContent).to.equal('Bold');
      element.requestUpdate();
      await element.updateComplete;
      expect(find(element, 'strong').textContent).to.equal('Bold');
      expect(calls).to.equal(2);
      await expect(element).to.be.accessible();
    });

    it('gives text, never markup, when it answers with a string', async () => {
      const element = await view(await talkContext([interaction(0)]));
      element.renderer = (text) => `<b>${text}</b>`;
      await element.updateComplete;
      expect(texts(element)).to.include('<b>Answer 0</b>');
      expect(has(element, 'b')).to.be.false;
    });
  });

  describe('the conversation', () => {
    it('is the one selected on the page unless it is set', async () => {
      const context = await talkContext([interaction(0)]);
      const element = await fixture<ConversationView>(html`
        <litechat-conversation-view .context=${context}></litechat-conversation-view>
      `);
      await waitUntil(() => element.matches(':state(nothing-selected)'));
      await expect(element).to.be.accessible();
      const { select } = context.stores.selection.getState();
      select('talk', 'conversation');
      await waitUntil(() => element.matches(':state(full)'));
      select('some project', 'project');
      await waitUntil(() => element.matches(':state(nothing-selected)'));
      element.conversationId = 'talk';
      await waitUntil(() => element.matches(':state(full)'));
      element.conversationId = '';
      await waitUntil(() => element.matches(':state(nothing-selected)'));
    });

    it('comes from a provider that comes late', async () => {
      const context = await talkContext([interaction(0)]);
      const element = await fixture<ConversationView>(html`
        <litechat-conversation-view conversation-id="talk" .context=${undefined}>
        </litechat-conversation-view>
      `);
      const provider = document.createElement('litechat-persistence-provider');
      provider.context = context;
      element.replaceWith(provider);
      provider.append(element);
      await waitUntil(() => texts(element).includes('Answer 0'));
    });
  });

  describe('of 20,000 interactions', () => {
    const soon = (check: () => boolean): Promise<void> =>
      waitUntil(check, check.toString(), { timeout: 8000 });

    it('opens at its end with few elements, and reaches all of them both ways', async () => {
      const context = await talkContext(
        Array.from({ length: 20_000 }, (_, index) => interaction(index)),
      );
      const element = await view(context);
      await soon(() => texts(element).includes('Answer 19999'));
      expect(messages(element).length).to.be.at.most(60);
      await soon(() => messages(element)[0]?.ariaSetSize === '40000');
      await soon(() => isAtEnd(element));
      await soon(() => texts(element).includes('Answer 19999'));

      message(element, 'Answer 19999').focus();
      await sendKeys({ press: 'Home' });
      await soon(() => focusedText(element) === 'Question 0');
      await soon(() => texts(element).includes('Answer 1'));
      expect(messages(element).length).to.be.at.most(60);

      scroller(element).scrollTop = scroller(element).scrollHeight / 2;
      await soon(() => texts(element).some((text) => /^Answer (9|10)\d{3}$/.test(text)));
      expect(messages(element).length).to.be.at.most(60);
      find(element, '[part=latest]').click();
      await soon(() => texts(element).includes('Answer 19999') && isAtEnd(element));
    }).timeout(30_000);
  });

  describe('while an answer arrives', () => {
    it('shows it, stays at the end, and says when it is complete', async () => {
      const context = await talkContext([
        ...Array.from({ length: 8 }, (_, index) => interaction(index)),
        interaction(8, { status: 'STREAMING', response: '', startedAt: new Date() }),
      ]);
      const element = await view(context);
      const stream = context.stores.interactions.getState().beginStream('i8');
      let text = '';
      for (let line = 0; line < 60; line++) {
        text += `Line ${line}\n`;
        stream.update({ response: text });
      }
      await waitUntil(() => texts(element).includes(text));
      expect(element.matches(':state(streaming)')).to.be.true;
      await waitUntil(() => isAtEnd(element));
      const status = (): string => find(element, '[role=status]').textContent;
      expect(status()).to.equal('');
      await expect(element).to.be.accessible();

      await stream.end({ status: 'COMPLETED' });
      await waitUntil(() => status() === 'The answer is complete.');
      expect(texts(element)).to.include(text);
      expect(element.matches(':state(streaming)')).to.be.false;
    });

    it('stays where the reader has scrolled to, until sent to the end', async () => {
      const context = await talkContext([
        ...Array.from({ length: 12 }, (_, index) => interaction(index)),
        interaction(12, { status: 'STREAMING', response: '', startedAt: new Date() }),
      ]);
      const element = await view(context);
      await waitUntil(() => isAtEnd(element) && scroller(element).scrollTop > 300);
      scroller(element).scrollTop -= 300;
      await waitUntil(() => has(element, '[part=latest]'));
      // What is read stays; the scroller's own number changes with every estimate above it.
      const edge = scroller(element).getBoundingClientRect().top;
      const topOf = (shown: HTMLElement | undefined): number =>
        shown?.getBoundingClientRect().top ?? NaN;
      const inSight = messages(element).find((shown) => topOf(shown) >= edge);
      const before = topOf(inSight);
      const height = scroller(element).scrollHeight;
      const stream = context.stores.interactions.getState().beginStream('i12');
      stream.update({ response: 'Line\n'.repeat(80) });
      await waitUntil(() => scroller(element).scrollHeight > height + 1000);
      expect(topOf(inSight)).to.be.closeTo(before, 2);
      find(element, '[part=latest]').click();
      await waitUntil(() => isAtEnd(element));
      await stream.end();
    });

    it('says that it is not saved, and shows it all the same', async () => {
      const persistence = freshPersistence();
      const writes = new FailingWrites(persistence.database);
      const context = await talkContext(
        [interaction(0, { status: 'STREAMING', response: '' })],
        persistence,
      );
      const element = await view(context);
      const stream = context.stores.interactions.getState().beginStream('i0');
      writes.reset(1);
      stream.update({ response: 'Unsaved words' });
      await waitUntil(() => has(element, '[part=failure]'));
      expect(find(element, '[part=failure]').textContent).to.contain('not saved yet');
      expect(texts(element)).to.include('Unsaved words');
      await stream.end({ status: 'COMPLETED' });
      await waitUntil(() => !has(element, '[part=failure]'));
    });
  });

  describe('several answers to a question', () => {
    it('are stepped through, the newest shown first', async () => {
      const regeneration = (index: number, of: string): Parameters<typeof interaction> => [
        index,
        {
          type: 'message.assistant_regen',
          prompt: null,
          parentId: of,
          metadata: { regeneratedFromId: of },
        },
      ];
      const context = await talkContext([
        interaction(0),
        interaction(...regeneration(1, 'i0')),
        interaction(...regeneration(2, 'i1')),
      ]);
      const element = await view(context);
      await waitUntil(() => texts(element).includes('Answer 2'));
      expect(texts(element)).to.deep.equal(['Question 0', 'Answer 2']);
      expect(find(element, '.stepper').textContent.replace(/\s+/g, ' ')).to.contain('3 / 3');
      await expect(element).to.be.accessible();

      const told = oneEvent(element, 'litechat-answer-shown');
      button(message(element, 'Answer 2'), 'previous').click();
      const { detail } = (await told) as HTMLElementEventMap['litechat-answer-shown'];
      expect(detail).to.deep.equal({ id: 'i1', conversationId: 'talk', number: 2, count: 3 });
      await waitUntil(() => texts(element).includes('Answer 1'));
      button(message(element, 'Answer 1'), 'previous').click();
      await waitUntil(() => texts(element).includes('Answer 0'));
      expect(button(message(element, 'Answer 0'), 'previous').ariaDisabled).to.equal('true');

      // A new answer does not take away the one that is being read.
      await context.persistence.saveInteraction(interaction(...regeneration(3, 'i2')));
      await waitUntil(() => find(element, '.stepper').textContent.includes('/ 4'));
      expect(texts(element)).to.deep.equal(['Question 0', 'Answer 0']);
    });
  });

  describe('a rating', () => {
    it('is written, told and taken back', async () => {
      const context = await talkContext([interaction(0)]);
      const element = await view(context);
      await waitUntil(() => texts(element).includes('Answer 0'));
      const good = (): HTMLButtonElement => button(message(element, 'Answer 0'), 'good');
      const told: unknown[] = [];
      element.addEventListener('litechat-rated', ({ detail, bubbles, composed }) => {
        told.push(detail, bubbles, composed);
      });
      good().click();
      await waitUntil(() => good().ariaPressed === 'true');
      expect((await context.database.interactions.get('i0'))?.rating).to.equal(1);
      expect(told).to.deep.equal([{ id: 'i0', conversationId: 'talk', rating: 1 }, true, true]);
      good().click();
      await waitUntil(() => good().ariaPressed === 'false');
      expect((await context.database.interactions.get('i0'))?.rating).to.equal(null);
    });

    it('is not written when the page cancels it', async () => {
      const context = await talkContext([interaction(0)]);
      const element = await view(context);
      await waitUntil(() => texts(element).includes('Answer 0'));
      let asked: unknown;
      element.addEventListener('litechat-rate-requested', (event) => {
        asked = event.detail;
        event.preventDefault();
      });
      element.addEventListener('litechat-rated', () => expect.fail('was rated'));
      button(message(element, 'Answer 0'), 'poor').click();
      expect(asked).to.deep.equal({ id: 'i0', conversationId: 'talk', rating: -1 });
      await context.persistence.updateInteraction('i0', { response: 'Later' });
      await waitUntil(() => texts(element).includes('Later'));
      expect((await context.database.interactions.get('i0'))?.rating).to.equal(undefined);
    });

    it('that could not be written is said', async () => {
      const persistence = freshPersistence();
      const writes = new FailingWrites(persistence.database);
      const element = await view(await talkContext([interaction(0)], persistence));
      await waitUntil(() => texts(element).includes('Answer 0'));
      writes.reset(1);
      button(message(element, 'Answer 0'), 'good').click();
      await waitUntil(() => has(element, '[part=failure]'));
      expect(find(element, '[part=failure]').textContent).to.contain('no more room');
      await expect(element).to.be.accessible();
      find(element, '[part=failure] button').click();
      await waitUntil(() => !has(element, '[part=failure]'));
    });
  });

  describe('copying', () => {
    afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

    const clipboard = (writeText: (text: string) => Promise<void>): void => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    };

    it('takes the text of the answer and says so', async () => {
      const copied: string[] = [];
      clipboard((text) => Promise.resolve(void copied.push(text)));
      const element = await view(await talkContext([interaction(0, { response: '**Bold**' })]));
      await waitUntil(() => texts(element).includes('**Bold**'));
      const told = oneEvent(element, 'litechat-copied');
      button(message(element, '**Bold**'), 'copy').click();
      const { detail } = (await told) as HTMLElementEventMap['litechat-copied'];
      expect(detail).to.deep.equal({ id: 'i0', conversationId: 'talk', text: '**Bold**' });
      expect(copied).to.deep.equal(['**Bold**']);
      await element.updateComplete;
      expect(find(element, '[role=status]').textContent).to.equal('Copied');
    });

    it('that the browser refuses is said', async () => {
      clipboard(() => Promise.reject(new DOMException('No', 'NotAllowedError')));
      const element = await view(await talkContext([interaction(0)]));
      await waitUntil(() => texts(element).includes('Answer 0'));
      button(message(element, 'Answer 0'), 'copy').click();
      await waitUntil(() => has(element, '[part=failure]'));
      expect(find(element, '[part=failure]').textContent).to.contain('did not let this page copy');
    });
  });

  describe('the keyboard', () => {
    it('reaches one message by Tab, the others by arrows, and its buttons by Tab again', async () => {
      const element = await view(await talkContext([interaction(0), interaction(1)]));
      await waitUntil(() => texts(element).length === 4);
      const before = document.createElement('button');
      element.before(before);
      before.focus();
      await sendKeys({ press: 'Tab' });
      expect(focusedText(element)).to.equal('Answer 1');
      for (const [key, text] of [
        ['ArrowUp', 'Question 1'],
        ['ArrowUp', 'Answer 0'],
        ['Home', 'Question 0'],
        ['ArrowUp', 'Question 0'],
        ['ArrowDown', 'Answer 0'],
        ['End', 'Answer 1'],
        ['ArrowUp', 'Question 1'],
        ['ArrowUp', 'Answer 0'],
      ] as const) {
        await sendKeys({ press: key });
        await waitUntil(() => focusedText(element) === text, `${key} to ${text}`);
      }
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot?.activeElement).to.equal(
        button(message(element, 'Answer 0'), 'copy'),
      );
      expect(messages(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    });
  });
});
