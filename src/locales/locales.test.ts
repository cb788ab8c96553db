import { expect } from '@open-wc/testing';
import { countingIn } from './counting.js';
import de from './de.js';
import en from './en.js';
import es from './es.js';
import fr from './fr.js';
import italian from './it.js';

type Value = string | ((...args: (string | number | boolean | undefined)[]) => string);

/** Names, and words that two languages share. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: ['category_mods', 'passphrase', 'collection_tags'],
  es: ['category_mods'],
  fr: [
    'conversations',
    'inMessages',
    'role_assistant',
    'category_conversations',
    'category_mods',
    'secret',
    'file_conversations',
    'collection_conversations',
    'collection_interactions',
    'messages',
  ],
  it: ['passphrase'],
};

/** A call's words that are those of English, from numbers and from these names alone. */
const callsAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: [],
  es: ['count_mods'],
  fr: [
    'conversationCount',
    'count_conversations',
    'count_interactions',
    'count_mods',
    'secretCount',
  ],
  it: [],
};

const numbers = [0, 1, 2, 5, 1000];
/** A name that would do for a number as well: a call does not tell which it wants. */
const sample = '7';

const entriesOf = (translation: object): [string, Value][] =>
  Object.entries<Value>({ ...translation }).filter(([key]) => !key.startsWith('$'));

/** What a text says of every number, with names and switches where it wants those. */
function said(value: Value): string[] {
  if (typeof value === 'string') return [value];
  const lists: (string | number | boolean | undefined)[][] = [
    ...numbers.map((number) => Array.from({ length: value.length }, () => number)),
    Array.from({ length: value.length }, () => sample),
    [5, true, true],
    [5, false, false],
    [5, sample, sample],
    [2, 0, 2, 0],
    [0, 2, 0, 2],
  ];
  return lists.map((args) => value(...args));
}

describe('countingIn', () => {
  it('counts as the language does', () => {
    const forms = { one: 'un', other: 'plusieurs' };
    expect(countingIn('fr').count(0, forms)).to.equal('0 un');
    expect(countingIn('en').count(0, forms)).to.equal('0 plusieurs');
    expect(countingIn('pl').form(3, { few: 'kilka', other: 'wiele' })).to.equal('kilka');
    expect(countingIn('de').count(1000, forms)).to.equal('1.000 plusieurs');
    expect(countingIn('it').and(['a', 'b', 'c'])).to.equal('a, b e c');
    expect(countingIn('es').list(['a', 'b', 'c'])).to.equal('a, b, c');
  });
});

for (const translation of [en, de, es, fr, italian]) {
  describe(`the texts in ${translation.$name}`, () => {
    const texts = entriesOf(translation);

    it('are those of English, each of the same kind', () => {
      const kinds = (of: object): string[] =>
        entriesOf(of)
          .map(([key, value]) => `${key}: ${typeof value}`)
          .sort();
      expect(kinds(translation)).to.deep.equal(kinds(en));
    });

    it('say something for every number and name', () => {
      for (const [key, value] of texts) {
        // Of no change there is nothing to say.
        const silent = ['outcomeWords', 'tokensOfAnswer'].includes(key);
        for (const words of said(value)) {
          expect(words, key).not.to.match(/undefined|NaN|\bnull\b|\[object| {2}/);
          if (!silent) expect(words.trim(), key).not.to.equal('');
        }
      }
    });

    it('hold no straight quotes, no exclamation marks and no three dots', () => {
      for (const [key, value] of texts) {
        for (const words of said(value)) expect(words, key).not.to.match(/["'!]|\.\.\./);
      }
    });
  });
}

for (const translation of [de, es, fr, italian]) {
  describe(`the texts in ${translation.$name}, beside the English ones`, () => {
    const { $code } = translation;
    const english = new Map(entriesOf(en));

    it('are others', () => {
      const same = entriesOf(translation)
        .filter(([key, value]) => value === english.get(key))
        .map(([key]) => key);
      expect(same).to.deep.equal(sameAsEnglish[$code]);
    });

    it('are others where they count', () => {
      const same = entriesOf(translation)
        .filter(([key, value]) => {
          const original = english.get(key);
          return (
            typeof value === 'function' &&
            typeof original === 'function' &&
            value.length === original.length &&
            value(5, 5, 5, 5) === original(5, 5, 5, 5)
          );
        })
        .map(([key]) => key);
      expect(same).to.deep.equal(callsAsEnglish[$code]);
    });
  });
}

describe('a copy of unknown size', () => {
  it('is offered without a size', () => {
    for (const { clearKeepCopy } of [en, de, es, fr, italian]) {
      expect(clearKeepCopy(undefined)).not.to.match(/undefined|\(/);
      expect(clearKeepCopy('12 MB')).to.include('12 MB');
    }
  });
});

describe('the texts in French', () => {
  it('part double punctuation from the word with a space that does not break', () => {
    for (const [key, value] of entriesOf(fr)) {
      for (const words of said(value)) {
        expect(words, key).not.to.match(/[^\u202f]\?|[^\u202f];|[^\u00a0]:|«[^\u202f]|[^\u202f]»/);
      }
    }
  });

  it('count nothing in the singular', () => {
    expect(fr.count_rules(0)).to.equal('0 règle');
    expect(fr.count_rules(2)).to.equal('2 règles');
  });
});
