/** Reads a stream in pieces of the wanted size, whatever the size of its own. */
export class ByteReader {
  #held: Uint8Array = new Uint8Array();

  constructor(private readonly source: ReadableStreamDefaultReader<Uint8Array>) {}

  /** The next bytes; fewer than wanted only where the source ends. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length && !(await this.isAtEnd())) {
      const part = this.#held.subarray(0, length - filled);
      bytes.set(part, filled);
      filled += part.length;
      this.#held = this.#held.subarray(part.length);
    }
    return bytes.subarray(0, filled);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) {
      const { done, value } = await this.source.read();
      if (done) return true;
      this.#held = value;
    }
    return false;
  }
}
