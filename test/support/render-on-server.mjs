import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, unsafeStatic } from 'lit/static-html.js';

/**
 * What a server answers with for markup with elements of the kit, which has to be built.
 *
 * @param {string} markup
 * @returns {Promise<string>}
 */
export async function renderOnServer(markup) {
  await import('litechat-elements/define');
  return collectResult(render(html`${unsafeStatic(markup)}`));
}
