import { setTimeout } from 'node:timers/promises';
import { sizeOf } from './sizes.mjs';
import { watchPeak } from './memory.mjs';

/**
 * Measures one contender once, in a browser of its own.
 *
 * @returns {Promise<object | null>} Milliseconds and bytes; null when the contender cannot do it.
 */
export async function measure({ task, contender }, { open, profiles, files, interactions, rest }) {
  const { module, options = {}, layout, holds, input } = contender;
  const file = input && (await files.path(input));
  if (file === null) return null;
  const profile = await profiles.take({ module, layout, holds });
  const bench = await open(profile);
  try {
    if (file) await bench.chooseFile(file);
    const size = sizeOf(interactions);
    if (!(await bench.call('prepare', { module, task, options, size }))) return null;
    // What the browser does at its start, and the database at its opening, is not the contender's.
    await setTimeout(rest);
    const rendererGrowth = watchPeak(bench.pids.renderer);
    const mainGrowth = watchPeak(bench.pids.main);
    const { time, gap } = await bench.call('run');
    const memory = rendererGrowth();
    const browserMemory = mainGrowth();
    const fileSize = await bench.call('verify');
    return { time, gap, memory, browserMemory, ...(fileSize !== null && { fileSize }) };
  } finally {
    await bench.close();
    await profiles.giveBack(profile);
  }
}
