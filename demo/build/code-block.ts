import { escapeHtml } from './escape-html.js';
import type { Highlight } from './highlight.js';

const names: Readonly<Record<string, string>> = {
  css: 'CSS',
  html: 'HTML',
  http: 'HTTP',
  js: 'JavaScript',
  json: 'JSON',
  jsx: 'JSX',
  sh: 'Shell',
  svelte: 'Svelte',
  ts: 'TypeScript',
  tsx: 'TSX',
  vue: 'Vue',
};

/** Code that was taken out of something, without the space that it stood in. */
function dedented(code: string): string {
  const lines = code.trimEnd().split('\n');
  const depths = lines.filter((line) => line !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...depths))).join('\n');
}

/** Code with its colours and a button that copies it. */
export function codeBlock(
  highlight: Highlight,
  code: string,
  language: string,
  title = names[language] ?? language,
): string {
  return `<figure class="code">
<figcaption>${escapeHtml(title)}</figcaption>
<button class="copy" type="button">Copy</button>
<pre dir="ltr" tabindex="0" role="group" aria-label="Code: ${escapeHtml(title)}"><code>${highlight(dedented(code), language)}</code></pre>
</figure>`;
}

export interface CodeTab {
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

/** The same in several ways: one below the other, until the page's script makes tabs of them. */
export function codeTabs(highlight: Highlight, tabs: readonly CodeTab[]): string {
  const panels = tabs.map(
    ({ name, language, code }) =>
      `<div class="tab" data-name="${escapeHtml(name)}">${codeBlock(highlight, code, language, name)}</div>`,
  );
  return `<div class="code-tabs">${panels.join('\n')}</div>`;
}
