import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  button,
  interaction,
  message,
  talkContext,
  texts,
  view,
} from '../../../test/support/conversation-view.js';
import { find } from '../../../test/support/shadow.js';
import { renderMarkdown } from '../../markdown.js';
import type { ConversationView } from './conversation-view.js';

/** Two answers with a reasoning, a link and code, shown between two buttons of the page. */
async function viewBetweenButtons(count = 2): Promise<ConversationView> {
  const context = await talkContext(
    Array.from({ length: count }, (_, index) =>
      interaction(index, {
        response: `Answer ${index}, [a link](https://example.com)\n\n    code`,
        metadata: { reasoning: 'I think' },
      }),
    ),
  );
  const element = await view(context);
  element.renderer = (text, { part }) => (part === 'answer' ? renderMarkdown(text) : text);
  await waitUntil(() => element.shadowRoot?.querySelector('article a') !== null);
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  element.before(before);
  element.after(after);
  before.focus();
  return element;
}

/** What has the focus: of the page's two buttons nothing is said, of a message its part. */
function focused(element: ConversationView): string | undefined {
  const active = element.shadowRoot?.activeElement ?? document.activeElement;
  return active instanceof HTMLButtonElement
    ? (active.getAttribute('aria-label') ?? undefined)
    : active?.matches('article')
      ? active.ariaLabel?.replace(/,.*/, '')
      : active?.localName;
}

async function tab(element: ConversationView, times: number): Promise<(string | undefined)[]> {
  const found = [];
  for (let time = 0; time < times; time++) {
    await sendKeys({ press: 'Tab' });
    found.push(focused(element));
  }
  return found;
}

const inside = ['summary', 'a', 'pre', 'Copy the answer', 'Good answer', 'Poor answer'];

describe('<litechat-conversation-view>, by Tab', () => {
  it('reaches a message, then what is in that alone, then what follows the view', async () => {
    const element = await viewBetweenButtons();
    expect(await tab(element, 8)).to.deep.equal(['Answer', ...inside, undefined]);
    await sendKeys({ down: 'Shift' });
    const back = await tab(element, 8);
    await sendKeys({ up: 'Shift' });
    expect(back).to.deep.equal([...inside.toReversed(), 'Answer', undefined]);
  });

  it('reaches what is in another message once that has had the focus', async () => {
    const element = await viewBetweenButtons();
    await tab(element, 1);
    await sendKeys({ press: 'Home' });
    await waitUntil(() => focused(element) === 'You');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focused(element) === 'Answer');
    const first = find(element, '[aria-posinset="2"]');
    expect(element.shadowRoot?.activeElement).to.equal(first);
    expect(await tab(element, 7)).to.deep.equal([...inside, undefined]);
  });

  it('goes on from what a pointer has focused in a message', async () => {
    const element = await viewBetweenButtons();
    const good = button(find(element, '[aria-posinset="2"]'), 'good');
    good.focus();
    await element.updateComplete;
    expect(await tab(element, 2)).to.deep.equal(['Poor answer', undefined]);
    expect(find(element, 'article[tabindex="0"]').ariaPosInSet).to.equal('2');
  });

  it('reaches what the page has slotted into a message only from there', async () => {
    const element = await viewBetweenButtons();
    for (const id of ['i0', 'i1']) {
      const answer = document.createElement('div');
      answer.slot = `answer-${id}`;
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.textContent = id;
      answer.append(link);
      element.append(answer);
    }
    // What is slotted changes the heights, after which the view goes to its end again.
    await waitUntil(() => find(element, 'article[tabindex="0"]').ariaPosInSet === '4');
    expect(await tab(element, 3)).to.deep.equal(['Answer', 'summary', 'a']);
    expect(document.activeElement?.textContent).to.equal('i1');
    element.querySelector<HTMLElement>('[href="#i0"]')?.focus();
    await element.updateComplete;
    expect(find(element, 'article[tabindex="0"]').ariaPosInSet).to.equal('2');
  });

  it('reaches the first message in sight where the reader has scrolled to', async () => {
    const element = await viewBetweenButtons(40);
    await waitUntil(() => texts(element).includes('Question 39'));
    const last = message(element, 'Question 39').nextElementSibling;
    expect(find(element, 'article[tabindex="0"]')).to.equal(last);
    // What is measured meanwhile may still move the view to its end.
    await waitUntil(() => {
      find(element, '[part=messages]').scrollTop = 0;
      return texts(element).includes('Question 0');
    });
    await waitUntil(() => message(element, 'Question 0').tabIndex === 0);
    expect(await tab(element, 1)).to.deep.equal(['You']);
    expect(element.shadowRoot?.activeElement).to.equal(message(element, 'Question 0'));
  });
});
