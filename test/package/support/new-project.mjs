import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installWithKit } from '../../../scripts/examples/packed-kit.mjs';
import { projectFolder } from '../../../scripts/project-folder.mjs';

/** The versions that this checkout has installed itself, which need not be fetched again. */
function versionsOf(...names) {
  const { devDependencies } = JSON.parse(
    readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
  );
  return Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
}

/**
 * A new Vite project with the packed kit installed, in a folder that is gone when the test is over. It lies
 * outside the checkout, whose packages a forgotten dependency would be found in.
 *
 * @param {import('node:test').TestContext} test
 * @returns {Promise<string>} Its folder.
 */
export async function newProject(test) {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'new-project-')));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(projectFolder, 'test/package/app'), folder, { recursive: true });
  const description = {
    name: 'new-project',
    private: true,
    type: 'module',
    dependencies: {},
    devDependencies: versionsOf('typescript', 'vite'),
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(description));
  await installWithKit(folder);
  return folder;
}
