import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

/** Their descriptions repeat what they also list one by one. */
const options = {
  hideLogs: true,
  hideSlotDocs: true,
  hideEventDocs: true,
  hideCssPropertiesDocs: true,
  hideCssPartsDocs: true,
  hideMethodDocs: true,
};

/** Writes what VS Code and JetBrains are told of the elements and of what a style sheet can name. */
export function writeEditorData(manifest, outdir) {
  generateVsCodeCustomElementData(manifest, { ...options, outdir });
  generateJetBrainsWebTypes(manifest, { ...options, outdir, packageJson: false });

  const hooks = (kind, nameOf) => styleHooks(manifest, kind, nameOf);
  change(path.join(outdir, 'vscode.html-custom-data.json'), ({ tags }) => tags.forEach(tidy));
  change(path.join(outdir, 'vscode.css-custom-data.json'), (data) => {
    data.properties = hooks('cssProperties', (name) => name);
    data.pseudoElements = hooks('cssParts', (name) => `::part(${name})`);
    data.pseudoClasses = hooks('cssStates', (name) => `:state(${name})`);
  });
  change(path.join(outdir, 'web-types.json'), ({ contributions: { html, css } }) => {
    html.elements.forEach(tidy);
    css.properties = hooks('cssProperties', (name) => name);
    css['pseudo-elements'] = hooks('cssParts', (name) => `part(${name})`);
    css['pseudo-classes'] = hooks('cssStates', (name) => `state(${name})`);
  });
}

function change(file, edit) {
  const data = JSON.parse(readFileSync(file, 'utf8'));
  edit(data);
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
}

/** The generators end a description with a line, for what they would list under it, and know no address. */
function tidy(element) {
  element.description = element.description.replace(/\s*---\s*$/, '');
  delete element['doc-url'];
  delete element.references;
}

/**
 * One entry a name, where the generators have one for each element that has it. What is not the same in
 * all of them is said of each.
 */
function styleHooks({ modules }, kind, nameOf) {
  const found = new Map();
  const elements = modules.flatMap(({ declarations = [] }) => declarations);
  for (const { tagName, [kind]: hooks = [] } of elements) {
    if (tagName === undefined) continue;
    for (const { name, description } of hooks) {
      const texts = found.get(name) ?? new Map();
      found.set(name, texts.set(description, [...(texts.get(description) ?? []), tagName]));
    }
  }
  return [...found].map(([name, texts]) => ({
    name: nameOf(name),
    description: [...texts]
      .map(([text, tags]) => (texts.size === 1 ? text : `${tags.join(', ')}: ${text}`))
      .join('\n\n'),
  }));
}
