export interface Download {
  name: string;
  type: string;
  text: string;
  /** The object URL, which must not be revoked while the browser may still read it. */
  url: string;
}

/** Catches what would be saved while the function runs, instead of letting the browser save it. */
export async function downloadsDuring(action: () => Promise<unknown>): Promise<Download[]> {
  const links: HTMLAnchorElement[] = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push(this);
  };
  try {
    await action();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  return Promise.all(
    links.map(async ({ href, download }) => {
      const blob = await (await fetch(href)).blob();
      return { name: download, type: blob.type, text: await blob.text(), url: href };
    }),
  );
}
