/** A property of an element as code gives it. */
export interface GivenProperty {
  /** Of the property: `conversationId`. */
  readonly name: string;
  /** Of its attribute: `conversation-id`. */
  readonly attribute: string;
  readonly value: string | boolean | null;
}

export interface GivenElement {
  readonly tag: string;
  readonly properties: readonly GivenProperty[];
  /** An event to listen to, with its prefix. */
  readonly event?: string | undefined;
  /** The tag of an element that stands in it. */
  readonly inside?: string | undefined;
}

export interface ElementCode {
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

const NAME = /^litechat-/;
const indent = '  ';

const given = ({ properties }: GivenElement): GivenProperty[] =>
  properties.filter(({ value }) => value !== null && value !== false);

/** Text in quotes, as HTML and JSX want it. */
const quoted = (value: string): string =>
  `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

const attribute = (name: string, value: string | boolean): string =>
  value === true ? name : `${name}=${quoted(String(value))}`;

function openTag(tag: string, attributes: readonly string[], end: string): string {
  if (attributes.length === 0) return `<${tag}${end}`;
  const [only = ''] = attributes;
  const line = `<${tag} ${only}${end}`;
  if (attributes.length === 1 && line.length < 60) return line;
  return `<${tag}\n${attributes.map((text) => `${indent}${text}`).join('\n')}\n${end.trimStart()}`;
}

const deeper = (code: string, by: string): string => code.replace(/^(?=.)/gm, by);

/** Each element is its own import, so that a bundler leaves the others out. */
const defining = (tags: readonly string[], by = ''): string =>
  tags.map((tag) => `${by}import 'litechat-elements/define/${tag.replace(NAME, '')}';`).join('\n');

/** The element with what stands in it; HTML knows no tag that closes itself. */
function markup(
  { tag, inside }: GivenElement,
  attributes: readonly string[],
  closesItself: boolean,
): string {
  const empty = (name: string): string => (closesItself ? ' />' : `></${name}>`);
  if (inside === undefined) return openTag(tag, attributes, empty(tag));
  const child = openTag(inside, [], empty(inside));
  return `${openTag(tag, attributes, '>')}\n${deeper(child, indent)}\n</${tag}>`;
}

/** The code that puts an element, as it is given, into a page or an app of each kind. */
export function elementCode(element: GivenElement): ElementCode[] {
  const { tag, event, inside } = element;
  const properties = given(element);
  const attributes = properties.map((property) =>
    attribute(property.attribute, property.value ?? ''),
  );
  const tags = inside === undefined ? [tag] : [tag, inside];
  const define = defining(tags);

  const script = event
    ? `\n\n<script type="module">\n  const element = document.querySelector('${tag}');\n  element.addEventListener('${event}', (event) => {\n    console.log(event.detail);\n  });\n</script>`
    : '';
  const html = `<script type="module" src="litechat-elements.js"></script>\n\n${markup(element, attributes, false)}${script}`;

  const inJsx = [
    ...attributes,
    ...(event ? [`on${event}={({ detail }) => console.log(detail)}`] : []),
  ];
  const jsx = `${define}\nimport type {} from 'litechat-elements/types/react';\n\nexport const Part = () => (\n${deeper(markup(element, inJsx, true), indent)}\n);`;

  const inVue = [...attributes, ...(event ? [`@${event}="({ detail }) => show(detail)"`] : [])];
  const show = event ? '\n\nconst show = (detail: unknown) => console.log(detail);' : '';
  const vue = `<script setup lang="ts">\n${define}\nimport type {} from 'litechat-elements/types/vue';${show}\n</script>\n\n<template>\n${deeper(markup(element, inVue, true), indent)}\n</template>`;

  const inSvelte = [
    ...attributes,
    ...(event ? [`on${event}={({ detail }) => console.log(detail)}`] : []),
  ];
  const svelte = `<script lang="ts">\n${defining(tags, indent)}\n  import type {} from 'litechat-elements/types/svelte';\n</script>\n\n${markup(element, inSvelte, false)}`;

  return [
    { name: 'HTML', language: 'html', code: html },
    { name: 'React', language: 'tsx', code: jsx },
    { name: 'Vue', language: 'vue', code: vue },
    { name: 'Svelte', language: 'svelte', code: svelte },
  ];
}
