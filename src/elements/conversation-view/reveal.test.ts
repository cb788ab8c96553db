import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import {
  interaction,
  message,
  messages,
  talkContext,
  texts,
  view,
} from '../../../test/support/conversation-view.js';
import { find } from '../../../test/support/shadow.js';
import type { ConversationView } from './conversation-view.js';

const marked = (element: ConversationView): string[] =>
  messages(element)
    .filter((each) => each.classList.contains('revealed'))
    .map((each) => each.querySelector('.text')?.textContent ?? '');

/** Whether the message stands wholly within the scroller, or covers it. */
function isInSight(element: ConversationView, text: string): boolean {
  if (!texts(element).includes(text)) return false;
  const { top, bottom } = message(element, text).getBoundingClientRect();
  const shown = find(element, '[part=messages]').getBoundingClientRect();
  return (
    top >= shown.top - 1 &&
    top < shown.bottom &&
    (bottom <= shown.bottom + 1 || top < shown.top + 40)
  );
}

/** Waits until it has stood still in sight for some frames. */
async function settled(element: ConversationView, text: string): Promise<void> {
  const scroller = find(element, '[part=messages]');
  const begun = performance.now();
  for (let still = 0, before = NaN; still < 20; before = scroller.scrollTop) {
    await nextFrame();
    still = isInSight(element, text) && scroller.scrollTop === before ? still + 1 : 0;
    if (performance.now() - begun > 6000) {
      throw new Error(`${text} is not in sight, but ${texts(element).join(', ').slice(0, 2000)}`);
    }
  }
}

/** Of heights that no estimate meets. */
const long = Array.from({ length: 3000 }, (_, index) =>
  interaction(index, {
    response: `Answer ${String(index)}${' more words'.repeat((index * 37) % 300)}`,
  }),
);

describe('a message revealed in <litechat-conversation-view>', function () {
  this.timeout(20_000);

  it('comes into sight far from the end of a conversation of thousands, and is marked for a moment', async () => {
    const element = await view(await talkContext(long));
    element.reveal('i40', 'question');
    await settled(element, 'Question 40');
    expect(marked(element)).to.deep.equal(['Question 40']);
    expect(message(element, 'Question 40').tabIndex, 'what Tab reaches').to.equal(0);
    expect(messages(element).length).to.be.below(60);
    await expect(element).to.be.accessible();
    element.reveal('i2000');
    await settled(element, 'Question 2000');
    element.reveal('i0');
    await settled(element, 'Question 0');
    await waitUntil(() => marked(element).length === 0, '', { timeout: 5000 });
    expect(isInSight(element, 'Question 0')).to.be.true;
  });

  it('is left when the user scrolls', async () => {
    const element = await view(await talkContext(long.slice(0, 300)));
    element.reveal('i5');
    await settled(element, 'Question 5');
    element.dispatchEvent(new WheelEvent('wheel'));
    find(element, '[part=messages]').scrollTop += 3000;
    await nextFrame();
    await waitUntil(() => !isInSight(element, 'Question 5'));
  });

  it('may be an answer that another one has replaced', async () => {
    const again = interaction(1, {
      id: 'again',
      type: 'message.assistant_regen',
      parentId: 'i0',
      prompt: null,
      response: 'Second answer',
      metadata: { regeneratedFromId: 'i0' },
    });
    const element = await view(await talkContext([interaction(0), again]));
    expect(texts(element)).to.include('Second answer');
    element.reveal('i0', 'answer');
    await waitUntil(() => marked(element).includes('Answer 0'));
    element.reveal('again', 'answer');
    await waitUntil(() => marked(element).includes('Second answer'));
  });

  it('may be asked for before its conversation is shown, by any part of the page', async () => {
    const context = await talkContext(long.slice(0, 100));
    const box = await fixture(html`
      <div style="block-size: 400px">
        <litechat-conversation-view .context=${context}></litechat-conversation-view>
      </div>
    `);
    const element = box.querySelector('litechat-conversation-view');
    if (!element) throw new Error('no view');
    const request = { conversationId: 'talk', interactionId: 'i3', role: 'assistant' } as const;
    context.stores.selection.getState().reveal(request);
    await waitUntil(() => marked(element)[0]?.startsWith('Answer 3'));
    element.reveal('i90');
    await settled(element, 'Question 90');
    context.stores.selection.getState().reveal(request);
    await waitUntil(() => marked(element)[0]?.startsWith('Answer 3'));
    expect(context.stores.selection.getState().itemId).to.equal('talk');
    context.stores.selection.getState().select(null, null);
    expect(context.stores.selection.getState().revealed).to.equal(null);
  });

  it('that is not there changes nothing', async () => {
    const element = await view(await talkContext([interaction(0)]));
    element.reveal('nobody');
    await element.updateComplete;
    await nextFrame();
    expect(marked(element)).to.deep.equal([]);
    expect(texts(element)).to.deep.equal(['Question 0', 'Answer 0']);
  });
});
