import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { elementCode } from '../site/element-code.js';
import { codeTabs } from './code-block.js';
import { escapeHtml } from './escape-html.js';
import {
  customProperties,
  elementPage,
  elementsOverview,
  type PageContent,
} from './element-page.js';
import { createHighlight, type Highlight } from './highlight.js';
import { liveExampleOf, themeStages } from './live-examples.js';
import { readManifest, shortName, type ElementEntry } from './manifest.js';
import { renderMarkdownPage } from './markdown-page.js';
import { docsDocument, siteFooter, siteHead, siteHeader, type FrameOptions } from './page-frame.js';

/** Pages that are files of demo/; the others are made. */
const FILES = ['index.html', 'playground.html'];

/** What the first page shows first. */
const SNIPPET = `<script type="module" src="litechat-elements.js"></script>

<litechat-conversation-list></litechat-conversation-list>
<litechat-conversation-view></litechat-conversation-view>
<litechat-data-management></litechat-data-management>

<script type="module">
  document.addEventListener(
    'litechat-selection-changed',
    ({ detail }) => console.log(detail.type, detail.id),
  );
</script>`;

interface Source {
  readonly projectFolder: string;
  readonly highlight: Highlight;
  readonly elements: readonly ElementEntry[];
  readonly version: string;
}

/** What the playground has to know of the elements, in an attribute. */
function playgroundElements({ elements }: Source): string {
  const described = elements.map(({ tagName: tag, members }) => ({
    tag,
    event: liveExampleOf(tag).event,
    inside: liveExampleOf(tag).inside,
    properties: members.flatMap(({ name, attribute, type, description }) =>
      attribute === undefined ? [] : [{ name, attribute, type: type.text, description }],
    ),
  }));
  return escapeHtml(JSON.stringify(described));
}

/** The code of the playground, which its script writes anew with each change. */
const playgroundTabs = ({ highlight }: Source): string =>
  codeTabs(highlight, elementCode({ tag: 'litechat-conversation-list', properties: [] }));

const guidesFolder = (projectFolder: string): string => path.join(projectFolder, 'docs/guides');

/** `guides/react.html` and the like: everything that is not a file of demo/. */
function generatedPaths(projectFolder: string): string[] {
  const guides = readdirSync(guidesFolder(projectFolder)).filter((name) => name.endsWith('.md'));
  return [
    ...guides.map((name) => `guides/${path.basename(name, '.md')}.html`),
    'elements/index.html',
    ...readManifest(projectFolder).map(({ tagName }) => `elements/${shortName(tagName)}.html`),
  ];
}

async function readSource(projectFolder: string): Promise<Source> {
  const text = readFileSync(path.join(projectFolder, 'package.json'), 'utf8');
  const version = /"version": "([^"]+)"/.exec(text)?.[1] ?? '';
  const elements = readManifest(projectFolder);
  return { projectFolder, highlight: await createHighlight(), elements, version };
}

function guide(name: string, { projectFolder, highlight, elements }: Source): PageContent {
  const file = path.join(guidesFolder(projectFolder), `${name}.md`);
  const { title, summary, html, headings } = renderMarkdownPage(readFileSync(file, 'utf8'), {
    highlight,
    elementPage: (tag) =>
      elements.some(({ tagName }) => tagName === tag)
        ? `../elements/${shortName(tag)}.html`
        : undefined,
    inserts: { 'custom-properties': () => customProperties(elements), 'themes': themeStages },
  });
  return {
    title,
    description: summary.replace(/<[^>]+>/g, ''),
    headings,
    content: `<header class="page-title"><p class="kicker">Guide</p><h1>${title}</h1><p class="lead">${summary}</p></header>\n${html}`,
  };
}

function content(page: string, source: Source): PageContent {
  const { elements, highlight } = source;
  const [area, file = ''] = page.split('/');
  const name = path.basename(file, '.html');
  if (area === 'guides') return guide(name, source);
  if (name === 'index') return elementsOverview(elements, highlight);
  const element = elements.find(({ tagName }) => shortName(tagName) === name);
  if (!element) throw new Error(`The manifest has no element for ${page}.`);
  return elementPage(element, highlight);
}

const frameOf = (page: string, { elements, version }: Source): FrameOptions => ({
  path: page,
  elements,
  version,
});

const render = (page: string, source: Source): string =>
  docsDocument({ ...frameOf(page, source), ...content(page, source) });

/**
 * The pages of the documentation: guides from docs/guides, a page an element from the manifest, and
 * around these and the files of demo/ the frame of the site. All of it is static HTML.
 */
export function docsSite(projectFolder: string): Plugin {
  const root = path.join(projectFolder, 'demo');
  const generated = new Set(generatedPaths(projectFolder));
  const pageOf = (id: string): string => path.relative(root, id).split(path.sep).join('/');
  let source: Promise<Source> | undefined;

  return {
    name: 'docs-site',
    config: (_, { command }) => {
      // The dependencies of the pages that are made are those of the pages that are there.
      if (command === 'serve') return { optimizeDeps: { entries: [...FILES, 'site/*.ts'] } };
      const pages = [...FILES, ...generated];
      const input = Object.fromEntries(
        pages.map((page) => [
          page.slice(0, -'.html'.length).replace('/', '-'),
          path.join(root, page),
        ]),
      );
      return { build: { rolldownOptions: { input } } };
    },
    resolveId(id) {
      return generated.has(pageOf(id)) ? id : undefined;
    },
    async load(id) {
      const page = pageOf(id);
      if (!generated.has(page)) return undefined;
      return render(page, await (source ??= readSource(projectFolder)));
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { path: address }) {
        const page = address.replace(/^\//, '');
        if (!FILES.includes(page)) return html;
        const read = await (source ??= readSource(projectFolder));
        const options = frameOf(page, read);
        return html
          .replace('<!-- site-head -->', () => siteHead(options))
          .replace('<!-- site-header -->', () => siteHeader(options))
          .replace('<!-- site-footer -->', () => siteFooter(options))
          .replace('<!-- code-tabs -->', () => playgroundTabs(read))
          .replace('data-elements="[]"', () => `data-elements="${playgroundElements(read)}"`)
          .replace('<!-- snippet -->', () => `<code>${read.highlight(SNIPPET, 'html')}</code>`);
      },
    },
    configureServer(server) {
      server.watcher.add([
        guidesFolder(projectFolder),
        path.join(projectFolder, 'custom-elements.json'),
      ]);
      server.watcher.on('change', (file) => {
        if (/docs\/guides\/|custom-elements\.json$/.test(file))
          server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const address = (request.originalUrl ?? '/').replace(/[?#].*$/, '');
        const page = address.slice(1).replace(/\/$/, '/index.html');
        if (!generated.has(page)) {
          next();
          return;
        }
        // Read anew each time, so that a guide is seen as it is written.
        readSource(projectFolder)
          .then((fresh) => server.transformIndexHtml(`/${page}`, render(page, fresh)))
          .then((html) => {
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(html);
          }, next);
      });
    },
  };
}
