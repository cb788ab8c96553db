import type { Transaction } from 'dexie';
import { keepTransactionAlive } from '../database/transactions.js';

/** One batch at a time leaves the browser's storage idle while its answer is on the way. */
const WRITES_UNDER_WAY = 4;

/**
 * Hands over batches inside a transaction, reading on while some are being written, so that the
 * transaction is hardly ever left waiting. The writes begin in order.
 */
export async function readAhead<Batch>(
  transaction: Transaction,
  batches: AsyncGenerator<Batch, void>,
  write: (batch: Batch) => Promise<void>,
): Promise<void> {
  const readNext = (): Promise<IteratorResult<Batch, void>> =>
    keepTransactionAlive(transaction, () => batches.next());
  const writes: Promise<void>[] = [];
  let next = readNext();
  for (;;) {
    const result = await next;
    if (result.done) break;
    next = readNext();
    const written = write(result.value);
    writes.push(written);
    // Should one fail before it is waited for, it still fails the whole when its turn comes.
    for (const promise of [next, written]) promise.catch(() => undefined);
    if (writes.length >= WRITES_UNDER_WAY) await writes.shift();
  }
  await Promise.all(writes);
}
