import process from 'node:process';
import puppeteer from 'puppeteer-core';

async function canBeLaunched({ product, flags }, executablePath) {
  try {
    const browser = await puppeteer.launch({
      browser: product,
      executablePath,
      headless: true,
      args: flags(),
      timeout: 30_000,
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a browser works. A file that exists may be a stub that asks for a snap, or lack a library: only a start
 * tells. Where the kernel refuses a sandbox to it, it is used without one.
 */
export async function starts(kind, executablePath) {
  if (await canBeLaunched(kind, executablePath)) return true;
  if (process.platform !== 'linux' || process.env.CHROME_NO_SANDBOX === '1') return false;
  process.env.CHROME_NO_SANDBOX = '1';
  if (await canBeLaunched(kind, executablePath)) return true;
  delete process.env.CHROME_NO_SANDBOX;
  return false;
}
