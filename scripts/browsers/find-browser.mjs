import { existsSync } from 'node:fs';
import process from 'node:process';
import { CannotRun } from '../cannot-run.mjs';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.mjs';
import { downloadBrowser, downloadedBrowsers } from './downloaded-browsers.mjs';
import { installedBrowsers } from './installed-browsers.mjs';
import { starts } from './starts.mjs';

async function firstThatStarts(kind, candidates) {
  for (const candidate of candidates) {
    if (await starts(kind, candidate)) return candidate;
  }
  return undefined;
}

async function provide(kind) {
  if (canInstallDebianPackages()) {
    await installDebianPackages([kind.debianPackage]);
    const installed = await firstThatStarts(kind, installedBrowsers(kind));
    if (installed) return installed;
  }
  const downloaded = await downloadBrowser(kind);
  return downloaded ? firstThatStarts(kind, [downloaded]) : undefined;
}

async function search(kind) {
  const chosen = process.env[kind.variable];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new CannotRun(`${kind.variable} is ${chosen}, and there is no such file.`);
  }
  const present = [...installedBrowsers(kind), ...(await downloadedBrowsers(kind))];
  const found = (await firstThatStarts(kind, present)) ?? (await provide(kind));
  if (!found) {
    throw new CannotRun(
      `No browser to test in: install ${kind.name}, or set ${kind.variable} to its executable file.`,
    );
  }
  process.env[kind.variable] = found;
  return found;
}

const answers = new Map();

/**
 * The path of a browser that works: the one its environment variable names, an installed one, one downloaded
 * before, or one installed or downloaded now. Sets the variable, so that processes started from here need not
 * search again.
 *
 * @throws {CannotRun} When there is none.
 */
export function findBrowser(kind) {
  if (!answers.has(kind)) answers.set(kind, search(kind));
  return answers.get(kind);
}
