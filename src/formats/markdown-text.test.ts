import { expect } from '@open-wc/testing';
import { endsItsFences, fenced, inlineText } from './markdown-text.js';

describe('inlineText', () => {
  it('is one line without markup', () => {
    expect(inlineText(' a\n# b\r\n\u2028\tc\0 ')).to.equal('a # b c'.replace('#', '\\#'));
    expect(inlineText('*b* _i_ `c` [l](u) <b> &amp; ~s~ \\')).to.equal(
      '\\*b\\* \\_i\\_ \\`c\\` \\[l\\](u) \\<b\\> \\&amp; \\~s\\~ \\\\',
    );
  });

  it('leaves plain text as it is', () => {
    for (const text of [
      'Plan B - v2 (draft)!',
      'C++ in 2026. Why?',
      'a#b',
      '3.14',
      '日本語 😀',
      '10.5 kg',
    ]) {
      expect(inlineText(text)).to.equal(text);
    }
  });

  it('is no list and no heading at the start, and no end of a heading', () => {
    expect(inlineText('- a')).to.equal('\\- a');
    expect(inlineText('+ a')).to.equal('\\+ a');
    expect(inlineText('12. a')).to.equal('12\\. a');
    expect(inlineText('1) a')).to.equal('1\\) a');
    expect(inlineText('## a ##')).to.equal('#\\# a #\\#');
  });

  it('is empty for what is no text', () => {
    for (const value of [undefined, null, 3, {}, ['a']]) expect(inlineText(value)).to.equal('');
  });
});

describe('fenced', () => {
  it('has a fence longer than any run of backticks inside', () => {
    expect(fenced('a', 'json')).to.equal('```json\na\n```');
    expect(fenced('`` ```` `', '')).to.equal('`````\n`` ```` `\n`````');
  });
});

describe('endsItsFences', () => {
  it('leaves text alone whose blocks of code end', () => {
    for (const text of [
      'a',
      '```js\na\n```',
      '~~~\n```\n~~~',
      '````\n```\n`````  ',
      '```a`b',
      '    ```',
      '```\r\na\r\n```',
    ]) {
      expect(endsItsFences(text)).to.equal(text);
    }
  });

  it('ends the block that a text leaves open', () => {
    expect(endsItsFences('a\n```js\nb')).to.equal('a\n```js\nb\n```');
    expect(endsItsFences('~~~~\n```\n~~~')).to.equal('~~~~\n```\n~~~\n~~~~');
    expect(endsItsFences('- a\n  ```\n  b')).to.equal('- a\n  ```\n  b\n  ```');
    expect(endsItsFences('```\na\n```\n```')).to.equal('```\na\n```\n```\n```');
    expect(endsItsFences('```\na\n``` js')).to.equal('```\na\n``` js\n```');
  });
});
