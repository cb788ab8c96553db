import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { builtPackage } from '../build/built-package.mjs';
import { projectFolder } from '../project-folder.mjs';

const examples = path.join(projectFolder, 'examples');
const prepared = path.join(projectFolder, '.cache', 'examples');

export const exampleNames = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const npm = (folder, ...parameters) =>
  execFileSync('npm', parameters, {
    cwd: folder,
    encoding: 'utf8',
    // The lockfile of a checkout is not a thing of the examples, whose kit is a new one each time.
    env: { ...process.env, npm_config_package_lock: 'false' },
    shell: process.platform === 'win32',
  });

let packed;

/** The tarball that would be published; made once. */
export async function packedKit() {
  packed ??= (async () => {
    await builtPackage();
    mkdirSync(prepared, { recursive: true });
    const [{ filename }] = JSON.parse(
      npm(projectFolder, 'pack', '--json', '--silent', '--pack-destination', prepared),
    );
    return path.join(prepared, filename);
  })();
  return packed;
}

/** Copies an example, installs it with the packed kit, and gives its folder. */
export async function prepareExample(name) {
  const tarball = await packedKit();
  const folder = path.join(prepared, name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.name !== 'node_modules',
  )) {
    rmSync(path.join(folder, file.name), { recursive: true });
  }
  cpSync(path.join(examples, name), folder, {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  const file = path.join(folder, 'package.json');
  const description = JSON.parse(readFileSync(file, 'utf8'));
  description.dependencies['litechat-elements'] = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(description, null, 2));
  // A kit of the same version is not installed again.
  rmSync(path.join(folder, 'node_modules/litechat-elements'), { recursive: true, force: true });
  // Building the kit leaves `NODE_ENV` at production, with which npm leaves out what builds.
  npm(folder, 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel', 'error');
  return folder;
}
