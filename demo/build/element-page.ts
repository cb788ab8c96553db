import { Marked } from 'marked';
import { elementCode } from '../site/element-code.js';
import { codeBlock, codeTabs } from './code-block.js';
import { escapeHtml } from './escape-html.js';
import type { Highlight } from './highlight.js';
import { liveExampleOf, stage } from './live-examples.js';
import {
  shortName,
  type ElementEntry,
  type EventEntry,
  type MemberEntry,
  type PartEntry,
} from './manifest.js';
import type { Heading } from './markdown-page.js';

export interface PageContent {
  readonly title: string;
  readonly description: string;
  readonly headings: readonly Heading[];
  readonly content: string;
}

const marked = new Marked();
const words = (text: string): string => marked.parseInline(text, { async: false });
const paragraphs = (text: string): string => marked.parse(text, { async: false });
const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

interface Section {
  readonly heading: Heading;
  readonly html: string;
}

function section(text: string, introduction: string, html: string): Section[] {
  if (html === '') return [];
  const id = text.toLowerCase().replaceAll(' ', '-');
  const intro = introduction === '' ? '' : `<p>${words(introduction)}</p>`;
  return [
    {
      heading: { id, text, depth: 2 },
      html: `<h2 id="${id}">${text}<a class="anchor" href="#${id}" aria-label="Link to “${text}”">#</a></h2>${intro}${html}`,
    },
  ];
}

function entry(id: string, term: string, type: string, text: string, notes: string[] = []): string {
  const kind = type === '' ? '' : `<dd class="type"><code>${escapeHtml(type)}</code></dd>`;
  const meta = notes.length === 0 ? '' : `<dd class="notes">${notes.join('')}</dd>`;
  const description = text === '' ? '' : `<dd>${words(text)}</dd>`;
  return `<div id="${id}"><dt>${term}</dt>${kind}${description}${meta}</div>`;
}

const entries = (rows: readonly string[]): string =>
  rows.length === 0 ? '' : `<dl class="reference">${rows.join('\n')}</dl>`;

const note = (name: string, value: string): string => `<span><b>${name}</b> ${code(value)}</span>`;

function property(member: MemberEntry): string {
  const { name, description, attribute, readonly, reflects } = member;
  // The manifest knows the default of this one by the name of a constant alone.
  const isName = member.default === 'DEFAULT_DATABASE_NAME';
  const fallback = isName ? "'LiteChatDB'" : member.default;
  const type = member.type.text === '' && isName ? 'string' : member.type.text;
  return entry(`property-${name}`, code(name), type, description, [
    ...(attribute === undefined
      ? []
      : [note(reflects ? 'Attribute, reflected' : 'Attribute', attribute)]),
    ...(fallback === undefined ? [] : [note('Default', fallback)]),
    ...(readonly ? ['<span><b>Read only</b></span>'] : []),
  ]);
}

function method({ name, description, parameters, return: result }: MemberEntry): string {
  const inside = parameters.map((parameter) => `${parameter.name}: ${parameter.type.text}`);
  const type = `(${inside.join(', ')}) => ${result?.type.text ?? 'void'}`;
  return entry(`method-${name}`, code(`${name}()`), type, description);
}

/** `{ id: string }` of `CustomEvent<{id: string}>`. */
const detailOf = (type: string): string =>
  (/^CustomEvent<(.*)>$/s.exec(type)?.[1] ?? type).replace(/^\{(.*)\}$/s, '{ $1 }');

function event({ name, type, description }: EventEntry): string {
  const cancelable = /^Cancelable(\.|; comes )\s*/.exec(description);
  const rest = cancelable ? description.slice(cancelable[0].length) : description;
  const text = cancelable?.[1]?.startsWith(';') ? `Comes ${rest}` : rest;
  const badge = cancelable ? '<span class="badge">Cancelable</span>' : '';
  return entry(`event-${name}`, `${code(name)}${badge}`, `detail: ${detailOf(type.text)}`, text);
}

const isCancelable = ({ description }: EventEntry): boolean => description.startsWith('Cancelable');

function introductionOf(events: readonly EventEntry[]): string {
  const way = 'Each bubbles and crosses shadow roots: a listener on the document hears it.';
  return events.some(isCancelable)
    ? `${way} One that is cancelable comes before anything happens: \`event.preventDefault()\` stops it.`
    : way;
}

const parts = (
  kind: string,
  list: readonly PartEntry[],
  term: (name: string) => string = (name) => code(name),
): string =>
  entries(
    list.map(({ name, description }) => entry(`${kind}-${name}`, term(name), '', description)),
  ).replace('class="reference"', 'class="reference short"');

/** What a page may give an element, in the order of the manifest. */
const fieldsOf = ({ members }: ElementEntry): MemberEntry[] =>
  members.filter(({ kind }) => kind === 'field');

function importLines(highlight: Highlight, { name, tagName }: ElementEntry): string {
  const short = shortName(tagName);
  return codeTabs(highlight, [
    {
      name: 'Bundler',
      language: 'ts',
      code: `// Defines this element, and those that it is made of.\nimport 'litechat-elements/define/${short}';`,
    },
    {
      name: 'Script tag',
      language: 'html',
      code: `<!-- Defines all elements. -->\n<script type="module" src="litechat-elements.js"></script>`,
    },
    {
      name: 'React',
      language: 'tsx',
      code: `import { ${name} } from 'litechat-elements/react/${short}';`,
    },
    {
      name: 'Class',
      language: 'ts',
      code: `// Defines nothing.\nimport { ${name} } from 'litechat-elements';`,
    },
  ]);
}

/** The page of an element, made of what the manifest says of it. */
export function elementPage(element: ElementEntry, highlight: Highlight): PageContent {
  const { tagName, name, summary, description } = element;
  const example = liveExampleOf(tagName);
  const { event: heard, properties = [], inside } = example;
  const snippets = elementCode({ tag: tagName, properties, event: heard, inside });
  const methods = element.members.filter(({ kind }) => kind === 'method');

  const sections = [
    ...section('Import', '', importLines(highlight, element)),
    ...section('Properties', '', entries(fieldsOf(element).map(property))),
    ...section('Methods', '', entries(methods.map(method))),
    ...section('Events', introductionOf(element.events), entries(element.events.map(event))),
    ...section(
      'Slots',
      '',
      parts('slot', element.slots, (slot) => (slot === '' ? '<i>default</i>' : code(slot))),
    ),
    ...section(
      'States',
      `Match them with \`${tagName}:state(${element.cssStates[0]?.name ?? ''})\`.`,
      parts('state', element.cssStates),
    ),
    ...section(
      'Parts',
      `Restyle them with \`${tagName}::part(${element.cssParts[0]?.name ?? ''})\`.`,
      parts('part', element.cssParts),
    ),
    ...section(
      'Custom properties',
      'Set them on the element or anywhere above it. [Theming](../guides/theming.html) shows what becomes of them in a theme.',
      parts('css', element.cssProperties),
    ),
  ];

  // A provider of its own says itself where its data is.
  const isOnSample = !example.html.includes('<litechat-persistence-provider');
  const place = isOnSample
    ? ' The sample on this page has a database of its own, <code>litechat-docs</code>.'
    : '';

  const content = `<header class="page-title">
<p class="kicker">${escapeHtml(name)}</p>
<h1><code>&lt;${tagName}&gt;</code></h1>
<p class="lead">${words(summary)}</p>
</header>
<div class="example">
${stage(example)}
${codeTabs(highlight, snippets)}
</div>
<p class="example-links"><a href="../playground.html?element=${shortName(tagName)}">Open in the playground</a>${place}</p>
${paragraphs(description)}
${sections.map(({ html }) => html).join('\n')}`;

  return {
    title: tagName,
    description: summary,
    headings: sections.map(({ heading }) => heading),
    content,
  };
}

/** The page that names all elements. */
export function elementsOverview(
  elements: readonly ElementEntry[],
  highlight: Highlight,
): PageContent {
  const cards = elements.map(
    ({ tagName, summary, description }) =>
      `<li><a href="./${shortName(tagName)}.html"><code>${tagName}</code><b>${words(summary.replace(/\.$/, ''))}</b><span>${words(firstSentence(description))}</span></a></li>`,
  );
  const tree = `<litechat-persistence-provider>
  <litechat-conversation-list></litechat-conversation-list>
  <litechat-conversation-view></litechat-conversation-view>
  <litechat-data-management></litechat-data-management>
</litechat-persistence-provider>`;
  return {
    title: 'Elements',
    description: 'The custom elements of the kit, and what each is for.',
    headings: [],
    content: `<header class="page-title"><h1>Elements</h1>
<p class="lead">Each works alone and all of them share one database. Without a provider around them, that is the page’s default one, <code>LiteChatDB</code>.</p></header>
${codeBlock(highlight, tree, 'html')}
<ul class="cards">${cards.join('\n')}</ul>`,
  };
}

const firstSentence = (text: string): string =>
  /^.*?[.:;](?=\s|$)/s.exec(text)?.[0].replace(/[:;]$/, '.') ?? text;

/** Every custom property of the kit, with the elements that alone have it. */
export function customProperties(elements: readonly ElementEntry[]): string {
  const all = new Map(
    elements.flatMap(({ cssProperties }) => cssProperties).map((item) => [item.name, item]),
  );
  return parts('css', [...all.values()]);
}
