import { html, type PropertyValues, type TemplateResult } from 'lit';
import { addStyles } from './add-styles.js';
import { ContextElement } from './context-element.js';
import { controls } from './controls.styles.js';
import type { BodyParts, ElementBody } from './element-body.js';
import { failureBar } from './failure-bar.js';
import { failureStyles } from './failure-bar.styles.js';
import type { LazyPart } from './lazy-part.js';
import { tokens } from './tokens.styles.js';
import { waiting } from './waiting.styles.js';

/**
 * An element whose body is loaded when it first comes into the page. Its properties, methods and
 * events are there before.
 */
export abstract class LazyElement<Body extends ElementBody> extends ContextElement {
  static override styles = [tokens, controls, failureStyles, waiting];

  /** @internal */
  protected abstract readonly body: LazyPart<Body>;
  #isDressed = false;

  /** @internal */
  protected get parts(): BodyParts {
    return {
      localize: this.localize,
      persistence: this.persistence,
      status: this.status,
      messageOf: (error) => this.messageOf(error),
      renderObstacle: () => this.renderObstacle(),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.body.begin();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const body = this.body.current;
    if (body && !this.#isDressed) {
      this.#isDressed = true;
      addStyles(this, body.styles);
    }
    body?.willUpdate?.(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.body.current?.updated?.();
  }

  /** Who waits for the element waits for its body. */
  protected override getUpdateComplete(): Promise<boolean> {
    const updated = super.getUpdateComplete();
    return this.body.isLoading ? this.#bodyComplete() : updated;
  }

  async #bodyComplete(): Promise<boolean> {
    await this.body.settled();
    return super.getUpdateComplete();
  }

  override render(): TemplateResult {
    const { current, error } = this.body;
    if (current) return current.render();
    const { localize } = this;
    if (error !== undefined) {
      const remedy = { label: localize.term('tryAgain'), run: () => this.body.begin() };
      return failureBar(localize, this.messageOf(error), { remedy });
    }
    return html`
      <div class="stand-in" role="status">
        <span class="visually-hidden">${localize.term('loading')}</span>
      </div>
    `;
  }
}
