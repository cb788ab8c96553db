import { expect } from '@open-wc/testing';
import { armor, Encrypter } from 'age-encryption';
import { rejection } from '../../test/support/rejection.js';
import { LiteChatError } from '../errors.js';
import { encryptStream } from '../formats/encryption.js';
import { openFile } from './open-file.js';
import type { Progress } from './types.js';

const passphrase = 'correct horse';
/** The least there is, so that a test can open hundreds of files. */
const QUICK = { workFactor: 1 };
/** Milliseconds, for what age makes slow on purpose. */
const SLOW = 60_000;
const TEXT = '{"version":1,"note":"Grüße, 世界 👋"}';
/** How long the beginning is by which an age file is known. */
const MAGIC = 'age-encryption.org/v1'.length;

/** A file that the age program wrote; see the README beside it. */
async function fixture(name: string): Promise<Blob> {
  const url = new URL(`../../test/fixtures/encrypted/${name}`, import.meta.url);
  return (await fetch(url)).blob();
}

async function blobOf(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const reader = stream.getReader();
  const pieces: BlobPart[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(new Uint8Array(next.value));
  }
  return new Blob(pieces);
}

const gzip = (content: Blob): Promise<Blob> =>
  blobOf(content.stream().pipeThrough(new CompressionStream('gzip')));

const encrypt = (content: Blob): Promise<Blob> =>
  blobOf(encryptStream(content.stream(), passphrase, QUICK));

/** An age file of the content as it is, by the library alone. */
async function sealed(content: Blob): Promise<Blob> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(QUICK.workFactor);
  const plain = new Uint8Array(await content.arrayBuffer());
  return new Blob([new Uint8Array(await encrypter.encrypt(plain))]);
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

function noise(length: number): Blob {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  }
  return new Blob([bytes]);
}

async function flip(file: Blob, at: number, mask = 1): Promise<Blob> {
  const bytes = await bytesOf(file);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  return new Blob([bytes]);
}

/** Fails unless the two hold the same; chai would print megabytes. */
async function expectSame(actual: Blob, expected: Blob): Promise<void> {
  expect(actual.size).to.equal(expected.size);
  const bytes = await bytesOf(expected);
  expect((await bytesOf(actual)).every((byte, at) => byte === bytes[at])).to.be.true;
}

/** What the file holds, or the code of what is wrong with it. */
async function outcome(file: Blob): Promise<string> {
  try {
    return await (await openFile(file, { passphrase })).file.text();
  } catch (error) {
    if (!(error instanceof LiteChatError)) throw error;
    expect(error.message).to.match(/ Nothing was changed\.$/);
    expect(error.message).not.to.contain(passphrase);
    return error.code;
  }
}

describe('openFile', () => {
  const text = new Blob([TEXT]);

  for (const name of ['gzipped-armored.age', 'plain.age']) {
    it(`opens ${name}, which the age program wrote`, async () => {
      const opened = await openFile(await fixture(name), { passphrase });
      expect(opened.isEncrypted).to.be.true;
      expect(await opened.file.text()).to.equal(TEXT);
    }).timeout(SLOW);
  }

  it('opens what encryptStream wrote, of every size', async () => {
    for (const content of [
      new Blob(),
      text,
      noise(3 * 1024 * 1024 + 5),
      new Blob([new Uint8Array(10_000_000)]),
    ]) {
      const { file, isEncrypted } = await openFile(await encrypt(content), { passphrase });
      expect(isEncrypted).to.be.true;
      await expectSame(file, content);
    }
  });

  it('decompresses a file that is not encrypted', async () => {
    for (const content of [new Blob(), text, noise(3_000_000)]) {
      const { file, isEncrypted } = await openFile(await gzip(content));
      expect(isEncrypted).to.be.false;
      await expectSame(file, content);
    }
  });

  it('hands back any other file as it is, be a passphrase given or not', async () => {
    for (const content of [text, new Blob(), new Blob([new Uint8Array([0x1f])]), noise(100)]) {
      for (const options of [undefined, { passphrase }]) {
        const { file, isEncrypted } = await openFile(content, options);
        expect(file).to.equal(content);
        expect(isEncrypted).to.be.false;
      }
    }
  });

  it('asks for the passphrase of an encrypted file', async () => {
    const file = await encrypt(text);
    await rejection(openFile(file), 'passphrase-required');
    await rejection(openFile(file, { passphrase: '' }), 'passphrase-required');
    await rejection(openFile(file, { passphrase: 'hunter2' }), 'passphrase-wrong');
  });

  it('tells how far it has come in bytes of the file', async () => {
    const file = await encrypt(noise(2_500_000));
    const reports: Progress[] = [];
    await openFile(file, { passphrase, onProgress: (progress) => reports.push(progress) });
    expect(new Set(reports.map(({ phase }) => phase))).to.deep.equal(new Set(['decrypting']));
    expect(new Set(reports.map(({ total }) => total))).to.deep.equal(new Set([file.size]));
    const done = reports.map((report) => report.done);
    expect(done).to.have.length.above(2);
    expect(done).to.deep.equal(done.toSorted((one, other) => one - other));
    expect(done.at(-1)).to.equal(file.size);
  });

  it('finds an encrypted file incomplete wherever it was cut', async () => {
    const file = await encrypt(text);
    for (let length = MAGIC; length < file.size; length++) {
      expect(await outcome(file.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
    }
  });

  it('finds a large encrypted file incomplete wherever it was cut', async () => {
    const file = await encrypt(noise(3_000_000));
    for (const length of [70_000, 2 ** 20, 2 ** 20 + 1, 2_000_000, file.size - 1]) {
      expect(await outcome(file.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
    }
  });

  it('finds a compressed file incomplete wherever it was cut', async () => {
    const small = await gzip(text);
    for (let length = 3; length < small.size; length++) {
      expect(await outcome(small.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
    }
    const large = await gzip(noise(3_000_000));
    for (const length of [70_000, 2 ** 20, 2 ** 20 + 1, 2_000_000, large.size - 1]) {
      expect(await outcome(large.slice(0, length)), `at ${length}`).to.equal('backup-truncated');
    }
  });

  it('finds compressed data incomplete that was encrypted so', async () => {
    const compressed = await gzip(text);
    const file = await sealed(compressed.slice(0, compressed.size - 4));
    expect(await outcome(file)).to.equal('backup-truncated');
  });

  it('finds damage in compressed data', async () => {
    const file = await gzip(noise(200_000));
    expect(await outcome(await flip(file, file.size - 6))).to.equal('backup-malformed');
    expect(await outcome(await sealed(await flip(file, file.size - 6)))).to.equal(
      'backup-malformed',
    );
    expect(await outcome(new Blob([file, 'more']))).to.equal('backup-malformed');
  });

  it('never gives anything else when any byte of an encrypted file was changed', async () => {
    const file = await encrypt(text);
    for (let at = MAGIC; at < file.size; at++) {
      const result = await outcome(await flip(file, at));
      expect(result, `at ${at}`).to.match(/^[a-z]+-[a-z]+$/);
    }
  });

  it('opens armor of a large file, compressed or not', async () => {
    const content = noise(2_000_000);
    for (const file of [await encrypt(content), await sealed(content)]) {
      const armored = new Blob([armor.encode(await bytesOf(file))]);
      await expectSame((await openFile(armored, { passphrase })).file, content);
    }
  });

  it('gives up with the reason of its signal, before and while it works', async () => {
    const file = await encrypt(noise(5_000_000));
    const reason = new Error('enough');
    const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
      promise.catch((error: unknown) => error);

    const before = openFile(file, { passphrase, signal: AbortSignal.abort(reason) });
    expect(await failureOf(before)).to.equal(reason);

    for (const source of [file, await gzip(noise(5_000_000))]) {
      const abort = new AbortController();
      const done: number[] = [];
      const meanwhile = openFile(source, {
        passphrase,
        signal: abort.signal,
        onProgress: (progress) => {
          done.push(progress.done);
          if (done.length === 2) abort.abort(reason);
        },
      });
      expect(await failureOf(meanwhile)).to.equal(reason);
      expect(done.length).to.be.at.most(3);
    }
  });

  it('gives up while the key is derived', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const opening = openFile(await fixture('gzipped.age'), {
      passphrase,
      signal: abort.signal,
      onProgress: () => setTimeout(() => abort.abort(reason), 20),
    });
    expect(await opening.catch((error: unknown) => error)).to.equal(reason);
  });

  it('fails with what the listener to its progress fails with', async () => {
    const failure = new Error('listener');
    const opening = openFile(await encrypt(text), {
      passphrase,
      onProgress: () => {
        throw failure;
      },
    });
    expect(await opening.catch((error: unknown) => error)).to.equal(failure);
  });

  it('says that a file cannot be read', async () => {
    const file = new File([await encrypt(noise(3_000_000))], 'backup.age');
    const slice = file.slice.bind(file);
    // What a file does that was deleted on disk while it is read.
    file.slice = (start = 0, end) => {
      const part = slice(start, end);
      if (start > 0)
        part.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
      return part;
    };
    await rejection(openFile(file, { passphrase }), 'file-unreadable');
    for (const nothing of [undefined, null, 'backup.age', {}]) {
      await rejection(openFile(nothing as Blob), 'file-unreadable');
    }
  });
});
