import fc from 'fast-check';

declare global {
  /** How many times as many cases as usual, with seeds of the moment: set by `npm run test:explore`. */
  var exploredTimes: number | undefined;
}

const times = globalThis.exploredTimes;

/**
 * The cases of a property are the same at every run: what passes here passes there. New ones are looked for
 * on purpose, by `npm run test:explore`, and what is found then gets a test of its own.
 */
fc.configureGlobal(times === undefined ? { seed: 20_261_122 } : { numRuns: 100 * times });

/** A number of cases, or the milliseconds they may take: as given, or more when new cases are looked for. */
export const scaled = (usual: number): number => usual * (times ?? 1);

export { fc };
