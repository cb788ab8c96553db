import { Marked, type Tokens } from 'marked';
import { codeBlock, codeTabs, type CodeTab } from './code-block.js';
import { escapeHtml } from './escape-html.js';
import type { Highlight } from './highlight.js';

/** A heading that the page's own list of contents names. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

export interface MarkdownPage {
  readonly title: string;
  /** The first paragraph, which introduces the page. */
  readonly summary: string;
  readonly html: string;
  readonly headings: readonly Heading[];
}

export interface MarkdownOptions {
  readonly highlight: Highlight;
  /** Where the page of an element is, from the page that names it; undefined for what is none. */
  readonly elementPage: (tag: string) => string | undefined;
  /** HTML in the place of `<!-- name -->`. */
  readonly inserts?: Readonly<Record<string, () => string>>;
}

/** An anchor that stays the same as long as the words do. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** What is written on keys, as guides name them. */
const keys = new Set([
  ...['↑', '↓', '←', '→', 'Home', 'End', 'Page Up', 'Page Down'],
  ...['Enter', 'Esc', 'Space', 'Tab', 'Shift', 'Ctrl', '⌘', 'Delete', 'F2', 'F10', '/', '*', 'A'],
]);

/** Long names may go on in the next line after a dot or a bracket; in tables very long words too. */
const breakable = (code: string): string =>
  code.length > 20
    ? code
        .replace(/[a-z]{3,}[A-Za-z]{18,}/g, (word) =>
          word.replace(/(?<=[a-z])(?=[A-Z])/g, '<wbr class="inside">'),
        )
        .replace(/(?<=\w)[.(](?=\w)/g, '$&<wbr>')
    : code;

/** The two hyphens of a custom property stay with what follows them. */
const unbroken = (code: string): string =>
  code.replace(/^--\w+/, (start) => `<span class="unbroken">${start}</span>`);

/**
 * A guide, with anchors, coloured code and links from tags to their pages. Code fences that follow
 * each other with ` tab=Name ` become tabs; one with ` live ` is shown and run.
 */
export function renderMarkdownPage(
  source: string,
  { highlight, elementPage, inserts = {} }: MarkdownOptions,
): MarkdownPage {
  const headings: Heading[] = [];
  let title = '';
  let summary = '';
  let waiting: CodeTab[] = [];

  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const inner = this.parser.parseInline(tokens);
        const plain = text.replace(/`/g, '');
        const id = slugOf(plain);
        headings.push({ id, text: plain, depth });
        const anchor = `<a class="anchor" href="#${id}" aria-label="Link to “${escapeHtml(plain)}”">#</a>`;
        return `<h${depth} id="${id}">${inner}${anchor}</h${depth}>\n`;
      },
      code({ text, lang = '' }) {
        const [language = '', ...words] = lang.split(/\s+/);
        const option = (name: string) =>
          words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
        if (words.includes('live')) return liveExample(highlight, text, option('height'));
        return codeBlock(highlight, text, language, option('title')?.replaceAll('_', ' '));
      },
      codespan({ text }) {
        const tag = /^<?(litechat-[a-z-]+)>?$/.exec(text)?.[1];
        const href = tag === undefined ? undefined : elementPage(tag);
        if (keys.has(text)) return `<kbd>${text}</kbd>`;
        const code = `<code>${unbroken(breakable(escapeHtml(text)))}</code>`;
        return href === undefined ? code : `<a href="${href}">${code}</a>`;
      },
      link({ href, tokens }) {
        const address = /^[a-z-]+\.md(#.*)?$/.test(href) ? href.replace('.md', '.html') : href;
        return `<a href="${escapeHtml(address)}">${this.parser.parseInline(tokens)}</a>`;
      },
      html({ text }) {
        const name = /^<!-- ([a-z-]+) -->\s*$/.exec(text)?.[1];
        return name === undefined ? text : (inserts[name]?.() ?? '');
      },
      table(token) {
        return tableOf(token, (tokens) => this.parser.parseInline(tokens));
      },
    },
  });

  const tokens = marked.lexer(source);
  const blocks: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) blocks.push(codeTabs(highlight, waiting));
    waiting = [];
  };
  for (const token of tokens) {
    const tab = tabOf(token);
    if (tab) {
      waiting.push(tab);
      continue;
    }
    if (token.type === 'space') continue;
    flush();
    if (token.type === 'heading' && token['depth'] === 1 && title === '') {
      title = String(token['text']);
    } else if (token.type === 'paragraph' && title !== '' && summary === '') {
      summary = marked.parseInline(String(token['text']), { async: false });
    } else {
      blocks.push(marked.parser([token]));
    }
  }
  flush();
  return { title, summary, html: blocks.join('\n'), headings };
}

function tabOf(token: { type: string; lang?: string; text?: string }): CodeTab | undefined {
  if (token.type !== 'code') return undefined;
  const [language = '', ...words] = (token.lang ?? '').split(/\s+/);
  const name = words.find((word) => word.startsWith('tab='))?.slice(4);
  return name === undefined
    ? undefined
    : { name: name.replaceAll('_', ' '), language, code: token.text ?? '' };
}

function liveExample(highlight: Highlight, code: string, height = 'auto'): string {
  return `<div class="example" data-height="${height}">
<div class="stage" data-live>${code}</div>
${codeBlock(highlight, code, 'html')}
</div>`;
}

function tableOf(
  { header, rows }: Tokens.Table,
  inline: (tokens: Tokens.TableCell['tokens']) => string,
): string {
  const head = header.map(({ tokens }) => `<th scope="col">${inline(tokens)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map(({ tokens }) => `<td>${inline(tokens)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<div class="table" tabindex="0" role="group" aria-label="Table"><table>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>\n`;
}
