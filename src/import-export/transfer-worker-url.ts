/**
 * The address of the worker's script, which lies beside this module. Bundlers copy a file that is
 * named in this way; our own builds put another module in the place of this one.
 */
export function transferWorkerUrl(): string {
  return new URL('./transfer-worker.js', import.meta.url).href;
}
