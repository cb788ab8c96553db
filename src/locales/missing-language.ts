type Loader = (language: string) => void;

let load: Loader | undefined;
const asked = new Set<string>();

/** Says what brings in a language that an element wants and nobody registered; English shows until then. */
export function setLanguageLoader(loader: Loader): void {
  load = loader;
  for (const language of asked) loader(language);
}

/** Asks for a language, once. */
export function askForLanguage(language: string): void {
  if (asked.has(language)) return;
  asked.add(language);
  load?.(language);
}
