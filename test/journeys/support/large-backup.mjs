import { statSync } from 'node:fs';
import { watchPeak } from '../../../bench/runner/memory.mjs';
import { sizeOf } from '../../../bench/runner/sizes.mjs';
import { startBench } from '../../../bench/runner/start-bench.mjs';
import { builtPackage } from '../../../scripts/build/built-package.mjs';

/** Of one interaction in a backup, with its share of the conversation. */
const BYTES_PER_INTERACTION = 2230;

/** A step in the page may take as long as this, in milliseconds. */
const TIMEOUT = 60 * 60 * 1000;

/**
 * Restores a generated backup of the size in a browser of its own, then exports it again, and checks
 * that all of it is there each time.
 *
 * @param {{ megabytes: number }} options
 * @returns {Promise<{ fileBytes: number, restored: Measured, exported: Measured }>} `Measured` is
 * `{ time, gap, memory }`: milliseconds, the longest pause of the main thread in milliseconds, and
 * how many bytes the page's process grew; null for that where the system does not tell.
 */
export async function restoreAndExport({ megabytes }) {
  const interactions = Math.ceil((megabytes * 1e6) / BYTES_PER_INTERACTION / 10) * 10;
  const dist = await builtPackage();
  const bench = await startBench({ dist, interactions, timeout: TIMEOUT, rest: 1000 });
  try {
    const file = await bench.files.path('backup');
    const profile = await bench.profiles.take({ holds: 'nothing' });
    const restored = await measureTask(bench, profile, 'restore', file);
    const exported = await measureTask(bench, profile, 'export');
    return { fileBytes: statSync(file).size, restored, exported };
  } finally {
    await bench.close();
  }
}

async function measureTask(bench, profile, task, file) {
  const page = await bench.open(profile);
  try {
    if (file) await page.chooseFile(file);
    const size = sizeOf(bench.interactions);
    await page.call('prepare', { module: 'kit', task, options: {}, size });
    const growth = watchPeak(page.pids.renderer);
    const { time, gap } = await page.call('run');
    const memory = growth();
    await page.call('verify');
    return { time, gap, memory };
  } finally {
    await page.close();
  }
}
