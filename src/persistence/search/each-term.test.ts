import { expect } from '@open-wc/testing';
import { fc } from '../../../test/support/fast-check.js';
import { eachTerm } from './each-term.js';
import { parseQuery } from './search-query.js';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  eachTerm(text, (term) => terms.push(term));
  return terms;
}

describe('the terms of a text', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['words, without case', 'Hello, World! x2', ['hello', 'world', 'x2']],
    ['words without accents', 'Ångström café ñandú', ['angstrom', 'cafe', 'nandu']],
    ['accents that stand after their letter', 'cafe\u0301 x', ['cafe', 'x']],
    ['the parts of a name', 'foo_bar.baz-qux@x', ['foo', 'bar', 'baz', 'qux', 'x']],
    ['ligatures and wide letters', 'ﬁne ＡＢＣ', ['fine', 'abc']],
    ['both numbers of a fraction', '½', ['1', '2']],
    ['a word with a soft hyphen as one', 'pere\u00ADgrine', ['peregrine']],
    ['Greek with either sigma', 'ΣΟΦΟΣ σοφος', ['σοφοσ', 'σοφοσ']],
    ['Russian', 'Ёлка', ['елка']],
    ['Arabic, without vowel signs', 'كِتَاب', ['كتاب']],
    ['pairs of Chinese characters, and the last alone', '東京都', ['東京', '京都', '都']],
    ['one character alone', '水 a', ['水', 'a']],
    ['Japanese beside Latin', 'Vue入門x', ['vue', '入門', '門', 'x']],
    ['narrow Katakana as wide', 'ｶﾞｲﾄﾞ', ['カイ', 'イト', 'ト']],
    ['characters beyond the first plane', '𠮷野', ['𠮷野', '野']],
    ['Thai by its dictionary', 'ภาษาไทย', ['ภาษา', 'ไทย']],
    ['pictograms without skin and joiners', '👍🏽👩‍💻❤️', ['👍', '👩', '💻', '❤']],
    ['flags', '🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
    ['nothing of halves of pairs', 'a\ud800b\udc00', ['a', 'b']],
    ['nothing of marks that stand alone', '\u0301 \u202E\u200F', []],
    ['a very long word by its start', 'A'.repeat(1000), ['a'.repeat(64)]],
  ];
  for (const [what, text, expected] of cases) {
    it(`are ${what}`, () => {
      // Folding takes Korean syllables and some letters apart.
      expect(termsOf(text).map((term) => term.normalize('NFC'))).to.deep.equal(
        expected.map((term) => term.normalize('NFC')),
      );
    });
  }

  it('stand where they are said to, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        eachTerm(text, (term, start, end) => {
          expect(start).to.be.at.least(last);
          expect(end).to.be.above(start).and.at.most(text.length);
          expect(term).not.to.match(/\s/u);
          last = start;
        });
      }),
    );
  });

  it('are the same of a text that was folded before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', 'ß', ' ', 'Σ', 'ς', 'Ł', '中', 'ガ', '한') }),
        (text) => {
          const joined = termsOf(`${text} ${text}`);
          expect(joined).to.deep.equal([...termsOf(text), ...termsOf(text)]);
          expect(termsOf(text.toUpperCase().toLowerCase())).to.deep.equal(termsOf(text));
        },
      ),
    );
  });
});

describe('a query', () => {
  const clauses = (text: string): string[] =>
    parseQuery(text).clauses.map(({ terms, isOpen }) => terms.join(' ') + (isOpen ? '…' : ''));

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['   ', []],
    ['Hello wor', ['hello', 'wor…']],
    ['hello world ', ['hello', 'world']],
    ['"hello wor', ['hello wor…']],
    ['"hello world"', ['hello world']],
    ['"hello world" an', ['hello world', 'an…']],
    ['„grüß gott“ x', ['gruss gott', 'x…']],
    ['"', []],
    ['foo.bar', ['foo bar…']],
    ['東京都', ['東京 京都']],
    ['水 x ', ['水…', 'x']],
    ['水', ['水…']],
  ];
  for (const [text, expected] of cases) {
    it(`of ${text === '' ? 'nothing' : JSON.stringify(text)} asks for ${JSON.stringify(expected)}`, () => {
      expect(clauses(text)).to.deep.equal(expected);
    });
  }
});
