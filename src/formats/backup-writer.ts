/** The version of the full-configuration format that we write. */
export const BACKUP_VERSION = 1;

/**
 * Writes a JSON document whose top-level values may be long lists, one record a line, so that the
 * file can be streamed, searched and compared line by line. Pieces of text go to the sink in order.
 */
export class BackupWriter {
  readonly #write: (text: string) => void;
  #fields = 0;
  #items = 0;

  constructor(write: (text: string) => void) {
    this.#write = write;
    write('{');
  }

  /** A field whose value is written on one line. */
  field(name: string, value: unknown): void {
    this.#name(name);
    this.#write(toJson(value));
  }

  /** Opens a field whose value is an array. */
  openList(name: string): void {
    this.#open(name, '[');
  }

  /** Elements of the open list. */
  items(values: readonly unknown[]): void {
    if (values.length === 0) return;
    this.#separate();
    this.#write(values.map(toJson).join(',\n'));
    this.#items += values.length;
  }

  closeList(): void {
    this.#close(']');
  }

  /** A field whose value is an object, one member a line. */
  map(name: string, members: Record<string, unknown>): void {
    this.#open(name, '{');
    for (const [key, value] of Object.entries(members)) {
      this.#separate();
      this.#write(`${JSON.stringify(key)}: ${toJson(value)}`);
      this.#items++;
    }
    this.#close('}');
  }

  end(): void {
    this.#write('\n}\n');
  }

  #name(name: string): void {
    this.#write(`${this.#fields++ === 0 ? '\n' : ',\n'}${JSON.stringify(name)}: `);
  }

  #open(name: string, bracket: '[' | '{'): void {
    this.#name(name);
    this.#items = 0;
    this.#write(bracket);
  }

  #separate(): void {
    this.#write(this.#items === 0 ? '\n' : ',\n');
  }

  #close(bracket: ']' | '}'): void {
    this.#write(this.#items === 0 ? bracket : `\n${bracket}`);
  }
}

/** IndexedDB keeps `undefined`, for which JSON has no word, and numbers that JSON cannot write. */
function toJson(value: unknown): string {
  if (value === undefined) return 'null';
  try {
    return JSON.stringify(value);
  } catch {
    // One odd value of another application must not stop the backup of all the others.
    return JSON.stringify(value, (_name, inner: unknown) =>
      typeof inner === 'bigint' ? String(inner) : inner,
    );
  }
}
