/** The guides, in the order in which they are read; each is docs/guides/<name>.md. */
export const guides = [
  { group: 'Start', names: ['plain-html', 'react', 'vue', 'svelte', 'headless'] },
  { group: 'Data', names: ['backup', 'storage', 'migrating'] },
  { group: 'Look and feel', names: ['theming', 'languages', 'accessibility'] },
  { group: 'Ship it', names: ['csp'] },
] as const;

/** How a guide is called where there is little room. */
export const guideNames: Readonly<Record<string, string>> = {
  'plain-html': 'Plain HTML',
  'react': 'React',
  'vue': 'Vue',
  'svelte': 'Svelte',
  'headless': 'Headless use',
  'backup': 'Backup and encryption',
  'storage': 'Storage guarantees',
  'migrating': 'Migrating from LiteChat',
  'theming': 'Theming',
  'languages': 'Languages',
  'accessibility': 'Accessibility',
  'csp': 'Content-Security-Policy',
};
