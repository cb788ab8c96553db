import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const isWindows = process.platform === 'win32';

function inFolders(folders, files) {
  return files.flatMap((file) => folders.map((folder) => path.join(folder, file)));
}

function commandFolders() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  // A PATH may be poorer than the machine: a service's, or an editor's.
  return isWindows ? folders : [...folders, '/usr/local/bin', '/usr/bin'];
}

function usualPlaces({ darwin, linux, win32 }) {
  switch (process.platform) {
    case 'darwin':
      return inFolders(['/Applications', path.join(os.homedir(), 'Applications')], darwin);
    case 'win32': {
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
      return inFolders(roots.map((root) => process.env[root]).filter(Boolean), win32);
    }
    default:
      return linux;
  }
}

/** Paths at which this machine has a browser of a kind, the most usual first; that one works is not said. */
export function installedBrowsers({ commands, places }) {
  const programs = isWindows ? commands.map((command) => `${command}.exe`) : commands;
  const candidates = [...inFolders(commandFolders(), programs), ...usualPlaces(places)];
  return [...new Set(candidates)].filter((file) => existsSync(file));
}
