import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { escapeHtml } from './escape-html.js';

// The theme's own names follow: `--token-string`.
const PREFIX = '--';
const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: PREFIX });

let highlighter: Promise<HighlighterCore> | undefined;

const start = (): Promise<HighlighterCore> =>
  (highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [theme],
    langs: [
      import('shiki/langs/css.mjs'),
      import('shiki/langs/html.mjs'),
      import('shiki/langs/http.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/shellscript.mjs'),
      import('shiki/langs/svelte.mjs'),
      import('shiki/langs/tsx.mjs'),
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/vue.mjs'),
    ],
  }));

/** Turns code into HTML; a language that it does not know leaves the code as it is. */
export type Highlight = (code: string, language: string) => string;

/** Colours are classes, such as `token-string`: a strict policy refuses colours in attributes. */
export async function createHighlight(): Promise<Highlight> {
  const shiki = await start();
  const known = new Set(shiki.getLoadedLanguages());
  return (code, language) => {
    if (!known.has(language)) return escapeHtml(code);
    const { tokens } = shiki.codeToTokens(code, {
      lang: language,
      theme: theme.name ?? 'classes',
      // A machine that is busy takes longer, and would leave lines without colours.
      tokenizeTimeLimit: 0,
    });
    return tokens
      .map((line) => line.map(({ content, color }) => span(content, color)).join(''))
      .join('\n');
  };
}

function span(content: string, color: string | undefined): string {
  const name = /^var\(--(token-[a-z-]+)\)$/.exec(color ?? '')?.[1];
  const text = escapeHtml(content);
  const isPlain = name === undefined || name === 'token-foreground';
  return isPlain || content.trim() === '' ? text : `<span class="${name}">${text}</span>`;
}
