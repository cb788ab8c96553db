import path from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vite';

const projectFolder = import.meta.dirname;

/** A machine without a screen has no browser to open a page in, and continuous integration wants none. */
function hasScreen(): boolean {
  if (process.env['CI'] || !process.stdout.isTTY) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

export default defineConfig({
  root: path.join(projectFolder, 'demo'),
  base: './',
  // A file that is missing is missing: no page stands in for it.
  appType: 'mpa',
  cacheDir: path.join(projectFolder, '.cache/vite'),
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: {
    open: hasScreen(),
    fs: { allow: [projectFolder] },
  },
});
