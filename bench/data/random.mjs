/**
 * Numbers from 0 up to 1 that a seed decides, the same in Node and in every browser: mulberry32 by
 * Tommy Ettinger, public domain.
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ALPHABET = 'useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict';

/** An id as nanoid makes it: random ids are what makes an index grow in no order. */
export function randomId(random) {
  let id = '';
  for (let position = 0; position < 21; position++) id += ALPHABET[Math.floor(random() * 64)];
  return id;
}

export function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}
