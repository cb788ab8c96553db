import type { CSSResult, LitElement, PropertyValues, TemplateResult } from 'lit';
import type { PersistenceContext } from '../../context/persistence-context.js';
import type { PersistenceController } from '../../controllers/persistence-controller.js';
import type { StoreController } from '../../controllers/store-controller.js';
import type { DatabaseStatus } from '../../database/litechat-database.js';
import '../../locales/en-with-bodies.js';
import type { Localizer } from './localizer.js';

/** What an element lends to its body. */
export interface BodyParts {
  readonly localize: Localizer;
  readonly persistence: PersistenceController;
  readonly status: StoreController<DatabaseStatus>;
  messageOf(error: unknown): string;
  renderObstacle(): TemplateResult | undefined;
}

/**
 * What an element renders and does: the part of it that is loaded on demand. What a page sets, calls
 * and hears belongs to the element, which is there at once.
 */
export abstract class ElementBody<Host extends LitElement = LitElement> {
  protected readonly host: Host;
  protected readonly localize: Localizer;
  protected readonly persistence: PersistenceController;
  protected readonly status: StoreController<DatabaseStatus>;
  readonly #parts: BodyParts;

  constructor(host: Host, parts: BodyParts) {
    this.host = host;
    this.localize = parts.localize;
    this.persistence = parts.persistence;
    this.status = parts.status;
    this.#parts = parts;
  }

  /** Beside those that the element has from the start. */
  abstract readonly styles: readonly CSSResult[];

  abstract render(): TemplateResult;

  /** Before each of the element's updates. */
  willUpdate?(changed: PropertyValues): void;

  /** After each of them. */
  updated?(): void;

  protected get context(): PersistenceContext | undefined {
    return this.persistence.context;
  }

  protected messageOf(error: unknown): string {
    return this.#parts.messageOf(error);
  }

  protected renderObstacle(): TemplateResult | undefined {
    return this.#parts.renderObstacle();
  }

  protected requestUpdate(): void {
    this.host.requestUpdate();
  }
}
