import { Buffer } from 'node:buffer';

/**
 * Units of an em. All lengths are quarters of it: with sizes of whole pixels, edges and the places of
 * glyphs then fall on quarters of a pixel, which every way of drawing text agrees about.
 */
const EM = 1000;
/** So that what is high stands in the middle of its line, as capitals do. */
const ASCENT = 1000;
const DESCENT = -250;

/** Shapes by name: how far the pen moves, and from where to where upwards it is black. */
const shapes = {
  unknown: { advance: 500, bottom: 0, top: 750 },
  nothing: { advance: 0 },
  space: { advance: 250 },
  low: { advance: 500, bottom: 0, top: 500 },
  high: { advance: 500, bottom: 0, top: 750 },
  deep: { advance: 500, bottom: -250, top: 500 },
  dot: { advance: 250, bottom: 0, top: 250 },
  dash: { advance: 500, bottom: 250, top: 500 },
  wide: { advance: 1000, bottom: -250, top: 750 },
};
const names = Object.keys(shapes);

/** The shape of a character, by its code. Letters keep their outline, so that words can be told apart. */
function shapeOf(code) {
  const character = String.fromCodePoint(code);
  if (/\p{White_Space}/u.test(character)) return 'space';
  if (/[\p{Mark}\p{Cf}\p{Cc}]/u.test(character)) return 'nothing';
  if (code >= 0x2e80) return 'wide';
  if (/[gjpqy]/.test(character)) return 'deep';
  if (/[acemnorsuvwxz]/.test(character)) return 'low';
  if (/[.,:;'’‘!|]/.test(character)) return 'dot';
  if (/[-–—~=+·…]/.test(character)) return 'dash';
  return 'high';
}

/** Runs of codes with one shape, of all of Unicode: no character is left to a font of the machine. */
function runsOfCodes() {
  const runs = [];
  for (let code = 0x20; code <= 0x10ffff; code += 1) {
    if (code === 0xd800) code = 0xe000;
    const shape = names.indexOf(shapeOf(code));
    const last = runs.at(-1);
    if (last?.shape === shape && last.end === code - 1) last.end = code;
    else runs.push({ start: code, end: code, shape });
  }
  return runs;
}

const u16 = (...values) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16BE(value & 0xffff, at * 2));
  return bytes;
};
const u32 = (...values) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32BE(value >>> 0, at * 4));
  return bytes;
};

function outline({ advance, bottom, top }) {
  if (top === undefined) return Buffer.alloc(0);
  return Buffer.concat([
    u16(1, 0, bottom, advance, top),
    u16(3, 0),
    Buffer.from([1, 1, 1, 1]),
    u16(0, 0, advance, 0),
    u16(bottom, top - bottom, 0, bottom - top),
    Buffer.alloc(2),
  ]);
}

/** Many codes to one glyph, as in a font of last resort: format 13. */
function characterMap() {
  const runs = runsOfCodes();
  const groups = runs.map(({ start, end, shape }) => u32(start, end, shape));
  const map = Buffer.concat([u16(13, 0), u32(16 + runs.length * 12, 0, runs.length), ...groups]);
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), map]);
}

function nameTable(family) {
  const text = Buffer.from(family, 'utf16le').swap16();
  const records = [1, 2, 4, 6].map((id) => u16(3, 1, 0x409, id, text.length, 0));
  return Buffer.concat([u16(0, records.length, 6 + records.length * 12), ...records, text]);
}

function metricsTable(weight) {
  return Buffer.concat([
    u16(4, 520, weight, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    u32(1, 0, 0, 0),
    Buffer.from('NONE'),
    u16(0x40, 0x20, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT),
    u32(1, 0),
    u16(500, 700, 0, 0x20, 1),
  ]);
}

const checksum = (bytes) => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
};
const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

/**
 * A TrueType font in which every character is a box: text takes the same room, and leaves the same
 * marks, on every machine. The glyphs are made here, so there is no file and no licence of a font.
 *
 * @param {{ bold?: boolean }} [options] Bold boxes are higher.
 * @returns {Buffer}
 */
export function boxFont({ bold = false } = {}) {
  const glyphs = Object.values(shapes).map(({ top, ...shape }) => ({
    ...shape,
    ...(top !== undefined && { top: bold ? top + 125 : top }),
  }));
  const outlines = glyphs.map((glyph) => padded(outline(glyph)));
  const offsets = outlines.map((_, at) => Buffer.concat(outlines.slice(0, at)).length);
  const tables = {
    'OS/2': metricsTable(bold ? 700 : 400),
    'cmap': characterMap(),
    'glyf': Buffer.concat(outlines),
    'head': Buffer.concat([
      u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      u16(0x000b, EM),
      u32(0, 0, 0, 0),
      u16(0, DESCENT, EM, ASCENT, bold ? 1 : 0, 8, 2, 1, 0),
    ]),
    'hhea': Buffer.concat([
      u32(0x00010000),
      u16(ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length),
    ]),
    'hmtx': Buffer.concat(glyphs.map(({ advance }) => u16(advance, 0))),
    'loca': u32(...offsets, Buffer.concat(outlines).length),
    'maxp': Buffer.concat([
      u32(0x00010000),
      u16(glyphs.length, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    ]),
    'name': nameTable('Boxes'),
    'post': u32(0x00030000, 0, 0, 0, 0, 0, 0, 0),
  };
  return assemble(tables);
}

function assemble(tables) {
  const entries = Object.entries(tables);
  const count = entries.length;
  const directory = 12 + count * 16;
  const records = [];
  const bodies = [];
  let offset = directory;
  for (const [tag, bytes] of entries) {
    const body = padded(bytes);
    records.push(Buffer.from(tag), u32(checksum(body), offset, bytes.length));
    bodies.push(body);
    offset += body.length;
  }
  const power = Math.floor(Math.log2(count));
  const header = Buffer.concat([
    u32(0x00010000),
    u16(count, 2 ** power * 16, power, (count - 2 ** power) * 16),
  ]);
  const font = Buffer.concat([header, ...records, ...bodies]);
  const head = entries
    .slice(0, 3)
    .reduce((sum, [, bytes]) => sum + padded(bytes).length, directory);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}
