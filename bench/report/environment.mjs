import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { projectFolder } from '../../scripts/project-folder.mjs';

function versionOf(folder) {
  const file = path.join(projectFolder, folder, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function system() {
  if (process.platform !== 'linux') return `${os.type()} ${os.release()}`;
  const [, name] = /^PRETTY_NAME="(.+)"$/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
  return `${name ?? 'Linux'}, kernel ${os.release()}`;
}

/** Where and with what a run takes place: what two runs must share to stand in one table. */
export function environment(browser) {
  const [processor] = os.cpus();
  return {
    processor: `${os.cpus().length} × ${processor?.model.trim() || 'an unnamed processor'} (${os.arch()})`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: system(),
    browser,
    node: process.version,
    versions: {
      'litechat-elements': versionOf('.'),
      'dexie': versionOf('node_modules/dexie'),
      'dexie-export-import': versionOf('node_modules/dexie-export-import'),
      'minisearch': versionOf('node_modules/minisearch'),
    },
  };
}
