import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How far a pixel may be off, from 0 to 1, in the measure of pixelmatch: 13 steps of 255, for a grey.
 * Two versions of Chromium draw the edges of boxes, icons and round corners up to 8 apart.
 */
const EDGE = 0.05;

/** How far the inside of an area may be off, in steps of 255: colours are rounded in several ways. */
const AREA = 2;

/**
 * So many pixels may differ. Measured in all these pictures: twice the same browser, none; Chromium 131,
 * 147 and 156 (two of them in the old headless mode), at most 10, at the ticks of checkboxes, which the
 * browser draws. An icon that is not there, 47; what else the tests of this change, more than 100.
 */
export const TOLERANCE = 20;

/**
 * Compares two pictures of one size.
 *
 * @param {Buffer} actual A PNG.
 * @param {Buffer} expected A PNG.
 * @returns {{ count: number, size?: string, difference?: Buffer }} How many pixels differ, with a PNG
 * in which they are marked; of pictures that are not as large as each other, their sizes in words.
 */
export function comparePictures(actual, expected) {
  const [one, other] = [actual, expected].map((bytes) => PNG.sync.read(bytes));
  const { width, height } = other;
  if (one.width !== width || one.height !== height) {
    const size = `${one.width} × ${one.height} instead of ${width} × ${height}`;
    return { count: Infinity, size };
  }
  const marked = new PNG({ width, height });
  const edges = pixelmatch(one.data, other.data, marked.data, width, height, { threshold: EDGE });
  const areas = markAreas(one, other, marked);
  return { count: edges + areas, difference: PNG.sync.write(marked) };
}

/** Marks what differs inside of areas of one colour, where nothing is an edge that could be smooth. */
function markAreas(one, other, marked) {
  const { width, height } = other;
  const pixels = ({ data }) => new Uint32Array(data.buffer, data.byteOffset, width * height);
  const [ours, theirs] = [pixels(one), pixels(other)];
  const red = Buffer.from([255, 0, 0, 255]);
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if (ours[at] === theirs[at] || !isFar(one.data, other.data, at * 4)) continue;
      if (!isInside(ours, at, width) || !isInside(theirs, at, width)) continue;
      const isMarked = marked.data[at * 4] === 255 && marked.data[at * 4 + 1] === 0;
      if (!isMarked) count += 1;
      red.copy(marked.data, at * 4);
    }
  }
  return count;
}

const isFar = (one, other, at) =>
  [0, 1, 2].some((channel) => Math.abs(one[at + channel] - other[at + channel]) > AREA);

const isInside = (pixels, at, width) =>
  [-width, 0, width].every((row) =>
    [-1, 0, 1].every((column) => pixels[at + row + column] === pixels[at]),
  );

/** A PNG of the same picture that takes less room. */
export function shrinkPicture(bytes) {
  const picture = PNG.sync.read(bytes);
  return PNG.sync.write(picture, {
    colorType: 2,
    filterType: 0,
    deflateLevel: 9,
    deflateStrategy: 0,
  });
}
