import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';
import { Marked } from 'marked';
import type { RenderContext } from './elements/conversation-view/rendered-text.js';

/** What {@link renderMarkdown} may show. */
export interface MarkdownRenderOptions extends Partial<RenderContext> {
  /**
   * Which images of other origins are loaded; none unless given. Loading one tells its server that
   * the chat was opened, and when, which is how text that a model was made to write leaks data.
   */
  allowImage?: (address: URL) => boolean;
}

const HARMLESS_DATA = /^data:image\/(?:png|gif|jpeg|webp);/i;

const marked = new Marked({ gfm: true, breaks: true });

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  // A fragment rather than text: whoever shows it needs no sink for HTML.
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_TAGS:
    'a b blockquote br code del details em h1 h2 h3 h4 h5 h6 hr i img input kbd li ol p pre s span strong sub summary sup table tbody td th thead tr ul'.split(
      ' ',
    ),
  // Neither `id` nor `name`, which would give the page's scripts other elements than they ask for.
  ALLOWED_ATTR: 'align alt checked class colspan href open rowspan src start title type'.split(' '),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // Otherwise these would have to look like addresses.
  ADD_URI_SAFE_ATTR: ['align', 'colspan', 'rowspan', 'start', 'type'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
};

let purifier: DOMPurify | undefined;

/**
 * Makes a fragment of Markdown, as the `renderer` of a conversation view or for any other place. HTML in it
 * is kept as far as it is harmless: no scripts, styles, forms or frames. Links open elsewhere and
 * tell nothing of the page; images of other origins become links.
 *
 * A page with Trusted Types lets `dompurify` make its policy: `trusted-types dompurify`.
 */
export function renderMarkdown(
  text: string,
  { allowImage = () => false }: MarkdownRenderOptions = {},
): DocumentFragment {
  // Not at import: in Node there is no window. An instance of its own has no hooks of the page.
  purifier ??= createDOMPurify(window);
  const fragment = purifier.sanitize(marked.parse(text, { async: false }), config);
  for (const link of fragment.querySelectorAll('a')) sendElsewhere(link);
  for (const image of fragment.querySelectorAll('img')) checkImage(image, allowImage);
  for (const input of fragment.querySelectorAll('input')) checkTask(input);
  for (const code of fragment.querySelectorAll('pre')) {
    // So that a long line can be scrolled by keys.
    code.tabIndex = 0;
    code.dir = 'ltr';
  }
  return fragment;
}

function sendElsewhere(link: HTMLAnchorElement): void {
  if (!link.hasAttribute('href')) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

function checkImage(image: HTMLImageElement, allowImage: (address: URL) => boolean): void {
  const source = image.getAttribute('src') ?? '';
  const address = URL.parse(source);
  if (!address || (address.protocol === 'data:' && !HARMLESS_DATA.test(source))) {
    image.replaceWith(image.alt);
  } else if (address.protocol === 'data:' || address.origin === origin || allowImage(address)) {
    image.loading = 'lazy';
    image.referrerPolicy = 'no-referrer';
  } else {
    const link = document.createElement('a');
    link.href = source;
    link.textContent = image.alt.trim() === '' ? address.host : image.alt;
    sendElsewhere(link);
    image.replaceWith(link);
  }
}

/** The box of a list of tasks; any other field would be one to type secrets into. */
function checkTask(input: HTMLInputElement): void {
  if (input.type !== 'checkbox') input.remove();
  else input.disabled = true;
}
