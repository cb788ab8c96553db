import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({ options: { seed: { type: 'string' }, now: { type: 'string' } } });

const { module: sample } = await runnerImport(
  fileURLToPath(new URL('./sample-backup.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const backup = sample.createSampleBackup({
  seed: values.seed ?? 1,
  now: values.now ? new Date(values.now) : new Date(),
});
process.stdout.write(sample.formatSampleBackup(backup));
