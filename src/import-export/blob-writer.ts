/** Text is encoded and handed on when this many characters have come together. */
const CHUNK_CHARACTERS = 1024 * 1024;

/** So many blobs may be on their way out of the page's memory. */
const BLOBS_UNDER_WAY = 2;

/**
 * Gathers text, and hands it on as blobs of about 1 MB in UTF-8, which browsers keep out of the
 * page's memory. Making a blob waits for the browser's main process, which is busy reading then: in
 * a page that is a pause of 300 ms and more at times, in a worker nobody notices.
 */
export class BlobWriter {
  readonly #onChunk: (chunk: Blob) => void;
  #pieces: string[] = [];
  #characters = 0;
  readonly #underWay: Promise<unknown>[] = [];

  constructor(onChunk: (chunk: Blob) => void) {
    this.#onChunk = onChunk;
  }

  readonly write = (text: string): void => {
    this.#pieces.push(text);
    this.#characters += text.length;
    if (this.#characters >= CHUNK_CHARACTERS) this.flush();
  };

  /**
   * Resolves when there is room for more: a blob's bytes stay in this process until the browser has
   * fetched them, which it does at its own speed, and which reading one of them waits for.
   */
  async room(): Promise<void> {
    while (this.#underWay.length > BLOBS_UNDER_WAY) await this.#underWay.shift();
  }

  /** Hands on what is left. */
  flush(): void {
    if (this.#pieces.length === 0) return;
    const chunk = new Blob(this.#pieces);
    this.#pieces = [];
    this.#characters = 0;
    this.#underWay.push(chunk.slice(-1).arrayBuffer());
    this.#onChunk(chunk);
  }
}
