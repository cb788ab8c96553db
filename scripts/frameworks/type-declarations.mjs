/**
 * What all frameworks are told: each element with its class, what may be set on it under the names of
 * its properties and of its attributes, and the events that it fires.
 */
export function sharedTypes(elements) {
  const entries = elements.map(
    ({ tag, name, summary, properties, attributes, events }) => `  /** ${summary} */
  '${tag}': {
    element: ${name};
    properties: ${union(properties)};
    attributes: {${attributes.map((attribute) => ` '${attribute.name}': '${attribute.property}';`).join('')} };
    events: ${union(events.map((event) => event.name))};
  };`,
  );
  return `${elements
    .map(({ name, module }) => `import type { ${name} } from '.${module}';`)
    .join('\n')}

interface Elements {
${entries.join('\n')}
}

/** The tag of an element of this kit. */
export type LitechatTag = keyof Elements;

/** The class of an element. */
export type ElementOf<Tag extends LitechatTag> = Elements[Tag]['element'];

/** What may be set on an element, under the names of its properties. */
export type PropertiesOf<Tag extends LitechatTag> = {
  [Name in Elements[Tag]['properties'] & keyof ElementOf<Tag>]?: ElementOf<Tag>[Name] | undefined;
};

/** What may be written in markup: a boolean is there or not, everything else is text. */
export type AttributesOf<Tag extends LitechatTag> = {
  [Name in keyof Elements[Tag]['attributes']]?:
    | (ElementOf<Tag>[Elements[Tag]['attributes'][Name] & keyof ElementOf<Tag>] & (string | boolean))
    | undefined;
};

/** What may be set under either name; where both are the same, as the property. */
export type SettableOf<Tag extends LitechatTag> = PropertiesOf<Tag> &
  Omit<AttributesOf<Tag>, keyof PropertiesOf<Tag>>;

/** The events that an element fires. */
export type EventsOf<Tag extends LitechatTag> = {
  [Name in Elements[Tag]['events'] & keyof HTMLElementEventMap]: HTMLElementEventMap[Name];
};

/** The same as attributes that listen, such as \`onlitechat-selection-changed\`. */
export type ListenersOf<Tag extends LitechatTag, Prefix extends string = 'on'> = {
  [Name in keyof EventsOf<Tag> & string as \`\${Prefix}\${Name}\`]?:
    | ((event: EventsOf<Tag>[Name]) => void)
    | undefined;
};
`;
}

const union = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';

const SHARED = "from './elements.js';";

/** For each framework, a module that tells its compiler of the elements. */
export const frameworkTypes = {
  react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ElementOf, LitechatTag, ListenersOf, SettableOf } ${SHARED}

type Props<Tag extends LitechatTag> = Omit<
  DetailedHTMLProps<HTMLAttributes<ElementOf<Tag>>, ElementOf<Tag>>,
  'context'
> & { class?: string | undefined } & SettableOf<Tag> &
  ListenersOf<Tag>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends LitechatIntrinsicElements {}
  }
}

type LitechatIntrinsicElements = { [Tag in LitechatTag]: Props<Tag> };
`,
  preact: `import type { HTMLAttributes } from 'preact';
import type { ElementOf, LitechatTag, ListenersOf, SettableOf } ${SHARED}

type Props<Tag extends LitechatTag> = Omit<HTMLAttributes<ElementOf<Tag>>, 'context'> &
  SettableOf<Tag> &
  ListenersOf<Tag>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends LitechatIntrinsicElements {}
  }
}

type LitechatIntrinsicElements = { [Tag in LitechatTag]: Props<Tag> };
`,
  solid: `import type { JSX } from 'solid-js';
import type { AttributesOf, ElementOf, LitechatTag, ListenersOf, PropertiesOf } ${SHARED}

type Explicit<Tag extends LitechatTag> = {
  [Name in keyof PropertiesOf<Tag> & string as \`prop:\${Name}\`]?: PropertiesOf<Tag>[Name];
} & {
  [Name in keyof AttributesOf<Tag> & string as \`\${Kind<AttributesOf<Tag>[Name]>}:\${Name}\`]?:
    AttributesOf<Tag>[Name];
};

type Kind<Value> = Exclude<Value, undefined> extends boolean ? 'bool' : 'attr';

type Props<Tag extends LitechatTag> = JSX.HTMLAttributes<ElementOf<Tag>> &
  Explicit<Tag> &
  AttributesOf<Tag> &
  ListenersOf<Tag, 'on:'>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends LitechatIntrinsicElements {}
  }
}

type LitechatIntrinsicElements = { [Tag in LitechatTag]: Props<Tag> };
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, LitechatTag, ListenersOf, SettableOf } ${SHARED}

type Props<Tag extends LitechatTag> = HTMLAttributes<ElementOf<Tag>> &
  SettableOf<Tag> &
  ListenersOf<Tag>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends LitechatSvelteElements {}
}

type LitechatSvelteElements = { [Tag in LitechatTag]: Props<Tag> };
`,
  vue: `import type { HTMLAttributes, ReservedProps } from 'vue';
import type { ElementOf, EventsOf, LitechatTag, SettableOf } ${SHARED}

/** As Vue's guide has it for elements that Vue did not make. */
type Component<Tag extends LitechatTag> = new () => ElementOf<Tag> & {
  /** @deprecated For the compiler alone. */
  $props: HTMLAttributes & ReservedProps & Slotted & SettableOf<Tag> & Listeners<Tag>;
};

type Slotted = { slot?: string | undefined };

type Listeners<Tag extends LitechatTag> = {
  [Name in keyof EventsOf<Tag> & string as \`on\${Capitalize<Camel<Name>>}\`]?:
    | ((event: EventsOf<Tag>[Name]) => void)
    | undefined;
};

type Camel<Text extends string> = Text extends \`\${infer Start}-\${infer Rest}\`
  ? \`\${Start}\${Capitalize<Camel<Rest>>}\`
  : Text;

declare module 'vue' {
  interface GlobalComponents extends LitechatComponents {}
}

type LitechatComponents = { [Tag in LitechatTag]: Component<Tag> };
`,
};
