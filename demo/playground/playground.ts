import '../listen.js';
import '../../src/define/all.js';
import { connectLanguage } from '../language.js';
import { pagePart } from '../page-part.js';
import { elementCode } from '../site/element-code.js';
import { showCode } from './code-view.js';
import { describedElements } from './described-elements.js';
import { givenProperties, propertyControls } from './property-controls.js';
import { perform, type Performance } from './stage.js';
import { deleteLeftovers } from './stage-database.js';
import { states, statesOf, type State } from './states.js';

const NAME = /^litechat-/;
const groups = ['Data', 'Trouble', 'Surroundings'] as const;

const elements = describedElements();
const stage = pagePart('stage', HTMLDivElement);
const choice = pagePart('element', HTMLSelectElement);
const stateList = pagePart('states', HTMLDivElement);
const note = pagePart('note', HTMLParagraphElement);
const request = pagePart('request', HTMLButtonElement);
const progress = pagePart('making', HTMLProgressElement);
const controls = pagePart('properties', HTMLDivElement);
const code = pagePart('code', HTMLDivElement);

let current: Performance | undefined;
let abort = new AbortController();
/** One after the other: a database is gone before the next comes. */
let queue = Promise.resolve();

const asked = new URLSearchParams(location.search);
const described = () => elements.find(({ tag }) => tag === choice.value) ?? elements[0];

function chosenState(): State | undefined {
  const id = stateList.querySelector<HTMLInputElement>('input:checked')?.value;
  return states.find((state) => state.id === id) ?? states[0];
}

/** The states of the element, with the chosen one still chosen, if it has that. */
function drawStates(chosen: string | null): void {
  const offered = statesOf(choice.value);
  const id = offered.some((state) => state.id === chosen) ? chosen : offered[0]?.id;
  stateList.replaceChildren(
    ...groups.map((group) => {
      const set = document.createElement('fieldset');
      const legend = document.createElement('legend');
      legend.textContent = group;
      set.append(legend, ...offered.filter((state) => state.group === group).map(radio));
      return set;
    }),
  );
  for (const input of stateList.querySelectorAll('input')) input.checked = input.value === id;
}

function radio({ id, name }: State): HTMLLabelElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'state';
  input.value = id;
  label.append(input, name);
  return label;
}

/** Shows what is chosen; `mayTakeLong` when the reader has asked for it. */
function show(mayTakeLong = false): void {
  const state = chosenState();
  const element = described();
  if (!state || !element) return;
  const address = new URL(location.href);
  address.searchParams.set('element', element.tag.replace(NAME, ''));
  address.searchParams.set('state', state.id);
  history.replaceState(null, '', address);
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  delete stage.dataset['shown'];
  note.textContent = state.note;
  note.classList.remove('failed');
  stage.dataset['element'] = element.tag;
  request.hidden = state.onRequest === undefined || mayTakeLong;
  request.textContent = state.onRequest ?? '';
  queue = queue
    .then(async () => {
      await current?.leave();
      current = undefined;
      stage.replaceChildren();
      controls.replaceChildren();
      if (signal.aborted || !request.hidden) return;
      progress.removeAttribute('value');
      progress.hidden = false;
      current = await perform({
        stage,
        tag: element.tag,
        state,
        signal,
        onProgress: (fraction) => (progress.value = fraction),
      });
      connectControls(current);
    })
    .catch((error: unknown) => {
      if (signal.aborted) return;
      note.textContent = `This state could not be made. ${String(error)}`;
      note.classList.add('failed');
    })
    .finally(() => {
      if (signal.aborted) return;
      progress.hidden = true;
      stage.dataset['shown'] = `${element.tag} ${state.id}`;
    });
}

function connectControls({ element, provider }: Performance): void {
  const description = described();
  if (!description) return;
  // The stage's own, which is of no use in another page.
  const { databaseName } = provider;
  const update = (): void => {
    const properties = givenProperties(element, description).filter(
      ({ value }) => value !== databaseName,
    );
    const { tag, event, inside } = description;
    showCode(code, elementCode({ tag, properties, event, inside }));
  };
  const fields = propertyControls(element, description, update);
  if (fields.length === 0) {
    const none = document.createElement('p');
    none.className = 'hint';
    none.textContent = 'This element has no attributes.';
    fields.push(none);
  }
  controls.replaceChildren(...fields);
  update();
}

connectLanguage([stage]);
for (const { tag } of elements) choice.add(new Option(tag.replace(NAME, ''), tag));
choice.value = `litechat-${(asked.get('element') ?? 'conversation-list').replace(NAME, '')}`;
if (choice.selectedIndex < 0) choice.selectedIndex = 0;
drawStates(asked.get('state'));
choice.addEventListener('change', () => {
  drawStates(chosenState()?.id ?? null);
  show();
});
stateList.addEventListener('change', () => show());
request.addEventListener('click', () => show(true));
deleteLeftovers().catch(reportError);
show();
