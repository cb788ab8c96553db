import { escapeHtml } from './escape-html.js';
import { shortName, type ElementEntry } from './manifest.js';
import type { Heading } from './markdown-page.js';
import { guideNames, guides } from './site-map.js';
import { typeset } from './typeset.js';

/** What of the site a page needs to know to stand in it. */
export interface FrameOptions {
  /** Of the page, from the top of the site: `guides/react.html`. */
  readonly path: string;
  readonly elements: readonly ElementEntry[];
  readonly version: string;
}

export interface DocumentOptions extends FrameOptions {
  readonly title: string;
  readonly description: string;
  readonly headings: readonly Heading[];
  readonly content: string;
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/** The way from a page up to the top of the site: `../` or `./`. */
export const upFrom = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

const current = (is: boolean): string => (is ? ' aria-current="page"' : '');

/** What the heads of all pages have in common. */
export function siteHead({ path }: FrameOptions): string {
  const up = upFrom(path);
  return `<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<meta name="color-scheme" content="light dark" />
<link rel="icon" href="${up}icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="${up}site/site.css" />
<script type="module" src="${up}site/theme.ts" blocking="render"></script>
<script type="module" src="${up}site/site.ts"></script>`;
}

/** The bar on top of every page. */
export function siteHeader({ path, version }: FrameOptions): string {
  const up = upFrom(path);
  const areas = [
    ['Guides', 'guides/plain-html.html', path.startsWith('guides/')],
    ['Elements', 'elements/index.html', path.startsWith('elements/')],
    ['Playground', 'playground.html', path === 'playground.html'],
  ] as const;
  const links = areas
    .map(([name, to, is]) => {
      const state = path === to ? 'page' : 'true';
      return `<a href="${up}${to}"${is ? ` aria-current="${state}"` : ''}>${name}</a>`;
    })
    .join('');
  const hasSide = path.includes('/');
  return `<a class="skip" href="#content">Skip to content</a>
<header class="site-header">
<div class="bar">
${hasSide ? `<button class="icon-button menu" type="button" popovertarget="side" aria-label="Contents"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16M4 12h16M4 18h10" /></svg></button>` : ''}
<a class="brand" href="${up}index.html"${current(path === 'index.html')}><img src="${up}icon.svg" alt="" width="24" height="24" /><span>litechat-elements</span><small>${escapeHtml(version)}</small></a>
<nav class="areas" aria-label="Site">${links}</nav>
<button class="icon-button" id="look-button" type="button" popovertarget="look" aria-label="Theme and language"><svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5" /><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" class="filled" /></svg></button>
</div>
<div id="look" class="look" popover role="dialog" aria-label="Theme and language">
<fieldset id="scheme" class="segments"><legend>Colours</legend>
<label><input type="radio" name="scheme" value="auto" checked />Auto</label>
<label><input type="radio" name="scheme" value="light" />Light</label>
<label><input type="radio" name="scheme" value="dark" />Dark</label>
</fieldset>
<fieldset id="theme" class="themes"><legend>Theme</legend>
<label><input type="radio" name="theme" value="" checked /><i class="swatch"></i>Default</label>
<label><input type="radio" name="theme" value="paper" /><i class="swatch litechat-theme-paper"></i>Paper</label>
<label><input type="radio" name="theme" value="harbour" /><i class="swatch litechat-theme-harbour"></i>Harbour</label>
<label><input type="radio" name="theme" value="console" /><i class="swatch litechat-theme-console"></i>Console</label>
</fieldset>
<label class="field">Language of the elements
<select id="language">
<option lang="en" value="en">English</option>
<option lang="de" value="de">Deutsch</option>
<option lang="es" value="es">Español</option>
<option lang="fr" value="fr">Français</option>
<option lang="it" value="it">Italiano</option>
</select></label>
</div>
</header>`;
}

/** The line at the bottom of every page. */
export const siteFooter = ({ path }: FrameOptions): string => {
  const up = upFrom(path);
  return `<footer class="site-footer"><p>MIT licensed. Nothing on these pages leaves your browser: no cookie, no request to another site.</p>
<p><a href="${up}guides/storage.html">Storage guarantees</a> · <a href="${up}guides/accessibility.html">Accessibility</a> · <a href="${up}guides/csp.html">Content-Security-Policy</a></p></footer>`;
};

function sideNavigation({ path, elements }: FrameOptions): string {
  const link = (to: string, name: string): string =>
    `<li><a href="../${to}"${current(to === path)}>${name}</a></li>`;
  const guideGroups = guides.map(
    ({ group, names }) =>
      `<p class="group">${group}</p><ul>${names
        .map((name) => link(`guides/${name}.html`, guideNames[name] ?? name))
        .join('')}</ul>`,
  );
  const pages = elements.map(({ tagName }) =>
    link(`elements/${shortName(tagName)}.html`, shortName(tagName)),
  );
  return `<nav id="side" class="side" popover aria-label="Pages"><div class="scroller">${guideGroups.join('')}
<p class="group">Elements</p><ul>${link('elements/index.html', 'Overview')}${pages.join('')}</ul></div></nav>`;
}

interface Contents {
  /** Beside the text, which is shown where there is room for it. */
  readonly beside: string;
  /** On top of the text, folded. */
  readonly above: string;
}

function contentsOf(headings: readonly Heading[]): Contents {
  const shown = headings.filter(({ depth }) => depth === 2);
  if (shown.length < 2) return { beside: '<div class="toc"></div>', above: '' };
  const items = shown.map(
    ({ id, text }) => `<li><a href="#${id}">${typeset(escapeHtml(text))}</a></li>`,
  );
  const list = `<ul>${items.join('')}</ul>`;
  return {
    beside: `<nav class="toc" aria-labelledby="toc-name"><p id="toc-name" class="group">On this page</p>${list}</nav>`,
    above: `<details class="contents"><summary>On this page</summary>${list}</details>`,
  };
}

/** The pages of the side navigation, one after the other. */
function sequence(elements: readonly ElementEntry[]): { to: string; name: string }[] {
  return [
    ...guides.flatMap(({ names }) =>
      names.map((name) => ({ to: `guides/${name}.html`, name: guideNames[name] ?? name })),
    ),
    { to: 'elements/index.html', name: 'Elements' },
    ...elements.map(({ tagName }) => ({
      to: `elements/${shortName(tagName)}.html`,
      name: shortName(tagName),
    })),
  ];
}

function neighbours({ path, elements }: FrameOptions): string {
  const pages = sequence(elements);
  const at = pages.findIndex(({ to }) => to === path);
  const before = at > 0 ? pages[at - 1] : undefined;
  const after = at >= 0 ? pages[at + 1] : undefined;
  const link = (page: { to: string; name: string } | undefined, word: string, way: string) =>
    page
      ? `<a class="${way}" href="../${page.to}"><small>${word}</small><span>${page.name}</span></a>`
      : '';
  return `<nav class="neighbours" aria-label="Next pages">${link(before, 'Previous', 'previous')}${link(after, 'Next', 'next')}</nav>`;
}

/** A whole page of documentation. */
export function docsDocument(options: DocumentOptions): string {
  const { title, description, headings, content } = options;
  const { beside, above } = contentsOf(headings);
  return `<!doctype html>
<html lang="en">
<head>
${siteHead(options)}
<link rel="stylesheet" href="../site/docs.css" />
<script type="module" src="../site/docs.ts"></script>
<meta name="description" content="${escapeHtml(description)}" />
<title>${escapeHtml(title)} · litechat-elements</title>
</head>
<body class="docs">
${siteHeader(options)}
<div class="frame">
${sideNavigation(options)}
<main id="content" class="prose">
${typeset(content).replace('</header>', (end) => `${end}\n${above}`)}
${neighbours(options)}
</main>
${beside}
</div>
${siteFooter(options)}
</body>
</html>`;
}
