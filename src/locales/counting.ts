/** A text in the forms that a language has for numbers: `other` for those without one of their own. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How a language writes numbers, and what follows them. */
export interface Counting {
  /** "1,000" */
  number: (number: number) => string;
  /** The form that the number wants, without the number. */
  form: (number: number, forms: Forms) => string;
  /** The number with its form: "3 rules". */
  count: (number: number, forms: Forms) => string;
  /** "a, b and c" */
  and: (words: readonly string[]) => string;
  /** "a, b, c" */
  list: (words: readonly string[]) => string;
}

export function countingIn(language: string): Counting {
  const numbers = atFirstUse(() => new Intl.NumberFormat(language));
  const rules = atFirstUse(() => new Intl.PluralRules(language));
  const all = atFirstUse(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const parts = atFirstUse(() => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));
  const number = (value: number): string => numbers().format(value);
  const form = (value: number, forms: Forms): string => forms[rules().select(value)] ?? forms.other;
  return {
    number,
    form,
    count: (value, forms) => `${number(value)} ${form(value, forms)}`,
    and: (words) => all().format(words),
    list: (words) => parts().format(words),
  };
}

/** Making a format of Intl takes milliseconds, which the start of a page is not to wait for. */
function atFirstUse<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => (made ??= make());
}
