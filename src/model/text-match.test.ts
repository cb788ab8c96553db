import { expect } from '@open-wc/testing';
import { fold, matchText, skipToMatch } from './text-match.js';

const marked = (text: string, query: string): string | undefined =>
  matchText(text, fold(query))
    ?.map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('fold', () => {
  it('leaves of every character what is left without case and accents, whatever stands beside it', () => {
    const wanted = (text: string): string =>
      text
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toUpperCase()
        .toLowerCase()
        .replaceAll('ς', 'σ');
    const differing: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = `É${String.fromCodePoint(code)}x`;
      if (fold(text) !== wanted(text)) differing.push(code.toString(16));
    }
    expect(differing).to.deep.equal([]);
  });

  it('takes half a character as it is', () => {
    // Firefox makes it one that stands for any.
    expect(['a\ud83d', 'a\ufffd']).to.include(fold('Ä\ud83d'));
  });
});

describe('matchText', () => {
  it('finds a text whatever its case and accents', () => {
    expect(marked('Zürich to Kraków', 'zurich')).to.equal('[Zürich] to Kraków');
    expect(marked('zurich', 'ZÜRICH')).to.equal('[zurich]');
    expect(marked('Straße', 'STRASSE')).to.equal('[Straße]');
    expect(marked('ΟΔΟΣ Αθηνών', 'οδός')).to.equal('[ΟΔΟΣ] Αθηνών');
  });

  it('marks every occurrence', () => {
    expect(marked('banana', 'an')).to.equal('b[an][an]a');
  });

  it('takes along an accent that stands after its letter', () => {
    expect(marked('Zu\u0308rich', 'zu')).to.equal('[Zu\u0308]rich');
    expect(marked('Zu\u0308rich', 'r')).to.equal('Zu\u0308[r]ich');
  });

  it('takes whole characters only', () => {
    expect(marked('Maß', 'mas')).to.equal('[Maß]');
    expect(marked('a🙂b', 'b')).to.equal('a🙂[b]');
  });

  it('says when there is no match, and matches nothing with nothing', () => {
    expect(matchText('Zürich', 'bern')).to.equal(undefined);
    expect(matchText('Zürich', '')).to.equal(undefined);
  });
});

describe('skipToMatch', () => {
  const skipped = (text: string, query: string): string => {
    const { skipped: start, shown } = skipToMatch(matchText(text, fold(query)) ?? []);
    return `${start}|${shown.map((part) => part.text).join('')}`;
  };

  it('leaves a match near the start where it is', () => {
    expect(skipped('How to bake bread', 'bread')).to.equal('|How to bake bread');
    expect(skipped('bread', 'bread')).to.equal('|bread');
  });

  it('starts a few words before a match far from the start', () => {
    expect(skipped('What I would like to know about how to bake bread today', 'bread')).to.equal(
      'What I would like to know about how |to bake bread today',
    );
  });

  it('starts a few characters before a match in a text without spaces', () => {
    expect(skipped(`${'x'.repeat(40)}bread`, 'bread')).to.equal(
      `${'x'.repeat(28)}|${'x'.repeat(12)}bread`,
    );
  });
});
