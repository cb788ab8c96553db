import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';

function aptGet(...args) {
  const child = spawn('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Whether this machine is a Debian or one of its kin, and we are root there. */
export function canInstallDebianPackages() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false;
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Installs packages; answers whether apt-get says that it did. */
export async function installDebianPackages(packages) {
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  // An update that fails in part may still have brought the list that is needed.
  await aptGet('update');
  return aptGet('install', '--yes', '--no-install-recommends', ...packages);
}
