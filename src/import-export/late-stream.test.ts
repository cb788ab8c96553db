import { expect } from '@open-wc/testing';
import { LiteChatError } from '../errors.js';
import { rejection } from '../../test/support/rejection.js';
import { lateStream } from './late-stream.js';

/** A stream of two pieces, and why it was cancelled. */
function source(): { stream: ReadableStream<string>; cancelled: unknown[] } {
  const pieces = ['one', 'two'];
  const cancelled: unknown[] = [];
  const stream = new ReadableStream<string>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
    cancel: (reason) => void cancelled.push(reason),
  });
  return { stream, cancelled };
}

/** Not before a task of its own. */
const later = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value));
  });

async function readAll(stream: ReadableStream<string>): Promise<string[]> {
  const reader = stream.getReader();
  const found: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return found;
    found.push(value);
  }
}

describe('a stream handed out before there is one', () => {
  it('gives what the other gives, and ends with it', async () => {
    const reading = readAll(lateStream(later(source().stream)));
    expect(await reading).to.deep.equal(['one', 'two']);
  });

  it('fails for its reader as the promise of the other does', async () => {
    const failure = new LiteChatError('module-unavailable', 'It did not load.');
    const reader = lateStream(Promise.reject<ReadableStream<string>>(failure)).getReader();
    expect(await rejection(reader.read(), 'module-unavailable')).to.equal(failure);
  });

  it('fails as the other does', async () => {
    const failure = new LiteChatError('database-failed', 'It could not be read.');
    const failing = new ReadableStream<string>({ pull: () => Promise.reject(failure) });
    const reader = lateStream(Promise.resolve(failing)).getReader();
    expect(await rejection(reader.read(), 'database-failed')).to.equal(failure);
  });

  it('cancels the other with the reason, also when that comes later', async () => {
    const { stream, cancelled } = source();
    await lateStream(later(stream)).cancel('enough');
    expect(cancelled).to.deep.equal(['enough']);
  });

  it('can be cancelled where the other never comes', async () => {
    const failure = new LiteChatError('module-unavailable', 'It did not load.');
    await lateStream(Promise.reject<ReadableStream<string>>(failure)).cancel();
  });
});
