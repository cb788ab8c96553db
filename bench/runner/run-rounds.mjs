import { performance } from 'node:perf_hooks';
import { measure } from './measure.mjs';

/** The list, beginning with another one each round, so that nobody is always first or always after the same. */
function inTurn(list, round) {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

async function outcomeOf(measured) {
  try {
    return await measured;
  } catch (error) {
    // What follows the first line is the stack in the page.
    return { error: error.message.split('\n')[0] };
  }
}

/**
 * Runs every measurement `runs` times; in a round each contender has its turn.
 *
 * @param {(what: { measurement: object, contender: object, round: number, outcome: object | null,
 * seconds: number }) => Promise<void>} onMeasured Told each outcome: numbers, an `error`, or null for what a
 * contender cannot do.
 */
export async function runRounds(measurements, bench, { runs, onMeasured }) {
  for (let round = 0; round < runs; round++) {
    for (const measurement of measurements) {
      for (const contender of inTurn(measurement.contenders, round)) {
        const began = performance.now();
        const outcome = await outcomeOf(measure(measurement, contender, bench));
        const seconds = (performance.now() - began) / 1000;
        await onMeasured({ measurement, contender, round, outcome, seconds });
      }
    }
  }
}
