import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { InputFiles } from './input-files.mjs';
import { openBenchPage } from './open-bench-page.mjs';
import { Profiles } from './profiles.mjs';
import { serveBench } from './serve-bench.mjs';

/**
 * Gets everything ready that measurements share.
 *
 * @param {{ dist: string, interactions: number, timeout: number, rest: number }} options `timeout` of a
 * step in the page and `rest` before a measurement, in milliseconds.
 */
export async function startBench({ dist, interactions, timeout, rest }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // Puppeteer ends the process when it is interrupted, and waits for nothing but its browsers.
  process.once('exit', removeFolder);
  const server = await serveBench({ dist, workFolder: folder });
  const open = (profile) => openBenchPage({ address: server.address, profile, timeout });
  const profiles = new Profiles({ folder, interactions, open });
  const files = new InputFiles({ folder, interactions, profiles, open });

  const profile = await profiles.take({ holds: 'nothing' });
  const { version, close } = await open(profile);
  await close();
  await profiles.giveBack(profile);

  return {
    browser: version,
    open,
    profiles,
    files,
    interactions,
    rest,
    async close() {
      await server.close();
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}
