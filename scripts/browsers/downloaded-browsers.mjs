import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  computeExecutablePath,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';
import { projectFolder } from '../project-folder.mjs';

const cacheDir = path.join(projectFolder, '.cache', 'browsers');

/** Executables of the browsers of a kind that an earlier run downloaded. */
export async function downloadedBrowsers({ product }) {
  if (!existsSync(cacheDir)) return [];
  const browsers = await getInstalledBrowsers({ cacheDir });
  return browsers
    .filter(({ browser }) => browser === product)
    .map(({ executablePath }) => executablePath);
}

/** Downloads a browser into the project's cache; undefined where it cannot be had. */
export async function downloadBrowser({ product: browser, name }) {
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  console.log(`Downloading ${name} into .cache/browsers.`);
  try {
    const buildId = await resolveBuildId(browser, platform, 'stable');
    await install({ browser, buildId, platform, cacheDir });
    return computeExecutablePath({ browser, buildId, platform, cacheDir });
  } catch (error) {
    console.log(`It could not be downloaded: ${error.message}`);
    return undefined;
  }
}
