import process from 'node:process';
import { buildPackage } from './build/build-package.mjs';
import { report } from './cannot-run.mjs';

try {
  await buildPackage();
} catch (error) {
  report(error);
  process.exitCode = 1;
}
