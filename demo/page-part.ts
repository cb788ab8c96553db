/** The element of the page that has the id. */
export function pagePart<Part extends HTMLElement>(id: string, kind: new () => Part): Part {
  const part = document.getElementById(id);
  if (!(part instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  return part;
}
