import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import { LiteChatError } from '../../src/errors.js';
import '../../src/define/conversation-list.js';
import '../../src/define/conversation-view.js';
import '../../src/define/persistence-provider.js';
import type { Interaction } from '../../src/model/entities.js';
import {
  choose,
  filledContext,
  freshContext,
  press,
  row,
  search,
} from '../support/conversation-list.js';
import {
  button,
  interaction,
  message,
  messages,
  talkContext,
} from '../support/conversation-view.js';
import { find, has } from '../support/shadow.js';

type List = HTMLElementTagNameMap['litechat-conversation-list'];
type View = HTMLElementTagNameMap['litechat-conversation-view'];
type Provider = HTMLElementTagNameMap['litechat-persistence-provider'];

/** On a page that has the colours of the scheme, as axe looks at what is behind the text. */
async function show<Shown extends HTMLElement>(content: TemplateResult): Promise<Shown> {
  const box = await fixture<HTMLElement>(html`
    <div style="background: Canvas; color: CanvasText; block-size: 500px">${content}</div>
  `);
  const [shown] = box.children;
  return shown as Shown;
}

async function list(context: PersistenceContext): Promise<List> {
  const element = await show<List>(
    html`<litechat-conversation-list .context=${context}></litechat-conversation-list>`,
  );
  await comes(() => element.matches(':state(full), :state(empty), :state(failed)'));
  return element;
}

async function view(interactions: readonly Interaction[]): Promise<View> {
  const context = await talkContext(interactions);
  const element = await show<View>(html`
    <litechat-conversation-view
      conversation-id="talk"
      .context=${context}
    ></litechat-conversation-view>
  `);
  await comes(() => element.matches(':state(full), :state(empty)'));
  return element;
}

/** A provider of a database that is in this way, with a list and a view in it. */
async function provider(name: string, storage = 'indexeddb'): Promise<Provider> {
  return show<Provider>(html`
    <litechat-persistence-provider database-name=${name} storage=${storage}>
      <litechat-conversation-list style="block-size: 200px"></litechat-conversation-list>
      <litechat-conversation-view style="block-size: 200px"></litechat-conversation-view>
    </litechat-persistence-provider>
  `);
}

const connections: IDBDatabase[] = [];
const names: string[] = [];

function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

/** A connection that knows nothing of the kit. */
async function openPast(name: string, version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  connections.push(request.result);
  return request.result;
}

/** A second, which it takes otherwise, is little on a machine that has much to do. */
const comes = (isThere: () => unknown): Promise<void> =>
  waitUntil(isThere, undefined, { timeout: 8000 });
const neverAnswers = (): Promise<never> => new Promise(() => {});
const refused = new LiteChatError('quota-exceeded', 'No room. Nothing was changed.');
const isOpen = (element: Element, selector: string): boolean => has(element, `${selector}[open]`);

const everything: Partial<Interaction> = {
  prompt: {
    id: 'p',
    content: 'Which?',
    metadata: { attachedFiles: [{ name: 'plan.pdf', size: 1200, type: 'application/pdf' }] },
  },
  metadata: {
    modelId: 'model-1',
    inputTokens: 100,
    outputTokens: 200,
    reasoning: 'First this, then that.',
    toolCalls: [{ name: 'search', arguments: { query: 'x' } }],
    toolResults: [{ name: 'search', result: 'y' }],
  },
};

const states: Record<string, () => Promise<HTMLElement>> = {
  'an empty list': async () => list(freshContext()),
  'a list of rows, one of them selected and pinned': async () => {
    const context = await filledContext();
    await context.stores.outline.getState().pin([{ type: 'conversation', id: 'soup' }]);
    const element = await list(context);
    row(element, 'Work').click();
    row(element, 'Soup').click();
    return element;
  },
  'a list that is loading': async () => {
    const context = freshContext();
    Object.defineProperty(context.database, 'transaction', { value: neverAnswers });
    const element = await show<List>(
      html`<litechat-conversation-list .context=${context}></litechat-conversation-list>`,
    );
    await comes(() => element.matches(':state(loading)'));
    return element;
  },
  'a list that could not be read': async () => {
    const context = freshContext();
    const value = (): Promise<never> => Promise.reject(refused);
    Object.defineProperty(context.database, 'transaction', { value });
    return list(context);
  },
  'a list with a renaming': async () => {
    const element = await list(await filledContext());
    row(element, 'Work').focus();
    await press(element, 'F2');
    return element;
  },
  'a list whose disk is full': async () => {
    const context = await filledContext();
    context.persistence.updateRecord = () => Promise.reject(refused);
    const element = await list(context);
    row(element, 'Soup').focus();
    await press(element, 'F2', 'x', 'Enter');
    await comes(() => has(element, '[role=alert]'));
    return element;
  },
  'a list with the menu of a row': async () => {
    const element = await list(await filledContext());
    row(element, 'Soup').querySelector<HTMLElement>('.more')?.click();
    await comes(() => has(element, '[role=menu]:popover-open'));
    return element;
  },
  'a list that asks where to move': async () => {
    const element = await list(await filledContext());
    await choose(element, 'Soup', 'Move to…');
    await comes(() => isOpen(element, 'dialog.move'));
    return element;
  },
  'a list with a note that offers to undo': async () => {
    const element = await list(await filledContext());
    row(element, 'Soup').focus();
    await press(element, 'Delete');
    await comes(() => has(element, '[part=toast]'));
    return element;
  },
  'the archive': async () => {
    const context = await filledContext();
    await context.stores.outline.getState().archive([{ type: 'project', id: 'work' }]);
    const element = await list(context);
    find(element, '[data-shelf=archived]').click();
    await element.updateComplete;
    return element;
  },
  'the trash': async () => {
    const context = await filledContext();
    await context.stores.outline.getState().trash([{ type: 'project', id: 'work' }]);
    const element = await list(context);
    find(element, '[data-shelf=trashed]').click();
    await element.updateComplete;
    return element;
  },
  'the trash, which asks whether one is sure': async () => {
    const context = await filledContext();
    await context.stores.outline.getState().trash([{ type: 'conversation', id: 'soup' }]);
    const element = await list(context);
    find(element, '[data-shelf=trashed]').click();
    await element.updateComplete;
    find(element, '[part=empty-trash]').click();
    await comes(() => isOpen(element, 'dialog'));
    return element;
  },
  'a search with matches': async () => {
    const element = await list(await filledContext());
    await search(element, 'soup');
    return element;
  },
  'a search without': async () => {
    const element = await list(await filledContext());
    await search(element, 'xyzzy');
    return element;
  },
  'a view of no conversation': async () => {
    const element = await show<View>(
      html`<litechat-conversation-view .context=${freshContext()}></litechat-conversation-view>`,
    );
    await comes(() => element.matches(':state(nothing-selected)'));
    return element;
  },
  'a view of an empty conversation': async () => view([]),
  'a view that is loading': async () => {
    const context = await talkContext();
    context.persistence.loadLastInteractions = neverAnswers;
    const element = await show<View>(html`
      <litechat-conversation-view
        conversation-id="talk"
        .context=${context}
      ></litechat-conversation-view>
    `);
    await comes(() => element.matches(':state(loading)'));
    return element;
  },
  'a view with everything folded open': async () => {
    const element = await view([interaction(0, everything)]);
    await comes(() => messages(element).length === 2);
    for (const folded of element.shadowRoot?.querySelectorAll('details') ?? []) folded.open = true;
    return element;
  },
  'a view of answers that failed, were cancelled, are waited for': async () =>
    view(
      (['ERROR', 'WARNING', 'CANCELLED', 'PAUSED', 'AWAITING_INPUT', 'PENDING'] as const).map(
        (status, index) =>
          interaction(index, { status, startedAt: new Date(), metadata: { error: 'No answer.' } }),
      ),
    ),
  'a view of one of several answers, which is rated': async () => {
    const element = await view([
      interaction(0, { rating: 1 }),
      interaction(1, { type: 'message.assistant_regen', parentId: 'i0', prompt: null }),
    ]);
    await comes(() => has(element, '[part~=previous]'));
    button(message(element, 'Answer 1'), 'previous').click();
    await element.updateComplete;
    return element;
  },
  'a view while an answer arrives': async () => {
    const element = await view([interaction(0, { status: 'STREAMING', startedAt: new Date() })]);
    element.context?.stores.interactions.getState().beginStream('i0').update({ response: 'So' });
    await comes(() => element.matches(':state(streaming)'));
    return element;
  },
  'a view in which earlier messages are on their way': async () => {
    const many = Array.from({ length: 400 }, (_, index) => interaction(index));
    const element = await view(many);
    find(element, '[part=messages]').scrollTop = 0;
    await comes(() => has(element, '.placeholder, [part=latest]'));
    return element;
  },
  'a provider in memory': async () => {
    const element = await provider(freshName(), 'memory');
    await comes(() => has(element, '[part=banner]'));
    return element;
  },
  'a provider that is blocked': async () => {
    const name = freshName();
    await openPast(name, 10);
    const element = await provider(name);
    await comes(() => element.matches(':state(blocked)'));
    return element;
  },
  'a provider of a newer database': async () => {
    const name = freshName();
    (await openPast(name, 9990)).close();
    const element = await provider(name);
    await comes(() => element.matches(':state(newer)'));
    return element;
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`axe finds nothing, in ${colorScheme} colours, in`, () => {
    const { style } = document.documentElement;
    before(() => {
      style.colorScheme = colorScheme;
    });
    after(() => {
      style.colorScheme = '';
    });

    afterEach(() => {
      fixtureCleanup();
      for (const connection of connections.splice(0)) connection.close();
      for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
    });

    for (const [state, arrange] of Object.entries(states)) {
      it(state, async () => {
        const element = await arrange();
        for (const animation of document.getAnimations()) animation.finish();
        expect(getComputedStyle(element).colorScheme).to.equal(colorScheme);
        await expect(element).to.be.accessible();
        for (const inner of element.children) await expect(inner).to.be.accessible();
      });
    }
  });
}
