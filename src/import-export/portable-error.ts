import { classifyFailure } from '../database/classify-failure.js';
import { LiteChatError, type LiteChatErrorCode } from '../errors.js';

/** A `LiteChatError` as plain data: of a class of ours, the structured clone keeps no more than an `Error`. */
export interface PortableError {
  code: LiteChatErrorCode;
  message: string;
  path: string | undefined;
  dataChanged: boolean;
  /** The cause in words, which is all that can be said of it elsewhere. */
  cause: { name: string; message: string } | undefined;
}

/** What to send of a failure, whatever was thrown. */
export function toPortableError(error: unknown): PortableError {
  const failure = classifyFailure(error);
  if (!(failure instanceof LiteChatError)) return toPortableError(new Error(String(error)));
  const { code, message, path, dataChanged, cause } = failure;
  return { code, message, path, dataChanged, cause: inWords(cause) };
}

/** The error that was sent. */
export function fromPortableError({
  cause,
  message,
  code,
  ...fields
}: PortableError): LiteChatError {
  return new LiteChatError(code, message, {
    ...fields,
    ...(cause && { cause: Object.assign(new Error(cause.message), { name: cause.name }) }),
  });
}

function inWords(cause: unknown): PortableError['cause'] {
  if (!(cause instanceof Object)) return undefined;
  const { name, message } =
    cause instanceof Error || cause instanceof DOMException
      ? cause
      : new Error(Object.prototype.toString.call(cause));
  return { name, message };
}
