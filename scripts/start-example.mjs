import { spawn } from 'node:child_process';
import process from 'node:process';
import { exampleNames, prepareExample } from './examples/prepare-example.mjs';

/** Starts one of the examples: `npm run example react`. */
const [, , name] = process.argv;
if (!exampleNames.includes(name)) {
  console.error(`Which one: ${exampleNames.join(', ')}?`);
  process.exit(1);
}
const folder = await prepareExample(name);
spawn('npm', ['start'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }).on(
  'exit',
  (code) => process.exit(code ?? 1),
);
