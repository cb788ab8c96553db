import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { CannotRun } from '../cannot-run.mjs';
import { projectFolder } from '../project-folder.mjs';
import { writeFrameworks } from '../frameworks/write-frameworks.mjs';
import { rememberInputs } from './build-inputs.mjs';

/**
 * Builds dist/: one module a source file with its types, what frameworks and editors are told, the
 * themes, the worker's script, and the bundle for script tags in dist/cdn/.
 */
export async function buildPackage() {
  rmSync(path.join(projectFolder, 'dist'), { recursive: true, force: true });
  const compiler = path.join(projectFolder, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new CannotRun('The package cannot be built: the compiler found errors.');
  writeFrameworks();
  const themes = path.join(projectFolder, 'src/themes');
  const isStyles = (file) => file === themes || file.endsWith('.css');
  cpSync(themes, path.join(projectFolder, 'dist/themes'), { recursive: true, filter: isStyles });
  // The bundle takes the worker's script along, so that comes first.
  for (const config of ['vite.worker.config.ts', 'vite.cdn.config.ts']) {
    await build({ configFile: path.join(projectFolder, config), logLevel: 'warn' });
  }
  rememberInputs();
}
