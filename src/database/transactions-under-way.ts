/** The transactions that have begun and are not over, of all connections of a page or worker. */
export class TransactionsUnderWay {
  readonly #ends = new Set<Promise<void>>();

  /**
   * Follows what begins from now on in this page or worker, on whichever connection.
   *
   * @returns A function that ends it.
   */
  follow(): () => void {
    const connections = IDBDatabase.prototype;
    const { transaction: begin } = connections;
    const add = (transaction: IDBTransaction): void => this.#add(transaction);
    connections.transaction = function (...request) {
      const transaction = Reflect.apply(begin, this, request);
      add(transaction);
      return transaction;
    };
    return () => {
      connections.transaction = begin;
    };
  }

  /** Resolves once none is under way. */
  async over(): Promise<void> {
    while (this.#ends.size > 0) await Promise.all(this.#ends);
  }

  #add(transaction: IDBTransaction): void {
    const end = new Promise<void>((resolve) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => resolve());
    }).then(() => void this.#ends.delete(end));
    this.#ends.add(end);
  }
}
