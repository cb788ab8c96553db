import { expect } from '@open-wc/testing';
import { armor, Decrypter, Encrypter, Stanza } from 'age-encryption';
import { rejection } from '../../test/support/rejection.js';
import { LiteChatError } from '../errors.js';
import { decryptStream, encryptStream, isAgeFile, isGzip } from './encryption.js';

const PASSPHRASE = 'correct horse';
/** The least there is, so that a test can open hundreds of files. */
const QUICK = { workFactor: 1 };
/** Milliseconds, for what age and we make slow on purpose. */
const SLOW = 60_000;
const CHUNK = 64 * 1024;
const TAG = 16;
const TEXT = '{"version":1,"note":"Grüße, 世界 👋"}';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that the age program wrote; see the README beside it. */
async function fixture(name: string): Promise<Bytes> {
  const url = new URL(`../../test/fixtures/encrypted/${name}`, import.meta.url);
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** The bytes as a stream of pieces of this size. */
function streamOf(content: Uint8Array | string, size = 10_000): ReadableStream<Uint8Array> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
      else controller.close();
      at += size;
    },
  });
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  const reader = stream.getReader();
  const pieces: BlobPart[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(new Uint8Array(next.value));
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const gunzip = (bytes: Bytes): Promise<Bytes> =>
  bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));

const encrypt = (content: Uint8Array | string, passphrase = PASSPHRASE): Promise<Bytes> =>
  bytesOf(encryptStream(streamOf(content), passphrase, QUICK));

const decrypt = (
  file: Uint8Array | string,
  passphrase = PASSPHRASE,
  size?: number,
): Promise<Bytes> => bytesOf(decryptStream(streamOf(file, size), passphrase));

/** An age file of the content, written by the library alone and not compressed. */
async function sealed(content: Uint8Array | string): Promise<Bytes> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE);
  encrypter.setScryptWorkFactor(QUICK.workFactor);
  return new Uint8Array(await encrypter.encrypt(content));
}

/** An age file with these stanzas in its header. */
async function withStanzas(...stanzas: readonly string[][]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey: () => stanzas.map((args) => new Stanza(args, new Uint8Array(32))),
  });
  return encrypter.encrypt(TEXT);
}

/** Bytes that cannot be compressed. */
function noise(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += CHUNK) {
    crypto.getRandomValues(bytes.subarray(at, at + CHUNK));
  }
  return bytes;
}

function flip(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

/** Where the payload's chunks begin. */
function payloadStart(file: Uint8Array): number {
  const macLine = new TextDecoder('latin1').decode(file).indexOf('\n--- ') + 1;
  return file.indexOf(10, macLine) + 1 + 16;
}

/** Fails unless the two are the same; chai would print megabytes. */
function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(actual.length).to.equal(expected.length);
  expect(actual.every((byte, at) => byte === expected[at])).to.be.true;
}

/** What became of a file, when it was not a LiteChatError. */
async function outcome(file: Uint8Array | string): Promise<string> {
  try {
    return decoder.decode(await decrypt(file));
  } catch (error) {
    if (!(error instanceof LiteChatError)) throw error;
    expect(error.message).to.match(/ Nothing was changed\.$/);
    expect(error.message).not.to.contain(PASSPHRASE);
    expect(error.dataChanged).to.be.false;
    return error.code;
  }
}

describe('encryptStream', () => {
  it('writes what the age library opens with the passphrase, and gunzip after it', async () => {
    const file = await encrypt(TEXT);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    const compressed = new Uint8Array(await decrypter.decrypt(file));
    expect(isGzip(compressed)).to.be.true;
    expect(decoder.decode(await gunzip(compressed))).to.equal(TEXT);
  });

  it('takes a work factor of 17, and leaves the page its turn meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 4);
    const file = await bytesOf(encryptStream(streamOf(TEXT), PASSPHRASE));
    const turnsToEncrypt = turns;
    await decrypt(file);
    clearInterval(timer);
    expect(turnsToEncrypt).to.be.greaterThan(5);
    expect(turns - turnsToEncrypt).to.be.greaterThan(5);
    expect(new TextDecoder('latin1').decode(file)).to.match(
      /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 17\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/,
    );
  }).timeout(SLOW);

  it('writes another file each time', async () => {
    expect(await encrypt(TEXT)).not.to.deep.equal(await encrypt(TEXT));
  });

  for (const [name, content] of [
    ['nothing', new Uint8Array()],
    ['one byte', new Uint8Array([7])],
    ['text in many scripts', encoder.encode(TEXT)],
    ['several megabytes', noise(3 * 1024 * 1024 + 5)],
    ['several megabytes that compress to little', new Uint8Array(5_000_000)],
  ] as const) {
    it(`gives back ${name}`, async () => {
      const file = await encrypt(content);
      expectSame(await gunzip(await decrypt(file)), content);
    });
  }

  it('refuses an empty passphrase', async () => {
    await rejection(encrypt(TEXT, ''), 'passphrase-required');
  });

  it('reads nothing before it is read, and not the whole while the reader waits', async () => {
    let pieces = 0;
    const source = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pieces++;
          controller.enqueue(noise(CHUNK));
        },
      },
      { highWaterMark: 0 },
    );
    const reader = encryptStream(source, PASSPHRASE, QUICK).getReader();
    await new Promise((resolve) => setTimeout(resolve));
    expect(pieces).to.equal(0);
    for (let reads = 0; reads < 5; reads++) await reader.read();
    const readSoFar = pieces;
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setTimeout(resolve));
    expect(pieces).to.be.at.most(readSoFar + 5);
    await reader.cancel();
  });

  it('fails with what the source fails with', async () => {
    const failure = new Error('the disk is gone');
    let isGiven = false;
    const source = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (isGiven) controller.error(failure);
        else controller.enqueue(noise(200_000));
        isGiven = true;
      },
    });
    const error = await bytesOf(encryptStream(source, PASSPHRASE, QUICK)).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.equal(failure);
  });

  it('cancels the source when it is cancelled, be it while it derives the key', async () => {
    const reasons: unknown[] = [];
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(noise(CHUNK)),
        cancel: (reason) => void reasons.push(reason),
      });
    const midway = encryptStream(endless(), PASSPHRASE, QUICK).getReader();
    await midway.read();
    await midway.cancel('midway');

    const early = encryptStream(endless(), PASSPHRASE).getReader();
    const read = early.read();
    await early.cancel('early');
    expect((await read).done).to.be.true;
    expect(reasons).to.deep.equal(['midway', 'early']);
  });
});

describe('decryptStream', () => {
  it('opens what the age program wrote', async () => {
    const file = await fixture('gzipped.age');
    expect(decoder.decode(await gunzip(await decrypt(file)))).to.equal(TEXT);
  }).timeout(SLOW);

  it('opens files that end at, before and after the end of a chunk, in pieces of any size', async () => {
    for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1]) {
      const content = noise(length);
      const file = await sealed(content);
      for (const size of [997, CHUNK, CHUNK + TAG, file.length]) {
        expectSame(await decrypt(file, PASSPHRASE, size), content);
      }
    }
  });

  it('opens a file that comes byte by byte, with empty pieces between', async () => {
    for (const file of [await sealed(TEXT), encoder.encode(armor.encode(await sealed(TEXT)))]) {
      let at = 0;
      const source = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at === 2 * file.length) controller.close();
          else
            controller.enqueue(
              at % 2 === 0 ? new Uint8Array() : file.slice((at - 1) / 2, (at + 1) / 2),
            );
          at++;
        },
      });
      expect(decoder.decode(await bytesOf(decryptStream(source, PASSPHRASE)))).to.equal(TEXT);
    }
  });

  it('opens armor with white space around it and with the line ends of Windows', async () => {
    for (const length of [0, 1, 30, 31, 48, 5000]) {
      const content = noise(length);
      const text = armor.encode(await sealed(content));
      for (const variant of [
        text,
        `\n \r\n${text}\n\n`,
        text.replaceAll('\n', '\r\n'),
        text.trim(),
      ]) {
        expectSame(await decrypt(encoder.encode(variant), PASSPHRASE, 700), content);
      }
    }
  });

  it('takes passphrases in every script, and to the letter', async () => {
    const composed = 'Käse 世界 👋';
    const decomposed = composed.normalize('NFD');
    const file = await encrypt(TEXT, composed);
    expect(decoder.decode(await gunzip(await decrypt(file, composed)))).to.equal(TEXT);
    await rejection(decrypt(file, decomposed), 'passphrase-wrong');
    await rejection(decrypt(file, `${composed} `), 'passphrase-wrong');
  });

  it('says that the passphrase is wrong, without repeating it', async () => {
    const error = await rejection(decrypt(await sealed(TEXT), 'hunter2'), 'passphrase-wrong');
    expect(error.message).to.equal('The passphrase does not open this file. Nothing was changed.');
    expect(error.cause).to.be.undefined;
  });

  it('refuses an empty passphrase', async () => {
    await rejection(decrypt(await sealed(TEXT), ''), 'passphrase-required');
  });

  it('sends files that are encrypted to a key to age', async () => {
    const error = await rejection(decrypt(await fixture('to-a-key.age')), 'not-supported');
    expect(error.message).to.contain('Decrypt it with age first');
  });

  it('refuses work factors above 22 without trying', async () => {
    const salt = 'A'.repeat(22);
    for (const factor of ['23', '64', '99999999']) {
      const file = await withStanzas(['scrypt', salt, factor]);
      await rejection(decrypt(file), 'not-supported');
    }
  });

  it('refuses headers that age does not write', async () => {
    const salt = 'A'.repeat(22);
    for (const stanzas of [
      [
        ['scrypt', salt, '1'],
        ['X25519', salt],
      ],
      [
        ['X25519', salt],
        ['scrypt', salt, '1'],
      ],
      [
        ['scrypt', salt, '1'],
        ['scrypt', salt, '1'],
      ],
      [['scrypt', salt, '01']],
      [['scrypt', salt, '-1']],
      [['scrypt', salt, '1e1']],
      [['scrypt', salt]],
      [['scrypt', salt, '1', '1']],
      [['scrypt', 'AAAA', '1']],
    ]) {
      await rejection(decrypt(await withStanzas(...stanzas)), 'backup-malformed');
    }
  });

  it('refuses what is not an age file', async () => {
    for (const text of [TEXT, 'age-encryption.org/v2\n', '-----BEGIN CERTIFICATE-----\n', ' x']) {
      await rejection(decrypt(text), 'backup-malformed');
    }
    await rejection(decrypt(''), 'backup-truncated');
  });

  it('does not gather up a file without lines in search of a header', async () => {
    for (const start of ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----\n']) {
      let given = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(encoder.encode(given === 0 ? start : 'A'.repeat(CHUNK)));
          given++;
        },
      });
      await rejection(bytesOf(decryptStream(endless, PASSPHRASE)), 'backup-malformed');
      expect(given).to.be.lessThan(40);
    }
  });

  it('finds a file incomplete wherever it was cut', async () => {
    const file = await encrypt(TEXT);
    for (let length = 0; length < file.length; length++) {
      expect(await outcome(file.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
    }
  });

  it('finds armor incomplete wherever it was cut', async () => {
    const text = armor.encode(await sealed(TEXT));
    for (let length = 0; length < text.length - 1; length++) {
      expect(await outcome(text.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
    }
  });

  it('finds a large file incomplete wherever one of its parts ends or is cut', async () => {
    const file = await sealed(noise(3 * CHUNK));
    const start = payloadStart(file);
    for (const chunks of [0, 1, 2]) {
      for (const more of [0, 1, TAG - 1, TAG, TAG + 1, CHUNK, CHUNK + TAG - 1]) {
        const length = start + chunks * (CHUNK + TAG) + more;
        expect(await outcome(file.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
      }
    }
  });

  it('knows a cut at the end of a part from a change', async () => {
    const file = await sealed(noise(2 * CHUNK));
    const start = payloadStart(file);
    const cut = await rejection(decrypt(file.slice(0, start + CHUNK + TAG)), 'backup-truncated');
    expect(cut.message).not.to.contain('damaged');
    await rejection(decrypt(flip(file, file.length - 1)), 'backup-malformed');
    await rejection(decrypt(flip(file, start + 5)), 'backup-malformed');
    // The order of the parts counts.
    const swapped = file.slice();
    swapped.set(file.subarray(start, start + CHUNK + TAG), start + CHUNK + TAG);
    swapped.set(file.subarray(start + CHUNK + TAG), start);
    await rejection(decrypt(swapped), 'backup-malformed');
  });

  it('says that a change in the last part may be a cut', async () => {
    const file = await sealed(TEXT);
    const error = await rejection(decrypt(flip(file, file.length - 1)), 'backup-truncated');
    expect(error.message).to.contain('incomplete, or damaged at its end');
    // Armor has a last line, so that nothing is missing.
    const armored = armor.encode(flip(file, file.length - 1));
    await rejection(decrypt(armored), 'backup-malformed');
  });

  it('finds what was added at the end', async () => {
    for (const length of [0, 20, CHUNK, CHUNK + 1]) {
      const file = await sealed(noise(length));
      for (const added of [1, TAG, TAG + 1, CHUNK + TAG]) {
        const longer = new Uint8Array(file.length + added);
        longer.set(file);
        expect(await outcome(longer)).to.match(/^backup-(malformed|truncated)$/);
      }
    }
    await rejection(decrypt(`${armor.encode(await sealed(TEXT))}more`), 'backup-malformed');
  });

  it('never gives anything else when any byte of the file was changed', async () => {
    const file = await sealed(TEXT);
    for (let at = 0; at < file.length; at++) {
      for (const mask of [1, 0x20, 0x80]) {
        expect(await outcome(flip(file, at, mask)), `at ${at}`).to.match(/^[a-z]+-[a-z]+$/);
      }
    }
  });

  it('never gives anything else when any byte of armor was changed', async () => {
    const text = encoder.encode(armor.encode(await sealed(TEXT)));
    for (let at = 0; at < text.length; at++) {
      for (const mask of [1, 0x20, 0x80]) {
        const result = await outcome(flip(text, at, mask));
        if (result !== TEXT) expect(result, `at ${at}`).to.match(/^[a-z]+-[a-z]+$/);
      }
    }
  });

  it('reads no more of the file than the reader wants', async () => {
    const file = await sealed(noise(20 * CHUNK));
    let pieces = 0;
    const source = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(file.slice(pieces * CHUNK, (pieces + 1) * CHUNK));
          pieces++;
        },
      },
      { highWaterMark: 0 },
    );
    const reader = decryptStream(source, PASSPHRASE).getReader();
    await reader.read();
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setTimeout(resolve));
    expect(pieces).to.be.at.most(5);
    await reader.cancel();
  });

  it('fails with what the source fails with, in the header and after it', async () => {
    const file = await sealed(noise(3 * CHUNK));
    for (const length of [10, payloadStart(file), 2 * CHUNK]) {
      const failure = new Error('the disk is gone');
      let isGiven = false;
      const source = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (isGiven) controller.error(failure);
          else controller.enqueue(file.slice(0, length));
          isGiven = true;
        },
      });
      const error = await bytesOf(decryptStream(source, PASSPHRASE)).catch(
        (reason: unknown) => reason,
      );
      expect(error).to.equal(failure);
    }
  });

  it('cancels the source when it is cancelled and when the file is refused', async () => {
    const file = await sealed(noise(20 * CHUNK));
    const changed = flip(file, payloadStart(file));
    const reasons: unknown[] = [];
    const open = (bytes: Uint8Array): ReadableStream<Uint8Array> => {
      let at = 0;
      const source = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(bytes.slice(at, at + CHUNK));
          at += CHUNK;
        },
        cancel: (reason) => void reasons.push(reason),
      });
      return decryptStream(source, PASSPHRASE);
    };
    const reader = open(file).getReader();
    await reader.read();
    await reader.cancel('enough');
    const error = await rejection(bytesOf(open(changed)), 'backup-malformed');
    expect(reasons).to.deep.equal(['enough', error]);
  });

  it('stops deriving the key when it is cancelled', async () => {
    let isCancelled = false;
    const file = await withStanzas(['scrypt', 'A'.repeat(22), '19']);
    const source = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(file),
      cancel: () => {
        isCancelled = true;
      },
    });
    const reader = decryptStream(source, PASSPHRASE).getReader();
    const read = reader.read();
    await new Promise((resolve) => setTimeout(resolve));
    await reader.cancel();
    expect((await read).done).to.be.true;
    expect(isCancelled).to.be.true;
  });
});

describe('isAgeFile', () => {
  it('knows both forms by how they begin', () => {
    const isAge = (text: string): boolean => isAgeFile(encoder.encode(text));
    expect(isAge('age-encryption.org/v1\n-> scrypt')).to.be.true;
    expect(isAge('-----BEGIN AGE ENCRYPTED FILE-----\n')).to.be.true;
    expect(isAge('\r\n  -----BEGIN AGE ENCRYPTED FILE-----\r\n')).to.be.true;
    expect(isAge(' age-encryption.org/v1\n')).to.be.false;
    expect(isAge('age-encryption.org/v')).to.be.false;
    expect(isAge(TEXT)).to.be.false;
    expect(isAge('')).to.be.false;
  });
});

describe('isGzip', () => {
  it('knows gzip by its first bytes', () => {
    expect(isGzip(new Uint8Array([0x1f, 0x8b, 0x08, 0x00]))).to.be.true;
    expect(isGzip(new Uint8Array([0x1f, 0x8b]))).to.be.false;
    expect(isGzip(encoder.encode(TEXT))).to.be.false;
  });
});
