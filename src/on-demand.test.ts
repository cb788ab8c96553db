import { expect } from '@open-wc/testing';
import { rejection } from '../test/support/rejection.js';
import { onDemand } from './on-demand.js';

/** An import that fails as often as told, and counts how often it was asked. */
function imported({ failures = 0 } = {}): { calls: number; load: () => Promise<{ name: string }> } {
  const source = {
    calls: 0,
    load: async () => {
      source.calls += 1;
      await Promise.resolve();
      if (source.calls <= failures) throw new TypeError('Failed to fetch');
      return { name: 'engine' };
    },
  };
  return source;
}

const rejectionReason = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe('a module on demand', () => {
  it('is loaded when it is first asked for, and once for all who ask', async () => {
    const source = imported();
    const part = onDemand(source.load);
    expect(source.calls).to.equal(0);
    expect(part.loaded).to.equal(undefined);
    const [first, second] = await Promise.all([part.load(), part.load()]);
    expect(first).to.equal(second);
    expect(await part.load()).to.equal(first);
    expect(part.loaded).to.equal(first);
    expect(source.calls).to.equal(1);
  });

  it('that does not load says that nothing was changed, with the cause, and is tried again', async () => {
    const source = imported({ failures: 1 });
    const part = onDemand(source.load);
    const error = await rejection(part.load(), 'module-unavailable');
    expect(error.message).to.contain('Nothing was changed.');
    expect(error.dataChanged).to.equal(false);
    expect(error.cause).to.be.instanceOf(TypeError);
    expect(part.loaded).to.equal(undefined);
    expect(await part.load()).to.deep.equal({ name: 'engine' });
    expect(source.calls).to.equal(2);
  });

  it('is waited for no longer than a signal allows, and comes all the same', async () => {
    const part = onDemand(imported().load);
    const stop = new AbortController();
    const waiting = rejectionReason(part.load(stop.signal));
    const reason = new Error('changed my mind');
    stop.abort(reason);
    expect(await waiting).to.equal(reason);
    expect(await rejectionReason(part.load(stop.signal))).to.equal(reason);
    expect(await part.load()).to.deep.equal({ name: 'engine' });
  });
});
