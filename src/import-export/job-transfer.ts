import type { TransferOptions } from './types.js';

/** What a job is given beside its arguments. */
export interface JobTransfer extends TransferOptions {
  /** Takes the pieces of a file in order, of those jobs that write one. */
  onChunk?: ((chunk: Blob) => void) | undefined;
}
