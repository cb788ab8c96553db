import process from 'node:process';
import { restoreAndExport } from '../test/journeys/support/large-backup.mjs';
import { report } from './cannot-run.mjs';

// Restores and exports a generated backup, of 1 GB unless a number of megabytes is given, and holds
// it to what is promised: the machine should have nothing else to do.

const MEMORY = 200e6;
const PAUSE = 100;

const megabytes = Number(process.argv[2] ?? 1000);
const inMegabytes = (bytes) => (bytes === null ? 'unknown' : `${Math.round(bytes / 1e6)} MB`);

try {
  const { fileBytes, ...tasks } = await restoreAndExport({ megabytes });
  console.log(`A backup of ${inMegabytes(fileBytes)}`);
  for (const [task, { time, gap, memory }] of Object.entries(tasks)) {
    const isKept = (memory === null || memory < MEMORY) && gap < PAUSE;
    console.log(
      `${task} in ${Math.round(time / 1000)} s, memory + ${inMegabytes(memory)} (at most ${inMegabytes(MEMORY)}), longest pause ${Math.round(gap)} ms (at most ${PAUSE} ms): ${isKept ? 'kept' : 'MISSED'}`,
    );
    if (!isKept) process.exitCode = 1;
  }
} catch (error) {
  report(error);
  process.exitCode = 1;
}
