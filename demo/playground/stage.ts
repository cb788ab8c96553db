import { createPersistenceContext, Persistence, openDatabase } from '../../src/index.js';
import { renderMarkdown } from '../../src/markdown.js';
import {
  fillHuge,
  fillRightToLeft,
  fillWithHostile,
  fillWithOne,
  fillWithSample,
  type OnProgress,
} from './stage-data.js';
import { claim, StageDatabase } from './stage-database.js';
import type { Contents, State } from './states.js';

type Provider = HTMLElementTagNameMap['litechat-persistence-provider'];

/** Contents that take a while to make: they stay for the next state that wants them. */
const kept = new Map<Contents, { database: StageDatabase; conversationId: string | undefined }>();

const neverAnswers = (): Promise<never> => new Promise(() => undefined);

/** What stands on the stage, and how it goes away. */
export interface Performance {
  readonly element: HTMLElement;
  readonly provider: Provider;
  readonly leave: () => Promise<void>;
}

export interface PerformanceOptions {
  readonly stage: HTMLElement;
  readonly tag: string;
  readonly state: State;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** Puts an element on the stage, in a state, on a database of its own. */
export async function perform(options: PerformanceOptions): Promise<Performance> {
  const { stage, tag, state } = options;
  const { contents, surroundings = {} } = state;
  const before = kept.get(contents);
  const database = before?.database ?? new StageDatabase();
  if (!before) {
    claim(database.name);
    await database.prepare(contents);
  }
  const provider = document.createElement('litechat-persistence-provider');
  provider.databaseName = database.name;
  if (contents === 'memory') provider.storage = 'memory';
  if (contents === 'never-opens') await hang(provider, database);
  stage.dir = surroundings.dir ?? 'ltr';
  stage.style.setProperty('--stage-width', surroundings.width ? `${surroundings.width}px` : '100%');
  stage.style.setProperty('--stage-zoom', String(surroundings.zoom ?? 1));
  stage.style.colorScheme = surroundings.scheme ?? '';

  const element = tag === provider.localName ? provider : document.createElement(tag);
  const leave = async (): Promise<void> => {
    provider.remove();
    // The provider lets go of the database when it is known not to have been moved.
    await Promise.resolve();
    if (!kept.has(contents)) await database.delete();
  };
  try {
    stage.replaceChildren(provider);
    const id = before ? before.conversationId : await fill(provider, database, options);
    if (contents === 'many' || contents === 'huge') {
      kept.set(contents, { database, conversationId: id });
    }
    show(provider, element, id);
    if (contents === 'upgraded-elsewhere') await database.upgradeElsewhere();
  } catch (error) {
    await leave();
    throw error;
  }
  return { element, provider, leave };
}

function show(provider: Provider, element: HTMLElement, conversationId: string | undefined): void {
  if (element.matches('litechat-conversation-view')) {
    Object.assign(element, {
      conversationId: conversationId ?? null,
      renderer: (text: string, { part }: { part: string }) =>
        part === 'question' ? text : renderMarkdown(text),
    });
  }
  provider.append(
    element === provider ? document.createElement('litechat-conversation-list') : element,
  );
}

/** A database in which nothing ever answers. */
async function hang(provider: Provider, { name }: StageDatabase): Promise<void> {
  const { context } = createPersistenceContext(new Persistence(await openDatabase({ name })));
  Object.defineProperty(context.database, 'transaction', { value: neverAnswers });
  context.persistence.loadLastInteractions = neverAnswers;
  context.persistence.countRecords = neverAnswers;
  provider.context = context;
}

/** Resolves to the id of the conversation that a view shows. */
async function fill(
  provider: Provider,
  { name }: StageDatabase,
  { state, onProgress, signal }: PerformanceOptions,
): Promise<string | undefined> {
  switch (state.contents) {
    case 'never-opens':
      return name;
    case 'blocked':
    case 'newer':
    case 'broken':
      return undefined;
    case 'empty':
    case 'emptied':
      await provider.ready();
      return undefined;
    case 'one':
    case 'memory':
    case 'upgraded-elsewhere':
      return fillWithOne(await provider.ready());
    case 'many':
      return fillWithSample(await provider.ready());
    case 'hostile':
      return fillWithHostile(await provider.ready());
    case 'right-to-left':
      return fillRightToLeft(await provider.ready());
    case 'huge':
      await fillHuge(await provider.ready(), onProgress, signal);
      return undefined;
  }
}
