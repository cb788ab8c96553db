import { expect, fixture, html } from '@open-wc/testing';
import { renderMarkdown, type MarkdownRenderOptions } from './markdown.js';

function render(text: string, options?: MarkdownRenderOptions): HTMLElement {
  const box = document.createElement('div');
  box.append(renderMarkdown(text, options));
  return box;
}

describe('rendered Markdown', () => {
  it('has headings, lists, tables, code and emphasis', () => {
    const box = render(
      '# Title\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet x = 1 < 2;\n```',
    );
    expect(box.querySelector('h1')?.textContent).to.equal('Title');
    expect(box.querySelectorAll('li')).to.have.length(2);
    expect(box.querySelector('strong')?.textContent).to.equal('two');
    expect(box.querySelectorAll('td')).to.have.length(2);
    expect(box.querySelector('pre code')?.textContent).to.equal('let x = 1 < 2;\n');
    expect(box.querySelector('code')?.className).to.equal('language-js');
  });

  it('keeps the lines of what was typed', () => {
    expect(render('one\ntwo').querySelectorAll('br')).to.have.length(1);
  });

  for (const hostile of [
    '<script>document.title = "owned"</script>',
    '<img src=x onerror="document.title=1">',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="https://example.org"></iframe>',
    '<style>* { display: none }</style>',
    '<form action="https://example.org"><input name="password" type="password"></form>',
    '<p style="position: fixed; inset: 0" onclick="alert(1)" id="location">x</p>',
    '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
    '<template shadowrootmode="open"><b>x</b></template>',
  ]) {
    it(`is harmless: ${hostile}`, () => {
      const box = render(hostile);
      const dangerous = 'script, style, iframe, form, svg, math, template, object, [type=password]';
      expect(box.querySelectorAll(dangerous)).to.have.length(0);
      for (const element of box.querySelectorAll('*')) {
        const names = element.getAttributeNames();
        expect(names.filter((name) => /^on|^(style|id|name|srcdoc)$/.test(name))).to.deep.equal([]);
      }
    });
  }

  it('has links that open elsewhere and tell nothing of the page', () => {
    const link = render('[here](https://example.org/a)').querySelector('a');
    expect(link?.getAttribute('href')).to.equal('https://example.org/a');
    expect(link?.rel).to.equal('noopener noreferrer');
    expect(link?.target).to.equal('_blank');
  });

  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:x',
    'data:text/html,<b>x</b>',
    '/settings?delete=1',
  ]) {
    it(`has no link to ${JSON.stringify(address)}`, () => {
      const anchor = document.createElement('a');
      anchor.setAttribute('href', address);
      anchor.textContent = 'here';
      for (const box of [render(`[here](<${address}>)`), render(anchor.outerHTML)]) {
        expect(box.querySelectorAll('[href]')).to.have.length(0);
        expect(box.textContent).to.contain('here');
      }
    });
  }

  it('has a link in place of an image of another origin, unless that is allowed', () => {
    const text = '![A cat](https://example.org/cat.png?leak=secret)';
    const box = render(text);
    expect(box.querySelectorAll('img')).to.have.length(0);
    expect(box.querySelector('a')?.textContent).to.equal('A cat');
    expect(render('![](https://example.org/cat.png)').textContent.trim()).to.equal('example.org');

    const allowed = renderMarkdown(text, { allowImage: ({ host }) => host === 'example.org' });
    expect(allowed.querySelector('img')?.referrerPolicy).to.equal('no-referrer');
    const others = renderMarkdown(text, { allowImage: ({ host }) => host === 'example.com' });
    expect(others.querySelectorAll('img')).to.have.length(0);
  });

  it('has images that tell nobody anything', () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    expect(render(`![dot](${pixel})`).querySelector('img')?.src).to.equal(pixel);
    expect(render(`![here](${origin}/x.png)`).querySelectorAll('img')).to.have.length(1);
    expect(
      render('![svg](data:image/svg+xml;base64,PHN2Zy8+)').querySelectorAll('img'),
    ).to.have.length(0);
  });

  it('has boxes of tasks that cannot be ticked', () => {
    const boxes = render('- [x] done\n- [ ] not yet').querySelectorAll('input');
    expect([...boxes].map(({ checked, disabled }) => [checked, disabled])).to.deep.equal([
      [true, true],
      [false, true],
    ]);
  });

  it('does without what is cut off in the middle, as a stream is', () => {
    const text =
      '# T\n\n| a | b |\n|--|--|\n| 1 | **2** |\n\n```js\nlet x = "<b>";\n```\n[l](https://e.org)';
    for (let end = 0; end <= text.length; end++) {
      expect(() => renderMarkdown(text.slice(0, end))).not.to.throw();
    }
  });

  it('can be put under a shadow root', async () => {
    const element = await fixture<HTMLElement>(html`<div></div>`);
    const root = element.attachShadow({ mode: 'open' });
    root.append(renderMarkdown('*hello*'));
    expect(root.querySelector('em')?.textContent).to.equal('hello');
  });
});
