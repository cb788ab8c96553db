import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { CannotRun } from '../../cannot-run.mjs';
import { canInstallDebianPackages, installDebianPackages } from '../debian-packages.mjs';

function miniBrowser() {
  const libraries = ['/usr/lib', '/usr/libexec'].filter((folder) => existsSync(folder));
  const folders = libraries.flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  );
  return ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']
    .flatMap((version) =>
      [...libraries, ...folders].map((folder) => `${folder}/${version}/MiniBrowser`),
    )
    .find((file) => existsSync(file));
}

const programs = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', '/usr/bin/jwm'];
const debianPackages = ['webkit2gtk-driver', 'xvfb', 'jwm'];

const isComplete = () => programs.every((file) => existsSync(file)) && Boolean(miniBrowser());

/** WebKitGTK's small browser, from Debian's packages, which are installed when they can be. */
export async function findWebKit() {
  if (!isComplete() && canInstallDebianPackages()) {
    await installDebianPackages(debianPackages);
  }
  if (process.platform !== 'linux' || !isComplete()) {
    throw new CannotRun(
      `No WebKit to test in: install Debian's packages ${debianPackages.join(', ')}.`,
    );
  }
  return miniBrowser();
}
