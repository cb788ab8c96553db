/** `litechat-selection-changed` becomes `onSelectionChanged`. */
const handlerOf = (event) =>
  event.replace(/^litechat/, 'on').replace(/-(.)/g, (_dash, letter) => letter.toUpperCase());

/**
 * The modules of React components, by file name: one an element, so that a bundler takes those alone
 * that are used, and one with all.
 */
export function reactWrappers(elements) {
  const files = { 'index.js': '', 'index.d.ts': '' };
  for (const element of elements) {
    const file = element.tag.replace('litechat-', '');
    files[`${file}.js`] = component(element);
    files[`${file}.d.ts`] = componentTypes(element);
    files['index.js'] += `export * from './${file}.js';\n`;
    files['index.d.ts'] += `export * from './${file}.js';\n`;
  }
  return files;
}

function component({ tag, name, module, definition, events }) {
  const handlers = events.map((event) => `    ${handlerOf(event.name)}: '${event.name}',\n`);
  return `import { createComponent } from '@lit/react';
import * as React from 'react';
import { ${name} as Element } from '.${module}';
import '.${definition}';

export const ${name} = /* @__PURE__ */ createComponent({
  react: React,
  tagName: '${tag}',
  elementClass: Element,
  events: {\n${handlers.join('')}  },
});
`;
}

function componentTypes({ name, module, summary, events }) {
  const handlers = events.map(
    ({ name: event, description }) =>
      `${description && `    /** ${description.replace(/\s+/g, ' ')} */\n`}    ${handlerOf(event)}: EventName<HTMLElementEventMap['${event}']>;\n`,
  );
  return `import type { EventName, ReactWebComponent } from '@lit/react';
import type { ${name} as Element } from '.${module}';

/** ${summary} */
export declare const ${name}: ReactWebComponent<
  Element,
  {\n${handlers.join('')}  }
>;
`;
}
