import { expect } from '@open-wc/testing';
import { chunksOf } from './byte-source.js';

const piece = (byte: number): Uint8Array => new Uint8Array([byte]);

function countingStream(): { stream: ReadableStream<Uint8Array>; cancelled: unknown[] } {
  const cancelled: unknown[] = [];
  let next = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(piece(next++)),
    cancel: (reason) => {
      cancelled.push(reason);
    },
  });
  return { stream, cancelled };
}

describe('chunksOf', () => {
  it('gives the pieces of a stream and lets go of it at its end', async () => {
    const stream = new Blob(['abc']).stream();
    const bytes: number[] = [];
    for await (const chunk of chunksOf(stream)) bytes.push(...chunk);
    expect(bytes).to.deep.equal([97, 98, 99]);
    expect(stream.locked).to.equal(false);
  });

  it('gives the pieces of anything that can be iterated', async () => {
    async function* source(): AsyncGenerator<Uint8Array> {
      yield piece(1);
      yield piece(2);
    }
    const bytes: number[] = [];
    for await (const chunk of chunksOf(source())) bytes.push(...chunk);
    expect(bytes).to.deep.equal([1, 2]);
  });

  it('cancels the stream and lets go of it when the consumer stops early', async () => {
    const { stream, cancelled } = countingStream();
    for await (const chunk of chunksOf(stream)) if (chunk[0] === 2) break;
    expect(cancelled).to.have.length(1);
    expect(stream.locked).to.equal(false);
  });

  it('cancels the stream when the consumer throws, and passes the error on', async () => {
    const { stream, cancelled } = countingStream();
    const failure = new Error('consumer');
    let caught: unknown;
    try {
      for await (const chunk of chunksOf(stream)) if (chunk[0] === 1) throw failure;
    } catch (error) {
      caught = error;
    }
    expect(caught).to.equal(failure);
    expect(cancelled).to.have.length(1);
  });

  it('passes on what the stream failed with', async () => {
    const failure = new DOMException('The file changed.', 'NotReadableError');
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(failure),
    });
    let caught: unknown;
    try {
      for await (const chunk of chunksOf(stream)) chunk.at(0);
    } catch (error) {
      caught = error;
    }
    expect(caught).to.equal(failure);
    expect(stream.locked).to.equal(false);
  });
});
