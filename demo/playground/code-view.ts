import type { ElementCode } from '../site/element-code.js';

/** Comments, strings, tags, words, calls and attributes of the languages that the playground writes. */
const tokens =
  /(?<comment>\/\/.*|<!--.*?-->)|(?<string>"[^"]*"|'[^']*')|(?<keyword>\b(?:import|from|export|const|type)\b)|(?<tag>(?<=<\/?)[a-z][a-z-]*)|(?<function>\w+(?=\()|[\w:@-]+(?==["{]))/g;

function coloured(code: string): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of code.matchAll(tokens)) {
    const kind = Object.entries<string | undefined>(match.groups ?? {}).find(
      ([, text]) => text !== undefined,
    )?.[0];
    const span = document.createElement('span');
    span.className = `token-${kind ?? 'plain'}`;
    span.textContent = match[0];
    nodes.push(new Text(code.slice(end, match.index)), span);
    end = match.index + match[0].length;
  }
  nodes.push(new Text(code.slice(end)));
  return nodes;
}

/** Writes the code into the tabs of the page. */
export function showCode(box: Element, snippets: readonly ElementCode[]): void {
  for (const { name, code } of snippets) {
    box.querySelector(`.tab[data-name="${name}"] code`)?.replaceChildren(...coloured(code));
  }
}
