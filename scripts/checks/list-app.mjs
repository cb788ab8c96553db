import path from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../project-folder.mjs';

/**
 * The files that an app loads at once which imports the conversation list and nothing else, as a
 * bundler makes them of the package.
 */
export async function filesOfListApp() {
  const { output } = await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.join(projectFolder, 'dist/define/conversation-list.js'),
      },
    },
  });
  const chunks = new Map(output.map((file) => [file.fileName, file]));
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  const atOnce = new Set([entry.fileName]);
  for (const name of atOnce) {
    for (const imported of chunks.get(name).imports) atOnce.add(imported);
  }
  return [...atOnce].map((name) => ({ name, source: chunks.get(name).code }));
}
