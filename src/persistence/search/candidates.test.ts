import { expect } from '@open-wc/testing';
import { fc } from '../../../test/support/fast-check.js';
import { Candidates } from './candidates.js';

const document = fc.record({
  score: fc.nat({ max: 4 }),
  date: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 3 }) }, fc.constant(NaN)),
});
const source = fc.record({
  documents: fc.oneof(
    fc.array(document, { maxLength: 20 }),
    fc.array(document, { minLength: 600, maxLength: 900, size: 'max' }),
  ),
  weight: fc.constantFrom(0.1, 1 / 3, 1),
  isOfBytes: fc.boolean(),
});
/** Of all that are bytes. */
const WEIGHT = 0.3;

describe('candidates', () => {
  it('are given out as if all had been sorted by score and date, each once', () => {
    fc.assert(
      fc.property(fc.array(source, { maxLength: 3 }), (made) => {
        const sources = made.map((each) => (each.isOfBytes ? { ...each, weight: WEIGHT } : each));
        const candidates = new Candidates();
        for (const [segment, { documents, weight, isOfBytes }] of sources.entries()) {
          const scores = documents.map(({ score }) => score);
          candidates.add({
            segment,
            scores: isOfBytes ? Uint8Array.from(scores) : scores,
            weight,
            size: documents.filter(({ score }) => score > 0).length,
            dates: documents.map(({ date }) => date),
            conversation: documents.map((_, number) => number + 7),
          });
        }
        const expected = sources
          .flatMap(({ documents, weight }, segment) =>
            documents.map(({ score, date }, number) => ({
              segment,
              document: number,
              score: score * weight,
              date: Number.isNaN(date) ? -1 : date,
            })),
          )
          .filter(({ score }) => score > 0)
          .sort((one, other) => other.score - one.score || other.date - one.date);
        expect(candidates.size).to.equal(expected.length);
        for (const [taken, { segment, document, score }] of expected.entries()) {
          expect(candidates.left).to.equal(expected.length - taken);
          expect(candidates.take()).to.deep.equal({
            segment,
            document,
            conversation: document + 7,
            score,
          });
        }
        expect(candidates.left).to.equal(0);
        expect(candidates.take()).to.equal(undefined);
      }),
      { numRuns: 30 },
    );
  });
});
