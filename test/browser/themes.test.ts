import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/storage-status.js';

/** What is written on what, by the private properties that the elements draw with. */
const textOn: readonly (readonly [text: string, ...grounds: string[]])[] = [
  ...['text', 'quiet'].flatMap((text) =>
    ['background', 'surface', 'floating'].flatMap(
      (ground) =>
        [
          [text, ground],
          [text, ground, 'hover'],
        ] as const,
    ),
  ),
  ['text', 'tint'],
  ['quiet', 'tint'],
  ['text', 'surface', 'pressed'],
  ['text', 'mark'],
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
  ...['accent', 'danger', 'caution', 'good'].flatMap((colour) =>
    ['background', 'surface', 'floating'].map((ground) => [colour, ground] as const),
  ),
  ['danger', 'danger-tint'],
  ['text', 'danger-tint'],
  ['caution', 'caution-tint'],
  ['text', 'caution-tint'],
];

/** What has to be seen to use a control: its edge, and where the focus is. */
const edgeOn: readonly (readonly [edge: string, ground: string])[] = [
  ['outline', 'background'],
  ['outline', 'surface'],
  ['outline', 'floating'],
  ['accent', 'background'],
  ['accent', 'surface'],
  ['accent', 'floating'],
  ['accent', 'tint'],
];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** The colour that one sees of several laid over each other, as its relative luminance of WCAG. */
function luminance(colours: readonly string[]): number {
  if (!canvas) throw new Error('There is no canvas.');
  for (const colour of colours) {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(above: readonly string[], below: readonly string[]): number {
  const [lighter = 0, darker = 0] = [luminance(above), luminance(below)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colours of the private properties, as an element inside a theme has them. */
async function coloursOf(theme: string, scheme: string): Promise<(name: string) => string> {
  const box = await fixture(html`
    <div class=${theme} style="color-scheme: ${scheme}">
      <litechat-storage-status></litechat-storage-status>
    </div>
  `);
  const probe = document.createElement('i');
  box.firstElementChild?.shadowRoot?.append(probe);
  return (name) => {
    probe.style.color = `var(--_${name})`;
    return getComputedStyle(probe).color;
  };
}

/** A style sheet of the package, as a page would link to it. */
async function link(theme: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `/src/themes/${theme}.css`;
  await new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = reject;
    document.head.append(sheet);
  });
}

describe('the colours of', () => {
  before(async () => {
    for (const theme of ['paper', 'harbour', 'console']) await link(theme);
  });

  after(() => {
    for (const sheet of document.head.querySelectorAll('link[href^="/src/themes/"]'))
      sheet.remove();
  });

  for (const theme of [
    '',
    'litechat-theme-paper',
    'litechat-theme-harbour',
    'litechat-theme-console',
  ])
    for (const scheme of ['light', 'dark'])
      it(`${theme || 'no theme'} can be told apart in ${scheme}`, async () => {
        const colour = await coloursOf(theme, scheme);
        const poor = (
          pairs: readonly (readonly [string, ...string[]])[],
          least: number,
        ): string[] =>
          pairs.flatMap(([above, ...grounds]) => {
            const below = grounds.map(colour);
            const ratio = contrast([...below, colour(above)], below);
            return ratio < least
              ? [`${above} on ${grounds.join(' and ')}: ${ratio.toFixed(2)}`]
              : [];
          });
        expect([...poor(textOn, 4.5), ...poor(edgeOn, 3)]).to.deep.equal([]);
        expect(new Set(['background', 'text', 'accent', 'danger'].map(colour)).size).to.equal(4);
      });
});
