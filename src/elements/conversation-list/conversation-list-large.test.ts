import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import {
  focusRow,
  focused,
  freshContext,
  press,
  rows,
  search,
  titleOf,
  titles,
} from '../../../test/support/conversation-list.js';
import { find } from '../../../test/support/shadow.js';
import { packOutline, type OutlineEntry } from '../../model/outline.js';
import type { ConversationList } from './conversation-list.js';

const MANY = 100_000;
const CHUNK = 5000;

const none = { parentId: '', isPinned: false, isArchived: false, isTrashed: false, createdAt: 0 };

/** The first is the newest; every tenth is in the project. */
const entry = (number: number): OutlineEntry => ({
  ...none,
  type: 'conversation',
  id: `c${String(number)}`,
  title: `Talk ${String(number)}`,
  parentId: number % 10 === 0 ? 'box' : '',
  updatedAt: 1e12 - number * 60_000,
});

/** A list of an outline that is there already; nothing else of the database is read for it. */
async function largeList(): Promise<ConversationList> {
  const { database, ...context } = freshContext();
  const box: OutlineEntry = { ...none, type: 'project', id: 'box', title: 'Box', updatedAt: 0 };
  const chunks = Array.from({ length: MANY / CHUNK }, (_, number) => ({
    ...packOutline([
      ...(number === 0 ? [box] : []),
      ...Array.from({ length: CHUNK }, (__, index) => entry(number * CHUNK + index)),
    ]),
    number,
  }));
  await database.outline.bulkPut(chunks);
  await database.bookkeeping.put({ key: 'outline', value: { upTo: 0, chunks: chunks.length } });
  const place = await fixture(html`
    <div style="height: 600px">
      <litechat-conversation-list .context=${{ database, ...context }}></litechat-conversation-list>
    </div>
  `);
  const element = place.querySelector('litechat-conversation-list');
  if (!element) throw new Error('no list');
  await waitUntil(() => context.stores.outline.getState().isComplete, 'all of it', {
    timeout: 20_000,
  });
  await element.updateComplete;
  return element;
}

describe('<litechat-conversation-list> of 100,000 conversations', function () {
  this.timeout(60_000);

  it('has few rows in the document, and says of each where it stands among all', async () => {
    const element = await largeList();
    // Nine of ten are at the top level, with the project that holds the rest.
    const atTop = String(MANY * 0.9 + 1);
    expect(rows(element).length).to.be.within(10, 100);
    expect(rows(element)[0]?.ariaSetSize).to.equal(atTop);
    expect(titles(element)[0]).to.equal('Box');

    await focusRow(element, 'Box');
    await press(element, 'ArrowRight', 'ArrowRight');
    const inBox = focused(element);
    expect(inBox?.ariaLevel).to.equal('2');
    expect(inBox?.ariaSetSize).to.equal(String(MANY / 10));
    expect(inBox?.ariaPosInSet).to.equal('1');

    await press(element, 'End');
    const last = focused(element);
    expect(last && titleOf(last)).to.equal(`Talk ${String(MANY - 1)}`);
    expect([last?.ariaLevel, last?.ariaPosInSet, last?.ariaSetSize]).to.deep.equal([
      '1',
      atTop,
      atTop,
    ]);
    await press(element, 'ArrowUp');
    expect(focused(element)?.ariaPosInSet).to.equal(String(MANY * 0.9));
    expect(rows(element).length).to.be.below(100);
    await expect(element).to.be.accessible();
  });

  it('shows the rows in sight wherever it is scrolled to', async () => {
    const element = await largeList();
    const tree = find(element, '[role=tree]');
    for (const part of [0.5, 0.999, 0.25, 0]) {
      tree.scrollTop = (tree.scrollHeight - tree.clientHeight) * part;
      await nextFrame();
      await element.updateComplete;
      const { left, top, height } = tree.getBoundingClientRect();
      const inMiddle = element.shadowRoot?.elementFromPoint(left + 60, top + height / 2);
      expect(inMiddle?.closest('[role=treeitem]'), String(part)).not.to.equal(null);
      expect(rows(element).length).to.be.below(100);
    }
  });

  it('marks all of them at once, and what lies between two rows far apart', async () => {
    const element = await largeList();
    const status = (): string => find(element, '[part=marked-bar]').textContent;
    const pressed = async (key: string, modifiers: KeyboardEventInit): Promise<number> => {
      const begun = performance.now();
      const event = new KeyboardEvent('keydown', { key, bubbles: true, ...modifiers });
      focused(element)?.dispatchEvent(event);
      await element.updateComplete;
      return performance.now() - begun;
    };
    await focusRow(element, 'Box');
    const times = [await pressed('a', { ctrlKey: true })];
    expect(status()).to.contain('90,001 selected');
    expect(rows(element).every(({ ariaSelected }) => ariaSelected === 'true')).to.be.true;
    expect(rows(element).length).to.be.below(100);
    times.push(await pressed('ArrowDown', {}), await pressed('ArrowDown', {}));
    times.push(await pressed(' ', {}));
    expect(status()).to.contain('90,000 selected');
    times.push(await pressed('Escape', {}));
    times.push(await pressed('End', { ctrlKey: true, shiftKey: true }));
    expect(status()).to.contain('89,999 selected');
    expect(rows(element).length).to.be.below(100);
    await expect(element).to.be.accessible();
    expect(Math.max(...times), 'milliseconds').to.be.below(500);
  });

  it('finds titles among all of them', async () => {
    const element = await largeList();
    await search(element, 'talk 99999');
    expect(titles(element)).to.deep.equal(['Talk 99999']);
    await search(element, 'talk 9999');
    expect(titles(element)).to.include.members(['Box', 'Talk 99990', 'Talk 9999']);
    await search(element, 'talk');
    expect(rows(element).length).to.be.within(10, 100);
  });
});
