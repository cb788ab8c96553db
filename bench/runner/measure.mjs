import { setTimeout } from 'node:timers/promises';
import { sizeOf } from './sizes.mjs';
import { watchPeak } from './memory.mjs';
import { watchProcessorTime } from './processor-time.mjs';

/**
 * Does what a contender does, watched from outside the page.
 *
 * @returns {Promise<object>} Milliseconds and bytes.
 */
async function watched(bench, work) {
  const processorTime = watchProcessorTime(await bench.processIds());
  const rendererGrowth = watchPeak(bench.pids.renderer);
  const mainGrowth = watchPeak(bench.pids.main);
  const told = await work();
  const memory = rendererGrowth();
  const browserMemory = mainGrowth();
  return { ...told, memory, browserMemory, processor: processorTime() };
}

/** In the bench's own page, which has the database open by then. */
async function measureInPage({ task, watchesHeap }, contender, bench, { interactions, rest }) {
  const { module, options = {} } = contender;
  const size = sizeOf(interactions);
  const heapBefore = watchesHeap && (await bench.heap());
  if (!(await bench.call('prepare', { module, task, options, size }))) return null;
  // What the browser does at its start, and the database at its opening, is not the contender's.
  await setTimeout(rest);
  const outcome = await watched(bench, () => bench.call('run'));
  const heap = watchesHeap && (await bench.heap()) - heapBefore;
  const fileSize = await bench.call('verify');
  return {
    ...outcome,
    ...(watchesHeap && { heap }),
    ...(fileSize !== null && { fileSize }),
  };
}

/** In a page that is opened for it: opening may be what is measured, and then once more. */
async function measureVisit({ task }, contender, bench, { interactions, rest }) {
  const visit = async () => {
    await setTimeout(rest);
    await bench.visit(contender.page);
    return bench.call(task, { size: sizeOf(interactions, contender.holds) });
  };
  return watched(bench, async () => {
    const first = await visit();
    if (task !== 'open') return first;
    const second = await visit();
    return { ...first, again: second.time, gap: Math.max(first.gap, second.gap) };
  });
}

/**
 * Measures one contender once, in a browser of its own.
 *
 * @returns {Promise<object | null>} Milliseconds and bytes; null when the contender cannot do it.
 */
export async function measure(measurement, contender, settings) {
  const { open, profiles, files } = settings;
  const { layout, holds, input } = contender;
  const file = input && (await files.path(input));
  if (file === null) return null;
  const profile = await profiles.take({ layout, holds });
  const bench = await open(profile);
  try {
    if (file) await bench.chooseFile(file);
    const measureIt = contender.page ? measureVisit : measureInPage;
    return await measureIt(measurement, contender, bench, settings);
  } finally {
    await bench.close();
    await profiles.giveBack(profile);
  }
}
