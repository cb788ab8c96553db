import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.mjs';
import { writeEditorData } from './editor-data.mjs';
import { elementsOf, readManifest } from './elements.mjs';
import { reactWrappers } from './react-wrappers.mjs';
import { frameworkTypes, sharedTypes } from './type-declarations.mjs';

const HEAD = '// Generated from custom-elements.json.\n';

/** Writes into dist/ what frameworks and editors need, all of it from the manifest. */
export function writeFrameworks() {
  const manifest = readManifest();
  const elements = elementsOf(manifest);
  const dist = path.join(projectFolder, 'dist');
  const write = (file, content) => {
    const target = path.join(dist, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, HEAD + content);
  };
  for (const [file, content] of Object.entries(reactWrappers(elements))) {
    write(`react/${file}`, content);
  }
  const types = { elements: sharedTypes(elements), ...frameworkTypes };
  for (const [name, content] of Object.entries(types)) {
    // Of a declaration file everything is exported, unless it says what.
    write(`types/${name}.d.ts`, `${content}\nexport {};\n`);
    // Nothing to run: an import for the sake of the types must find a module all the same.
    write(`types/${name}.js`, 'export {};\n');
  }
  writeEditorData(manifest, dist);
}
