import { expect } from '@open-wc/testing';
import { LiteChatError, type LiteChatErrorCode } from '../../src/errors.js';

/** Waits for the promise to fail with a LiteChatError of the code, and gives it. */
export async function rejection(
  promise: Promise<unknown>,
  code: LiteChatErrorCode,
): Promise<LiteChatError> {
  const error = await promise.then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(LiteChatError);
  if (!(error instanceof LiteChatError)) throw error;
  expect(error.code, error.message).to.equal(code);
  return error;
}
