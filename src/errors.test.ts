import { expect } from '@open-wc/testing';
import { LiteChatError } from './errors.js';

describe('LiteChatError', () => {
  it('is known by a copy of the kit from one that another copy has thrown', async () => {
    const again: unknown = await import(`./errors.ts?copy=${crypto.randomUUID()}`);
    const { LiteChatError: Other } = again as { LiteChatError: typeof LiteChatError };
    expect(Other).not.to.equal(LiteChatError);
    expect(new Other('cycle', 'Round and round.')).to.be.instanceOf(LiteChatError);
    expect(new LiteChatError('cycle', 'Round and round.')).to.be.instanceOf(Other);
  });

  it('takes nothing else for one of its own', () => {
    const others = [new Error('cycle'), { code: 'cycle' }, 'cycle', null, undefined, () => 'cycle'];
    for (const other of others) expect(other instanceof LiteChatError).to.equal(false);
    expect(new LiteChatError('cycle', 'Round and round.')).to.be.instanceOf(Error);
  });

  it('shows no more than its own fields', () => {
    const error = new LiteChatError('cycle', 'Round and round.', { path: 'projects[1]' });
    expect(Object.keys(error).sort()).to.deep.equal(['code', 'dataChanged', 'name', 'path']);
  });
});
