import { keepTransactionAlive } from '../database/transactions.js';

/**
 * Hands over batches inside a transaction, reading the next while the present one is written, so
 * that the transaction is hardly ever left waiting.
 */
export async function readAhead<Batch>(
  batches: AsyncGenerator<Batch, void>,
  write: (batch: Batch) => Promise<void>,
): Promise<void> {
  const readNext = (): Promise<IteratorResult<Batch, void>> =>
    keepTransactionAlive(() => batches.next());
  let next = readNext();
  for (;;) {
    const result = await next;
    if (result.done) return;
    next = readNext();
    // Should the write fail first, nobody waits for what was read ahead.
    next.catch(() => undefined);
    await write(result.value);
  }
}
