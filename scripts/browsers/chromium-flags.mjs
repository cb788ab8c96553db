import process from 'node:process';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  // Without these every start looks up the vendor's hosts, which a closed network refuses one by one.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/**
 * Command line flags for a Chromium that tests drive. `CHROME_NO_SANDBOX=1` is for machines whose kernel
 * refuses the sandbox to a browser that was downloaded rather than installed; root never gets one.
 */
export function chromiumFlags() {
  const withoutSandbox = process.getuid?.() === 0 || process.env.CHROME_NO_SANDBOX === '1';
  return withoutSandbox ? [...quiet, '--no-sandbox'] : quiet;
}
