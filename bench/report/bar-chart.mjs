import { written } from './units.mjs';

const ROW = 30;
const NAMES = 230;
const PANEL = 275;
const VALUE = 70;
const TOP = 34;
const BAR = 14;

const style = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; }
    .bar { fill: #8c959f; }
    .ours { fill: #0969da; }
    .ends { stroke: #1f2328; stroke-width: 1.5; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .bar { fill: #6e7681; }
      .ours { fill: #58a6ff; }
      .ends { stroke: #e6edf3; }
    }`;

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const rounded = (number) => Math.round(number * 10) / 10;

function bar({ value, isOurs }, notation, scale, x, y) {
  if (!value) return `<text x="${x}" y="${y + 5}">not measured</text>`;
  const { median, min, max } = value;
  const width = Math.max(1, rounded(median * scale));
  const ends = [min, max].map((end) => rounded(x + end * scale));
  const right = Math.max(x + width, ends[1]) + 6;
  return [
    `<rect class="${isOurs ? 'bar ours' : 'bar'}" x="${x}" y="${y - BAR / 2}" width="${width}" height="${BAR}" rx="2"/>`,
    min === max ? '' : `<path class="ends" d="M${ends[0]} ${y}H${ends[1]}"/>`,
    `<text x="${rounded(right)}" y="${y + 5}">${escaped(written(median, notation))}</text>`,
  ].join('');
}

/**
 * Draws panels of horizontal bars side by side, one row a contender, as an SVG image that follows the
 * reader's light or dark scheme. A line over a bar goes from the least to the greatest value.
 *
 * @param {{ title: string, rows: { name: string, isOurs: boolean }[],
 * panels: { title: string, notation: import('./units.mjs').Notation, values: (object | undefined)[] }[] }} chart
 */
export function barChart({ title, rows, panels }) {
  const width = NAMES + panels.length * PANEL;
  const height = TOP + rows.length * ROW + 6;
  const middle = (row) => TOP + row * ROW + ROW / 2;
  const names = rows.map(
    ({ name }, row) => `<text x="0" y="${middle(row) + 5}">${escaped(name)}</text>`,
  );
  const drawn = panels.flatMap((panel, position) => {
    const x = NAMES + position * PANEL;
    const greatest = Math.max(...panel.values.map((value) => value?.max ?? 0), Number.EPSILON);
    const scale = (PANEL - VALUE - 12) / greatest;
    return [
      `<text class="title" x="${x}" y="18">${escaped(panel.title)}</text>`,
      ...panel.values.map((value, row) =>
        bar({ value, isOurs: rows[row].isOurs }, panel.notation, scale, x, middle(row)),
      ),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
  <title>${escaped(title)}</title>
  <style>${style}
  </style>
  ${[...names, ...drawn].join('\n  ')}
</svg>
`;
}
