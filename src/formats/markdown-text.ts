/** What is markup anywhere; what is markup at the start of a block or, as `#`, at a heading's end. */
const MARKUP = /[\\`*_~[\]<>&]|#(?=\s|$)|^[-+](?=\s|$)|(?<=^\d{1,9})[.)](?=\s|$)/g;

/**
 * Makes text safe inside one line of Markdown, such as a heading: one line, and nothing in it is
 * markup. What is no text gives none.
 */
export function inlineText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(MARKUP, '\\$&');
}

/** A fenced block of code, with a fence longer than any in the code. */
export function fenced(code: string, language: string): string {
  let fence = '```';
  for (const [run] of code.matchAll(/`+/g)) {
    if (run.length >= fence.length) fence = `${run}\``;
  }
  return `${fence}${language}\n${code}\n${fence}`;
}

/**
 * Closes a block of code that the text leaves open, as an answer does that was stopped half-way:
 * all that follows would be code. The rules are CommonMark's, 4.5 Fenced code blocks.
 */
export function endsItsFences(text: string): string {
  let open: { indent: string; fence: string } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, indent = '', fence = '', rest = ''] = /^( {0,3})(`{3,}|~{3,})(.*)$/s.exec(line) ?? [];
    if (fence === '') continue;
    if (!open) {
      if (fence.startsWith('~') || !rest.includes('`')) open = { indent, fence };
    } else if (fence.startsWith(open.fence) && rest.trim() === '') {
      open = undefined;
    }
  }
  return open ? `${text}\n${open.indent}${open.fence}` : text;
}
