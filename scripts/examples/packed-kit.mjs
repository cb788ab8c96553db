import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { builtPackage } from '../build/built-package.mjs';
import { projectFolder } from '../project-folder.mjs';

const npm = (folder, ...parameters) =>
  execFileSync('npm', parameters, {
    cwd: folder,
    encoding: 'utf8',
    // The lockfile of a checkout is not a thing of an app, whose kit is a new one each time.
    env: { ...process.env, npm_config_package_lock: 'false' },
    shell: process.platform === 'win32',
  });

let packed;

/** The tarball that would be published; made once. */
export function packedKit() {
  packed ??= (async () => {
    await builtPackage();
    const folder = path.join(projectFolder, '.cache', 'packed');
    mkdirSync(folder, { recursive: true });
    const [{ filename }] = JSON.parse(
      npm(projectFolder, 'pack', '--json', '--silent', '--pack-destination', folder),
    );
    return path.join(folder, filename);
  })();
  return packed;
}

/** Installs what the `package.json` of a folder names, with the packed kit in the place of a published one. */
export async function installWithKit(folder) {
  const tarball = await packedKit();
  const file = path.join(folder, 'package.json');
  const description = JSON.parse(readFileSync(file, 'utf8'));
  description.dependencies['litechat-elements'] = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(description, null, 2));
  // A kit of the same version is not installed again.
  rmSync(path.join(folder, 'node_modules/litechat-elements'), { recursive: true, force: true });
  npm(
    folder,
    'install',
    // Building the kit leaves `NODE_ENV` at production, with which npm leaves out what builds.
    '--include=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
  );
}
