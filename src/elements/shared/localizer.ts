import { LocalizeController, update } from '@shoelace-style/localize';
import '../../locales/en-at-once.js';
import { askForLanguage } from '../../locales/missing-language.js';
import type { Translation } from '../../locales/translation.js';

const FALLBACK = 'en';

let observer: MutationObserver | undefined;

/** The element's words, in the language of the nearest `lang` around it, that of the page included. */
export class Localizer extends LocalizeController<Translation> {
  /** Found once for an update: a list asks for words a few hundred times. */
  #lang: string | undefined;

  override hostConnected(): void {
    super.hostConnected();
    // One for all of them; to observe a root again does nothing.
    observer ??= new MutationObserver(update);
    for (const root of rootsAround(this.host)) {
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostUpdate(): void {
    this.#lang = this.#findLanguage();
  }

  hostUpdated(): void {
    this.#lang = undefined;
  }

  /** Of the words; numbers and dates in another would not fit into their sentences. */
  override lang(): string {
    return this.#lang ?? this.#findLanguage();
  }

  #findLanguage(): string {
    const wanted = nearestLanguage(this.host) ?? super.lang();
    if (!isLanguage(wanted)) return FALLBACK;
    if (this.exists('$code', { lang: wanted, includeFallback: false })) return wanted;
    askForLanguage(wanted);
    return FALLBACK;
  }
}

function nearestLanguage(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const language = at.getAttribute('lang');
    if (language) return language.toLowerCase().replaceAll('_', '-');
  }
  return undefined;
}

/** Out of a shadow tree, and out of a slot to where its element was written. */
function parentOf(element: Element): Element | undefined {
  if (element.parentElement) return element.parentElement;
  return hostOf(element.getRootNode());
}

/** Without the name of a class that a server does not have. */
function hostOf(root: Node): Element | undefined {
  return 'host' in root && root.host instanceof Element ? root.host : undefined;
}

function rootsAround(element: Element): Node[] {
  const root = element.getRootNode();
  const host = hostOf(root);
  return host ? [root, ...rootsAround(host)] : [root];
}

function isLanguage(language: string): boolean {
  try {
    return Boolean(new Intl.Locale(language));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
