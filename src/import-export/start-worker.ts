import type { FromWorker } from './worker-messages.js';
import { transferWorkerUrl } from './transfer-worker-url.js';

/** A script that has not come by then is as good as none, and the page can do the job at once. */
const START_MILLISECONDS = 10_000;

/**
 * Starts the worker and waits until it listens. Undefined where there is none to be had: outside a
 * page, under a policy that forbids it, when the script is not found. No job was begun then.
 *
 * @throws the reason of the signal.
 */
export async function startWorker(signal?: AbortSignal): Promise<Worker | undefined> {
  if (typeof Worker === 'undefined' || typeof location === 'undefined') return undefined;
  const script = scriptFor(new URL(transferWorkerUrl(), location.href));
  let worker: Worker | undefined;
  try {
    worker = new Worker(trusted(script.address), { type: 'module', name: 'litechat-transfer' });
    if (await isReady(worker, signal)) return worker;
  } catch {
    // A policy of the page forbids workers, blobs or the making of trusted addresses.
  } finally {
    script.release();
  }
  worker?.terminate();
  signal?.throwIfAborted();
  return undefined;
}

function isReady(worker: Worker, signal: AbortSignal | undefined): Promise<boolean> {
  const settled = new AbortController();
  return new Promise<boolean>((resolve) => {
    const settleWith = (answer: boolean) => (event?: Event) => {
      // A worker that cannot start is no error of the page: the job goes on here.
      event?.preventDefault();
      resolve(answer);
    };
    const during = { signal: settled.signal };
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromWorker>) => resolve(data.type === 'ready'),
      during,
    );
    worker.addEventListener('error', settleWith(false), during);
    signal?.addEventListener('abort', settleWith(false), during);
    const timer = setTimeout(settleWith(false), START_MILLISECONDS);
    settled.signal.addEventListener('abort', () => clearTimeout(timer));
  }).finally(() => settled.abort());
}

/** A worker's script must be of the page's origin; one from elsewhere is imported by one that is. */
function scriptFor(url: URL): { address: string; release: () => void } {
  if (url.origin === location.origin) return { address: url.href, release: () => undefined };
  const source = `import ${JSON.stringify(url.href)};`;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return { address, release: () => URL.revokeObjectURL(address) };
}

/** The part of Trusted Types that is used here; TypeScript's own types lack them. */
interface TrustedTypePolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

let policy: ReturnType<TrustedTypePolicies['createPolicy']> | undefined;

/**
 * The address as a page with `require-trusted-types-for 'script'` wants it; to be allowed there
 * under the name `litechat-elements`, where the page names the policies it allows.
 */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicies };
  policy ??= trustedTypes?.createPolicy('litechat-elements', {
    createScriptURL: (own) => own,
  });
  return policy?.createScriptURL(address) ?? address;
}
