import { readFile } from '@web/test-runner-commands';
import * as v from 'valibot';
import type { LiteChatErrorCode } from '../../src/errors.js';
import { datesFromText } from './describe-restored.js';

/*
 * The golden corpus: beside each file of `valid` stands what the database holds once it has been
 * taken in, beside each of `invalid` why it is refused.
 */

const listingSchema = v.object({ valid: v.array(v.string()), invalid: v.array(v.string()) });
const refusalSchema = v.object({
  code: v.custom<LiteChatErrorCode>((code) => typeof code === 'string'),
  path: v.optional(v.string()),
});

/** The names of the files, which test/node/corpus-listing.test.mjs holds against the folder. */
export const corpusListing = async (): Promise<v.InferOutput<typeof listingSchema>> =>
  v.parse(listingSchema, await readJson('listing.json'));

/** A file of the corpus, byte for byte. */
export async function corpusFile(kind: 'valid' | 'invalid', name: string): Promise<File> {
  return new File([await readBytes(`${kind}/${name}.json`)], `${name}.json`);
}

/** What stands beside a valid file: what `describeRestored` should tell. */
export const expectedOf = async (name: string): Promise<unknown> =>
  datesFromText(await readJson(`valid/${name}.expected.json`));

/** What stands beside an invalid file. */
export const refusalOf = async (name: string): Promise<v.InferOutput<typeof refusalSchema>> =>
  v.parse(refusalSchema, await readJson(`invalid/${name}.error.json`));

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readBytes(path)));
}

/**
 * The test runner's server takes what it serves for text in UTF-8 and mends it; its command, whose
 * paths are relative to the test, can read a character a byte.
 */
async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = await readFile({ path: `../fixtures/backups/${path}`, encoding: 'latin1' });
  if (text === undefined) throw new Error(`${path} is missing.`);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
