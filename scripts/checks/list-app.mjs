import path from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../project-folder.mjs';

/**
 * What an app loads which imports the conversation list and nothing else, as a bundler makes it of the
 * package: `atOnce`, and when somebody comes near the list, `inUse`, without the former.
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
  const closureOf = (name) => {
    const names = new Set([name]);
    for (const one of names) for (const imported of chunks.get(one).imports) names.add(imported);
    return names;
  };
  const atOnce = closureOf(entry.fileName);
  const context = output.find((file) => file.facadeModuleId?.endsWith('/default-context.js'));
  const inUse = [...closureOf(context.fileName)].filter((name) => !atOnce.has(name));
  const files = (names) => [...names].map((name) => ({ name, source: chunks.get(name).code }));
  return { atOnce: files(atOnce), inUse: files(inUse) };
}
