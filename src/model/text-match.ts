/** A text cut into what matched and what did not, in order. */
export interface TextPart {
  text: string;
  isMatch: boolean;
}

/** Above stand the combining marks, and all for which a look at the whole text costs less. */
const FIRST_MARK = 0x300;

/** What each character below {@link FIRST_MARK} becomes, by its code. */
const foldedBelow: (string | undefined)[] = [];

/** Without case and accents, so that "zurich" finds "Zürich". */
export function fold(text: string): string {
  // A list folds a hundred thousand titles, of which most are Latin: a third of the time.
  const lower = text.toLowerCase();
  let folded = '';
  let from = 0;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code < 0x80) continue;
    if (code >= FIRST_MARK) return foldAny(lower);
    folded += lower.slice(from, at) + (foldedBelow[code] ??= foldAny(lower.charAt(at)));
    from = at + 1;
  }
  return from === 0 ? lower : folded + lower.slice(from);
}

function foldAny(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      // By way of capitals, "ß" and "SS" become the same.
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
  );
}

/**
 * Cuts the text at each place where the query occurs, whatever its case and accents.
 *
 * @param query As {@link fold} makes it.
 * @returns Undefined when it does not occur.
 */
export function matchText(text: string, query: string): TextPart[] | undefined {
  // Quick for the many texts that do not match; the exact places cost more.
  if (query === '' || !fold(text).includes(query)) return undefined;
  const characters = [...text];
  const folded = foldCharacters(text);
  const parts: TextPart[] = [];
  let done = 0;
  for (let start = 0; start < characters.length; start++) {
    const end = endOfMatch(folded, start, query);
    if (end === undefined) continue;
    if (start > done) parts.push({ text: characters.slice(done, start).join(''), isMatch: false });
    parts.push({ text: characters.slice(start, end).join(''), isMatch: true });
    done = end;
    start = end - 1;
  }
  if (done < characters.length) {
    parts.push({ text: characters.slice(done).join(''), isMatch: false });
  }
  return parts;
}

/** So much before a match leaves it in sight in a list of usual width. */
const SHORT_START = 24;

/**
 * Parts whose first match stands far from the start, cut a few words before it.
 *
 * @returns What was cut off, and the parts without it.
 */
export function skipToMatch(parts: readonly TextPart[]): {
  skipped: string;
  shown: readonly TextPart[];
} {
  const [first, ...others] = parts;
  if (!first || first.isMatch || first.text.length <= SHORT_START) {
    return { skipped: '', shown: parts };
  }
  const near = /(?:\S+\s+){0,2}\S*$/u.exec(first.text)?.[0] ?? '';
  // Without spaces, as in Japanese or an address, a few characters have to do.
  const text =
    near.length <= SHORT_START
      ? near
      : Array.from(near)
          .slice(-SHORT_START / 2)
          .join('');
  const skipped = first.text.slice(0, first.text.length - text.length);
  return { skipped, shown: [{ text, isMatch: false }, ...others] };
}

/** One entry a character of the text; folding may leave none of it, or make two ("ß" gives "ss"). */
function foldCharacters(text: string): string[] {
  return Array.from(text, fold);
}

/** The characters of a match are whole ones: a query that ends inside "ß" takes it along. */
function endOfMatch(folded: readonly string[], start: number, query: string): number | undefined {
  if (folded[start] === '') return undefined;
  let matched = '';
  for (let end = start; end < folded.length; end++) {
    matched += folded[end] ?? '';
    if (matched.startsWith(query)) return endWithMarks(folded, end + 1);
    if (!query.startsWith(matched)) return undefined;
  }
  return undefined;
}

/** Accents that stand after their letter belong to it. */
function endWithMarks(folded: readonly string[], end: number): number {
  while (folded[end] === '') end++;
  return end;
}
