import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.mjs';

/**
 * @typedef {object} ElementFacts What the frameworks are told of an element.
 * @property {string} tag
 * @property {string} name Of its class.
 * @property {string} module Its file, as seen from dist/.
 * @property {string} definition The file that defines it, as seen from dist/.
 * @property {string} summary
 * @property {string[]} properties That may be set.
 * @property {{ name: string, property: string }[]} attributes
 * @property {{ name: string, description: string }[]} events
 */

export function readManifest() {
  return JSON.parse(readFileSync(path.join(projectFolder, 'custom-elements.json'), 'utf8'));
}

/** @returns {ElementFacts[]} */
export function elementsOf({ modules }) {
  const definitions = new Map(
    modules.flatMap(({ path: file, exports = [] }) =>
      exports
        .filter(({ kind }) => kind === 'custom-element-definition')
        .map(({ name }) => [name, fromDist(file)]),
    ),
  );
  return modules.flatMap(({ path: file, declarations = [] }) =>
    declarations
      .filter(({ customElement, tagName }) => customElement && tagName)
      .map((declaration) => ({
        tag: declaration.tagName,
        name: declaration.name,
        module: fromDist(file),
        definition: definitions.get(declaration.tagName),
        summary: declaration.summary,
        properties: (declaration.members ?? [])
          .filter(
            ({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic,
          )
          .map(({ name }) => name),
        attributes: (declaration.attributes ?? []).map(({ name, fieldName }) => ({
          name,
          property: fieldName,
        })),
        events: (declaration.events ?? []).map(({ name, description = '' }) => ({
          name,
          description,
        })),
      })),
  );
}

const fromDist = (file) => file.replace(/^dist\//, './');
