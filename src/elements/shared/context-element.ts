import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { PersistenceController } from '../../controllers/persistence-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import { failureWords } from './failure-words.js';
import { icon } from './icons.js';
import { Localizer } from './localizer.js';
import { badNote, plainNote } from './notes.js';
import { creationScope, ownRegistry } from './own-registry.js';
import { removeServedMarkup } from './served-markup.js';
// For its types: the document and the window hear the events too.
import './dom-events.js';

/**
 * What the elements have in common that show or change the data of a context.
 *
 * @cssprop --litechat-accent - The colour of what is selected, focused or to be done.
 * @cssprop --litechat-on-accent - The colour of text on the accent.
 * @cssprop --litechat-danger - The colour of what destroys, and of failures.
 * @cssprop --litechat-on-danger - The colour of text on `--litechat-danger`.
 * @cssprop --litechat-caution - The colour of what needs care.
 * @cssprop --litechat-good - The colour of what went well.
 * @cssprop --litechat-neutral-hue - The hue of all greys, in degrees of OKLCH.
 * @cssprop --litechat-background - The colour behind everything.
 * @cssprop --litechat-surface - The colour of cards, fields and buttons.
 * @cssprop --litechat-surface-floating - The colour of menus and dialogs.
 * @cssprop --litechat-text - The colour of text.
 * @cssprop --litechat-text-quiet - The colour of text that steps back.
 * @cssprop --litechat-hairline - The colour of lines between things.
 * @cssprop --litechat-control-border - The colour of the line around fields and buttons.
 * @cssprop --litechat-hover - The colour laid over what the pointer is on.
 * @cssprop --litechat-pressed - The colour laid over what is pressed.
 * @cssprop --litechat-selected - The colour behind the selected row.
 * @cssprop --litechat-mark - The colour behind what a search found.
 * @cssprop --litechat-font - The font family.
 * @cssprop --litechat-radius - The radius of the corners of controls.
 * @cssprop --litechat-radius-card - The radius of the corners of cards.
 * @cssprop --litechat-shadow - The shadow of what floats.
 * @cssprop --litechat-motion - How long a movement takes.
 * @cssprop --litechat-density - The height of rows and controls: 28px compact, 32px unless set,
 *   36px comfortable; 44px at least where fingers point.
 */
export abstract class ContextElement extends LitElement {
  /** @internal */
  protected readonly localize = new Localizer(this);
  /** @internal */
  protected readonly persistence = new PersistenceController(this);

  /** @internal */
  protected readonly status = new StoreController(this, () => this.persistence.status);

  /**
   * Where the data is: what was set here, else what a provider above gives, else the page's default
   * database. Undefined until that is ready.
   */
  @property({ attribute: false })
  get context(): PersistenceContext | undefined {
    // Before the first update it is Lit that looks at it.
    if (this.hasUpdated) this.persistence.want();
    return this.persistence.context;
  }
  set context(context: PersistenceContext | undefined) {
    this.persistence.give(context);
  }

  /** @internal */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    removeServedMarkup(this);
    const registry = ownRegistry(this);
    if (registry) this.renderOptions.creationScope = creationScope(registry);
    return super.createRenderRoot();
  }

  /**
   * The elements inside are those of the registry that this one is of.
   *
   * @internal
   */
  override attachShadow(options: ShadowRootInit): ShadowRoot {
    const registry = ownRegistry(this);
    return super.attachShadow(registry ? { ...options, customElementRegistry: registry } : options);
  }

  /**
   * The words for a failure.
   *
   * @internal
   */
  protected messageOf(error: unknown): string {
    return failureWords(error, this.localize);
  }

  /**
   * Why there is no data to show or change, where no provider says so.
   *
   * @internal
   */
  protected renderObstacle(): TemplateResult | undefined {
    const { localize } = this;
    const { error, isProviderTelling } = this.persistence;
    if (isProviderTelling) return undefined;
    if (error) {
      return badNote(html`
        <p>${this.messageOf(error)}</p>
        <button type="button" @click=${() => this.persistence.retry()}>
          ${icon('retry')} ${localize.term('tryAgain')}
        </button>
      `);
    }
    return !this.context && this.status.state?.state === 'blocked'
      ? plainNote(`${localize.term('databaseBlocked')} ${localize.term('databaseBlockedDetail')}`)
      : undefined;
  }
}
