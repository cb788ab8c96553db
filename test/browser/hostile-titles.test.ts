import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import '../../src/define/conversation-list.js';
import '../../src/define/conversation-view.js';
import '../../src/define/data-management.js';
import type { ConversationList } from '../../src/elements/conversation-list/conversation-list.js';
import type { Interaction } from '../../src/model/entities.js';
import { answer, choose, dialogOf, press, rows, titles } from '../support/conversation-list.js';
import { interaction, messages } from '../support/conversation-view.js';
import { backupOf } from '../support/files.js';
import { freshPersistence } from '../support/fresh-database.js';
import { blankTitles, hostileTitles } from '../support/hostile-titles.js';
import { choose as chooseFile, freshContext } from '../support/restore-panel.js';
import '../../src/define/restore-panel.js';
import { find } from '../support/shadow.js';

const hostile = Object.entries(hostileTitles);
const all = [...hostile, ...Object.entries(blankTitles)];
const NARROW = '320px';

/** Nothing in the element is wider than it, but what is meant to be scrolled or is cut off. */
function expectNoOverflow(element: Element, what: string): void {
  const { right, left } = element.getBoundingClientRect();
  expect(element.scrollWidth, what).to.be.at.most(element.clientWidth);
  for (const inner of element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
    const { overflowX } = getComputedStyle(inner);
    if (overflowX !== 'visible') continue;
    const box = inner.getBoundingClientRect();
    if (box.width === 0 || isCutOff(inner)) continue;
    expect(box.right, `${what}: ${inner.outerHTML.slice(0, 80)}`).to.be.at.most(right + 1);
    expect(box.left, `${what}: ${inner.outerHTML.slice(0, 80)}`).to.be.at.least(left - 1);
  }
}

/** Whether something around it, inside of the element, cuts it off or scrolls it. */
function isCutOff(inner: Element): boolean {
  for (let at = inner.parentElement; at; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== 'visible') return true;
  }
  return false;
}

/** What a screen reader calls an element that is labelled by others. */
function nameOf(element: Element): string {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('not in a shadow tree');
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  return ids.map((id) => root.getElementById(id)?.textContent.trim() ?? '').join(' ');
}

/** What is left when all that cannot be seen is taken away. */
const visible = (text: string): string => text.replaceAll(/[\p{C}\p{Z}]/gu, '');

async function listOf(
  given: readonly string[],
  where: 'conversations' | 'projects' = 'conversations',
): Promise<[ConversationList, PersistenceContext]> {
  const { context } = createPersistenceContext(freshPersistence());
  const newest = Date.UTC(2026, 0, 1);
  for (const [at, title] of given.entries()) {
    const updatedAt = new Date(newest - at * 60_000);
    const id = `t${String(at)}`;
    if (where === 'projects') {
      await context.persistence.saveProject({ id, name: title, parentId: null, updatedAt });
    } else {
      await context.persistence.saveConversation({ id, title, projectId: null, updatedAt });
    }
  }
  const box = await fixture(html`
    <div style="inline-size: ${NARROW}; block-size: 1200px">
      <litechat-conversation-list .context=${context}></litechat-conversation-list>
    </div>
  `);
  const element = box.querySelector('litechat-conversation-list');
  if (!element) throw new Error('no list');
  await waitUntil(() => rows(element).length >= given.length, 'rows');
  return [element, context];
}

describe('hostile titles', () => {
  const { title: pageTitle } = document;

  afterEach(() => {
    expect(document.title, 'no markup has run').to.equal(pageTitle);
  });

  describe('in the list', () => {
    for (const where of ['conversations', 'projects'] as const) {
      it(`show as text in rows that are like the others: ${where}`, async () => {
        const [element] = await listOf(
          ['A plain one', ...hostile.map(([, title]) => title)],
          where,
        );
        const shown = rows(element);
        const [plain] = shown;
        if (!plain) throw new Error('no rows');
        const { height, left, right } = plain.getBoundingClientRect();
        const endOf = (row: Element): number =>
          row.querySelector('.end')?.getBoundingClientRect().right ?? NaN;
        for (const [at, [what, title]] of hostile.entries()) {
          const row = shown[at + 1];
          if (!row) throw new Error(`no row of ${what}`);
          const cell = row.querySelector('[part=title]');
          expect(cell?.textContent, what).to.equal(title);
          expect(cell?.childElementCount, what).to.equal(0);
          const box = row.getBoundingClientRect();
          expect([box.height, box.left, box.right], what).to.deep.equal([height, left, right]);
          expect(cell?.getBoundingClientRect().height, what).to.be.at.most(height);
          expect(endOf(row), what).to.equal(endOf(plain));
          expect(nameOf(row), what).to.contain(title.trim());
        }
        expectNoOverflow(element, where);
        await expect(element).to.be.accessible();
      });
    }

    it('turn no neighbour round', async () => {
      const [element] = await listOf(['A plain one', ...hostile.map(([, title]) => title)]);
      for (const [at, row] of rows(element).entries()) {
        const what = hostile[at - 1]?.[0] ?? 'plain';
        const [lead, title, time] = ['.lead', '.title', 'time'].map((part) =>
          row.querySelector(part)?.getBoundingClientRect(),
        );
        if (!lead || !title || !time) throw new Error('no parts');
        expect(lead.right, what).to.be.at.most(title.left + 4);
        expect(title.right, what).to.be.at.most(time.left + 1);
        const { unicodeBidi } = getComputedStyle(row.querySelector('.title') ?? row);
        expect(unicodeBidi, what).to.be.oneOf(['isolate', 'plaintext']);
      }
    });

    for (const [what, title] of Object.entries(blankTitles)) {
      it(`have a name all the same when there is nothing to see in them: ${what}`, async () => {
        const [element] = await listOf([title]);
        const [row] = rows(element);
        if (!row) throw new Error('no row');
        expect(visible(row.querySelector('[part=title]')?.textContent ?? '')).to.equal('Untitled');
        expect(visible(nameOf(row))).to.contain('Untitled');
        expect(row.querySelector('[part=more]')?.getAttribute('aria-label')).to.contain('Untitled');
      });
    }

    it('are as they were when a renaming ends without a change', async () => {
      const [element, { database }] = await listOf(all.map(([, title]) => title));
      for (const row of rows(element)) {
        row.focus();
        await press(element, 'F2', 'Enter');
      }
      for (const [at, [what, title]] of all.entries()) {
        const row = await database.conversations.get(`t${String(at)}`);
        expect(row?.title, what).to.equal(title);
      }
    });

    it('stay in their place in the toast and in the question of a deletion', async () => {
      const [element] = await listOf(hostile.map(([, title]) => title));
      for (const [what, title] of hostile) {
        rows(element)[0]?.focus();
        await press(element, 'Delete');
        const said = title.replaceAll(/[\u2066-\u2069]/g, '').trim();
        await waitUntil(
          () => element.shadowRoot?.querySelector('.toast')?.textContent.includes(said),
          what,
        );
        const words = find(element, '.toast .words bdi');
        expect(words.childElementCount, what).to.equal(0);
        expect(words.textContent.split('\u2068').length, what).to.equal(2);
        expect(find(element, '.toast').getBoundingClientRect().height, what).to.be.below(80);
        expectNoOverflow(element, what);
      }
      await expect(element).to.be.accessible();

      find(element, '[data-shelf=trashed]').click();
      await waitUntil(() => rows(element).length === hostile.length);
      for (const [at, [what]] of hostile.entries()) {
        rows(element)[0]?.focus();
        await press(element, 'Delete');
        await waitUntil(() => dialogOf(element).open);
        const dialog = dialogOf(element);
        expect(dialog.querySelector('h2')?.childElementCount, what).to.equal(0);
        expect(dialog.scrollWidth, what).to.be.at.most(dialog.clientWidth);
        expect(dialog.getBoundingClientRect().height, what).to.be.below(300);
        await answer(element, '[value=sure]');
        await waitUntil(() => rows(element).length === hostile.length - at - 1, what);
      }
    });

    it('can be told apart and chosen in the dialog that moves', async () => {
      const [element, { persistence, database }] = await listOf(
        all.map(([, title]) => title),
        'projects',
      );
      await persistence.saveConversation({ id: 'moved', title: 'Moved', projectId: null });
      await waitUntil(() => titles(element).includes('Moved'), 'moved', { timeout: 5000 });
      await choose(element, 'Moved', 'Move to…');
      const dialog = find(element, 'dialog.move', HTMLDialogElement);
      await waitUntil(() => dialog.open);
      expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
      expect(dialog.querySelectorAll('img, b, style')).to.have.length(0);
      const places = [...dialog.querySelectorAll<HTMLElement>('.destination')];
      expect(places).to.have.length(all.length + 1);
      const heights = places.map((place) => Math.round(place.getBoundingClientRect().height));
      expect(new Set(heights).size, heights.join()).to.equal(1);
      for (const place of places) {
        expect(visible(place.textContent)).not.to.equal('');
        expect(place.scrollWidth).to.be.at.most(place.clientWidth);
      }
      await expect(element).to.be.accessible();
      places.at(-1)?.click();
      dialog.querySelector<HTMLElement>('[value=move]')?.click();
      await waitUntil(async () => (await database.conversations.get('moved'))?.projectId !== null);
    });
  });

  it('show as text in the view, in every part of a message', async () => {
    const { context } = createPersistenceContext(freshPersistence());
    await context.persistence.saveConversation({ id: 'talk', title: 'Talk', projectId: null });
    const rowsOf = (title: string, index: number): Interaction =>
      interaction(index, {
        prompt: {
          id: 'p',
          content: title,
          metadata: { attachedFiles: [{ name: title, size: 1, type: 'text/plain' }] },
        },
        response: title,
        status: 'ERROR',
        metadata: {
          modelId: title,
          error: title,
          reasoning: title,
          toolCalls: [{ name: title, arguments: title }],
          attachedFiles: [{ name: title, size: 1 }],
        },
      });
    for (const [what, title] of hostile) {
      await context.persistence.deleteInteractionsForConversation('talk');
      await context.persistence.saveInteractions([rowsOf(title, 0), rowsOf('Plain', 1)]);
      const box = await fixture(html`
        <div style="inline-size: ${NARROW}; block-size: 600px">
          <litechat-conversation-view
            conversation-id="talk"
            .context=${context}
          ></litechat-conversation-view>
        </div>
      `);
      const element = box.querySelector('litechat-conversation-view');
      if (!element) throw new Error('no view');
      await waitUntil(() => messages(element).length === 4, what);
      for (const folded of element.shadowRoot?.querySelectorAll('details') ?? []) {
        folded.open = true;
      }
      await element.updateComplete;
      expect(messages(element)[0]?.querySelector('.text')?.textContent, what).to.equal(title);
      expect(element.shadowRoot?.querySelector('img, b, style'), what).to.equal(null);
      expectNoOverflow(element, what);
      const scroller = find(element, '[part=messages]');
      expect(scroller.scrollWidth, what).to.be.at.most(scroller.clientWidth);
      box.remove();
    }
  });

  it('show as text in the panels of storage and restore', async () => {
    const context = await freshContext();
    const items = all.map(([, title], at) => ({ title, id: String(at) }));
    const conversation = (id: string, title: string): object => ({
      id,
      title,
      projectId: null,
      createdAt: new Date(0).toISOString(),
      updatedAt: new Date(0).toISOString(),
    });
    const box = await fixture(html`
      <div style="inline-size: ${NARROW}">
        <litechat-data-management .context=${context}></litechat-data-management>
        <litechat-restore-panel .context=${context}></litechat-restore-panel>
      </div>
    `);
    await context.persistence.saveConversations(
      items.map(({ id, title }) => ({ id: `here-${id}`, title, projectId: null })),
    );
    const element = box.querySelector('litechat-restore-panel');
    const storage = box.querySelector('litechat-data-management');
    if (!element || !storage) throw new Error('no panel');
    await Promise.all([element.updateComplete, storage.updateComplete]);
    const file = backupOf({
      conversations: items.map(({ id, title }) => conversation(id, title)),
      interactions: [],
      mods: items.map(({ id, title }) => ({
        name: `${id}${title}`,
        sourceUrl: null,
        scriptContent: title,
        enabled: true,
        loadOrder: 1,
        createdAt: new Date(0).toISOString(),
      })),
    });
    await chooseFile(element, new File([file], `${hostileTitles.markup}\u202E${'x'.repeat(200)}`));
    for (const folded of element.shadowRoot?.querySelectorAll('details') ?? []) folded.open = true;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('img, b')).to.equal(null);
    expectNoOverflow(element, 'restore');
    await expect(element).to.be.accessible();
    expectNoOverflow(storage, 'data management');
    for (const part of storage.shadowRoot?.querySelectorAll('*') ?? []) {
      if (part.shadowRoot) expectNoOverflow(part, part.localName);
    }
  });
});
