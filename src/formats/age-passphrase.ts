import type { Identity, Recipient } from 'age-encryption';
import { damaged, failure } from './age-failure.js';
import { AGE_VERSION, FILE_KEY_BYTES, NONCE_BYTES, TAG_BYTES, type Tools } from './age-tools.js';

/*
 * The `scrypt` stanza of https://age-encryption.org/v1. The library has one too, which computes in
 * one go and so blocks the page for as long.
 */

const SCRYPT_LABEL = `${AGE_VERSION}/scrypt`;
const SALT_BYTES = 16;
/** What `age` itself accepts. Each step doubles time and memory: 22 takes 4 GiB. */
export const MAX_WORK_FACTOR = 22;
/** How long, in milliseconds, scrypt computes before the page has its turn. */
const SCRYPT_SLICE = 10;

const encoder = new TextEncoder();

/** Wraps a file's key with a passphrase. */
export function passphraseRecipient(
  tools: Tools,
  passphrase: string,
  workFactor: number,
  signal: AbortSignal,
): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
      const key = await deriveKey(tools, passphrase, salt, workFactor, signal);
      const saltText = btoa(String.fromCharCode(...salt)).replace(/=+$/, '');
      const body = keyCipher(tools, key).encrypt(fileKey);
      return [new tools.Stanza(['scrypt', saltText, String(workFactor)], body)];
    },
  };
}

/** Unwraps a file's key. @throws {LiteChatError} passphrase-wrong, not-supported, backup-malformed. */
export function passphraseIdentity(
  tools: Tools,
  passphrase: string,
  signal: AbortSignal,
): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      if (!stanza) {
        throw failure(
          'not-supported',
          'The file is encrypted to a key, not with a passphrase. Decrypt it with age first.',
        );
      }
      const [, saltText = '', workFactor = '', ...rest] = stanza.args;
      const isWellFormed =
        stanzas.length === 1 &&
        rest.length === 0 &&
        /^[A-Za-z0-9+/]{22}$/.test(saltText) &&
        /^[1-9][0-9]*$/.test(workFactor) &&
        stanza.body.length === FILE_KEY_BYTES + TAG_BYTES;
      if (!isWellFormed) throw damaged('its header is not one of age');
      if (Number(workFactor) > MAX_WORK_FACTOR) {
        throw failure(
          'not-supported',
          `The file would take too long to open: its work factor is above ${MAX_WORK_FACTOR}.`,
        );
      }
      const salt = Uint8Array.from(atob(saltText), (character) => character.charCodeAt(0));
      const key = await deriveKey(tools, passphrase, salt, Number(workFactor), signal);
      try {
        return keyCipher(tools, key).decrypt(stanza.body);
      } catch {
        // All that the cipher can tell is that this is not the key.
        throw failure('passphrase-wrong', 'The passphrase does not open this file.');
      }
    },
  };
}

async function deriveKey(
  { scryptAsync }: Tools,
  passphrase: string,
  salt: Uint8Array,
  workFactor: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const cost = 2 ** workFactor;
  const fullSalt = new Uint8Array([...encoder.encode(SCRYPT_LABEL), ...salt]);
  const options = {
    N: cost,
    r: 8,
    p: 1,
    dkLen: 32,
    asyncTick: SCRYPT_SLICE,
    maxmem: 1024 * (cost + 2),
    // Nothing else stops scrypt before its end, which may be a minute away.
    onProgress: () => signal.throwIfAborted(),
  };
  try {
    return await inBackground(() => scryptAsync(passphrase, fullSalt, options));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw failure(
      'not-supported',
      `There is not enough memory for the work factor of the file, ${workFactor}.`,
      cause,
    );
  }
}

/**
 * Between its slices scrypt calls `scheduler.yield()` where there is one, which goes on before the
 * page's timers and messages had their turn; in a task of low priority it goes on after them.
 */
function inBackground<Result>(compute: () => Promise<Result>): Promise<Result> {
  if (!('scheduler' in globalThis)) return compute();
  return new Promise((resolve, reject) => {
    scheduler
      .postTask(() => compute().then(resolve, reject), { priority: 'background' })
      .catch(reject);
  });
}

/** The cipher that wraps a file's key; its nonce is zero, because no key of it is used twice. */
function keyCipher({ chacha20poly1305 }: Tools, key: Uint8Array) {
  return chacha20poly1305(key, new Uint8Array(NONCE_BYTES));
}
