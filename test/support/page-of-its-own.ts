import { fixture, html } from '@open-wc/testing';

export interface OwnPage {
  frame: HTMLIFrameElement;
  window: Window & typeof globalThis;
  /** What the page's database of the name `LiteChatDB` is called outside of it. */
  databaseName: string;
}

/**
 * A page of its own, whose modules are not those of the test, and whose default database is one that no
 * other test has.
 *
 * @param parts `before` is a script that runs before anything is loaded.
 */
export async function pageOfItsOwn({
  databaseName = `LiteChatDB-test-${crypto.randomUUID()}`,
  before = '',
  head = '',
  module,
  body = '',
}: {
  databaseName?: string;
  before?: string;
  head?: string;
  module: string;
  body?: string;
}): Promise<OwnPage> {
  const content = `<!doctype html>
    <html lang="en">
    <title>A page</title>
    ${head}
    <script>
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name, version) {
        const own = name === 'LiteChatDB' ? '${databaseName}' : name;
        return version === undefined ? open.call(this, own) : open.call(this, own, version);
      };
      // What is noted of the database is that of no other page either.
      for (const method of ['getItem', 'setItem', 'removeItem']) {
        const original = Storage.prototype[method];
        Storage.prototype[method] = function (key, ...values) {
          const own = key.replace(/:LiteChatDB$/, ':${databaseName}');
          return original.call(this, own, ...values);
        };
      }
      ${before}
    </script>
    <script type="module">${module}</script>
    <body>${body}</body>
    </html>`;
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="A page" width="400" height="600" srcdoc=${content}></iframe>`,
  );
  const { contentWindow } = frame;
  if (!contentWindow) throw new Error('The page has gone.');
  return { frame, window: contentWindow as Window & typeof globalThis, databaseName };
}
