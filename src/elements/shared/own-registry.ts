/** The registry that an element was defined in, where that is not the page's. */
export function ownRegistry(element: Element): CustomElementRegistry | undefined {
  const registry = 'customElementRegistry' in element ? element.customElementRegistry : null;
  return registry && registry !== customElements ? registry : undefined;
}

/** Has the templates of an element make the elements in them from a registry; Lit asks the document otherwise. */
export const creationScope = (
  registry: CustomElementRegistry,
): { importNode(node: Node, deep?: boolean): Node } => ({
  importNode: (node, deep = false) =>
    document.importNode(node, { customElementRegistry: registry, selfOnly: !deep }),
});
