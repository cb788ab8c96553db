/** The first line of the format, https://age-encryption.org/v1. */
export const AGE_VERSION = 'age-encryption.org/v1';
export const FILE_KEY_BYTES = 16;
/** Of ChaCha20-Poly1305. */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** What it takes to encrypt and to open a file. */
export interface Tools extends Pick<
  typeof import('age-encryption'),
  'Encrypter' | 'Decrypter' | 'Stanza'
> {
  scryptAsync: (typeof import('@noble/hashes/scrypt.js'))['scryptAsync'];
  hkdf: (typeof import('@noble/hashes/hkdf.js'))['hkdf'];
  sha256: (typeof import('@noble/hashes/sha2.js'))['sha256'];
  chacha20poly1305: (typeof import('@noble/ciphers/chacha.js'))['chacha20poly1305'];
}

/** Loaded when the first file is encrypted or opened. */
export async function loadTools(): Promise<Tools> {
  const [
    { Encrypter, Decrypter, Stanza },
    { scryptAsync },
    { hkdf },
    { sha256 },
    { chacha20poly1305 },
  ] = await Promise.all([
    import('age-encryption'),
    import('@noble/hashes/scrypt.js'),
    import('@noble/hashes/hkdf.js'),
    import('@noble/hashes/sha2.js'),
    import('@noble/ciphers/chacha.js'),
  ]);
  return { Encrypter, Decrypter, Stanza, scryptAsync, hkdf, sha256, chacha20poly1305 };
}
