import { expect } from '@open-wc/testing';
import { fc } from '../../../test/support/fast-check.js';
import { impactOf, MOST_IMPACT, rarityOf } from './impact.js';
import {
  listBounds,
  MOST_DOCUMENTS,
  noteImpacts,
  postingOf,
  readPostings,
  TermsWriter,
  type TermsPart,
} from './posting-codec.js';
import { TermTable } from './term-table.js';

const entry = fc.record({
  document: fc.nat({ max: MOST_DOCUMENTS - 1 }),
  roles: fc.integer({ min: 1, max: 3 }),
  impact: fc.integer({ min: 1, max: MOST_IMPACT }),
});
const list = fc
  .uniqueArray(entry, { selector: ({ document }) => document, minLength: 1, maxLength: 40 })
  .map((entries) => entries.sort((one, other) => one.document - other.document));

describe('a list of documents', () => {
  it('comes back from its bytes as it was, in parts of any size', () => {
    fc.assert(
      fc.property(
        fc.array(list, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 500 }),
        (lists, size) => {
          const writer = new TermsWriter(size);
          const parts: TermsPart[] = [];
          for (const [number, entries] of lists.entries()) {
            const postings = entries.map(({ document, roles, impact }) =>
              postingOf(document, roles, impact),
            );
            const part = writer.add(`t${String(number)}`, postings);
            if (part) parts.push(part);
          }
          const last = writer.finish();
          if (last) parts.push(last);
          const read: unknown[] = [];
          const terms: string[] = [];
          for (const part of parts) {
            const bounds = listBounds(part);
            for (const [number, term] of part.terms.split('\n').entries()) {
              terms.push(term);
              const entries: unknown[] = [];
              const [start = 0, end = 0] = bounds.subarray(number, number + 2);
              readPostings(part.postings, start, end, (document, roles, impact) =>
                entries.push({ document, roles, impact }),
              );
              read.push(entries);
            }
          }
          expect(terms).to.deep.equal(lists.map((_, number) => `t${String(number)}`));
          expect(read).to.deep.equal(lists);
        },
      ),
    );
  });

  it('gives the impacts of the roles that are wanted', () => {
    const most = 200;
    const small = list.map((entries) =>
      entries
        .map((each) => ({ ...each, document: each.document % most }))
        .sort((one, other) => one.document - other.document)
        .filter(({ document }, at, all) => all[at - 1]?.document !== document),
    );
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 3 }), (entries, roleBits) => {
        const writer = new TermsWriter(1);
        const part = writer.add(
          't',
          entries.map(({ document, roles, impact }) => postingOf(document, roles, impact)),
        );
        if (!part) throw new Error('there is no part');
        const [start = 0, end = 0] = listBounds(part);
        const impacts = new Uint8Array(most);
        const weighed = Uint8Array.from({ length: MOST_IMPACT + 1 }, (_, impact) => impact);
        noteImpacts(part.postings, { start, end }, { roleBits, weighed }, impacts);
        const expected = new Uint8Array(most);
        for (const { document, roles, impact } of entries) {
          if ((roles & roleBits) !== 0) expected[document] = impact;
        }
        expect([...impacts]).to.deep.equal([...expected]);
      }),
    );
  });
});

describe('a table of terms', () => {
  it('gives each its number, wherever it stands and whether it is a string or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,20}$/), { maxLength: 300 }),
        (words) => {
          const table = new TermTable();
          const known = new Map<string, number>();
          for (const [position, word] of words.entries()) {
            const small = word.toLowerCase();
            const number =
              position % 2 === 0
                ? table.numberOfPlain(`--${word}--`, 2, 2 + word.length)
                : table.numberOf(small);
            expect(number).to.equal(known.get(small) ?? known.size);
            known.set(small, number);
          }
          expect(table.terms).to.deep.equal([...known.keys()]);
        },
      ),
    );
  });
});

describe('the weight of a term', () => {
  it('rises with how often it is said, and falls with how much else is', () => {
    expect(impactOf(2, 100)).to.be.above(impactOf(1, 100));
    expect(impactOf(1, 100)).to.be.above(impactOf(1, 1000));
    expect(impactOf(1, 1_000_000)).to.equal(1);
    expect(impactOf(1_000_000, 1_000_000)).to.be.at.most(MOST_IMPACT);
  });

  it('is never nothing, however many documents have it', () => {
    expect(rarityOf(1, 1000)).to.be.above(rarityOf(100, 1000));
    expect(rarityOf(1000, 1000)).to.be.above(0);
  });
});
