import { expect } from '@open-wc/testing';
import { fc } from '../../../test/support/fast-check.js';
import type { SearchPart } from '../../database/own-tables.js';
import { MOST_IMPACT, openWeights, wholeWeights } from './impact.js';
import { postingOf } from './posting-codec.js';
import { WordStarts } from './word-starts.js';

const DOCUMENTS = 12;

const entry = fc.record({
  document: fc.nat({ max: DOCUMENTS - 1 }),
  roles: fc.integer({ min: 1, max: 3 }),
  impact: fc.integer({ min: 1, max: MOST_IMPACT }),
});
const list = fc.record({
  term: fc.oneof(fc.stringMatching(/^[ab]{1,5}$/), fc.constantFrom('q', 'qu', 'qua', '😀', '😁a')),
  entries: fc.uniqueArray(entry, { selector: ({ document }) => document, minLength: 1 }),
});
const lists = fc
  .uniqueArray(list, { selector: ({ term }) => term, maxLength: 30 })
  .map((all) => all.sort((one, other) => (one.term < other.term ? -1 : 1)));

describe('the sums of what words begin with', () => {
  it('are those of all terms that begin so, for each side, and only of starts that have many', () => {
    fc.assert(
      fc.property(lists, fc.nat({ max: 40 }), (all, most) => {
        const sums = new WordStarts(DOCUMENTS, most);
        for (const { term, entries } of all) {
          const postings = entries
            .sort((one, other) => one.document - other.document)
            .map(({ document, roles, impact }) => postingOf(document, roles, impact));
          sums.add(term, postings);
        }
        sums.finish();
        const parts = sums.takeParts().map((part): SearchPart => ({ ...part, segment: 1 }));
        const { starts, startParts } = sums.columns;

        const begun = new Set(
          all.flatMap(({ term }) =>
            [1, 2, 3]
              .filter((length) => length <= term.length)
              .map((length) => term.slice(0, length)),
          ),
        );
        const many = [...begun].filter((start) => {
          const own = all.filter(({ term }) => term.startsWith(start));
          return (
            !/[\ud800-\udbff]$/.test(start) &&
            own.reduce((sum, { entries }) => sum + entries.length, 0) > most
          );
        });
        expect(starts).to.have.members(many);

        for (const [at, start] of starts.entries()) {
          const part = parts.find(({ number }) => number === startParts[at]);
          if (part?.kind !== 'starts') throw new Error(`${start} has no part`);
          const expected = (wanted: number): number[] => {
            const weights = new Array<number>(DOCUMENTS).fill(0);
            for (const { term, entries } of all.filter((each) => each.term.startsWith(start))) {
              const weighed = term === start ? wholeWeights : openWeights;
              for (const { document, roles, impact } of entries) {
                const weight = (roles & wanted) === 0 ? 0 : (weighed[impact] ?? 0);
                weights[document] = Math.max(weights[document] ?? 0, weight);
              }
            }
            return weights;
          };
          const sides = [expected(3), expected(1), expected(2)];
          expect([[...part.all], [...part.user], [...part.assistant]], start).to.deep.equal(sides);
          const counts = sides.map((side) => side.filter((weight) => weight > 0).length);
          expect(part.counts).to.deep.equal(counts);
        }
      }),
    );
  });

  it('stand once where a start goes on in one way only', () => {
    const sums = new WordStarts(1, 0);
    const posting = [postingOf(0, 1, 10)];
    for (const term of ['quarz', 'quiz', 'zen', 'zenit']) sums.add(term, posting);
    sums.finish();
    const { starts, startParts } = sums.columns;
    const partOf = (start: string): number | undefined => startParts[starts.indexOf(start)];
    expect(partOf('q')).to.equal(partOf('qu'));
    expect(partOf('qu')).not.to.equal(partOf('qui'));
    expect(partOf('z')).to.equal(partOf('ze'));
    // A word that is typed to its end counts more.
    expect(partOf('ze')).not.to.equal(partOf('zen'));
    expect(sums.takeParts()).to.have.length(new Set(startParts).size);
  });
});
