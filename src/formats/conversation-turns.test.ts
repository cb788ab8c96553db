import { expect } from '@open-wc/testing';
import { fc, scaled } from '../../test/support/fast-check.js';
import type { Interaction } from '../model/entities.js';
import { turnsOf } from './conversation-turns.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 31, 12, minute));

function turn(id: string, index: number, fields: Partial<Interaction> = {}): Interaction {
  return {
    id,
    conversationId: 'c',
    type: 'message.user_assistant',
    index,
    parentId: null,
    prompt: { id: `prompt-${id}`, content: `question ${id}` },
    response: `answer ${id}`,
    status: 'COMPLETED',
    startedAt: at(index),
    endedAt: null,
    metadata: {},
    ...fields,
  };
}

const regeneration = (id: string, index: number, fields: Partial<Interaction> = {}): Interaction =>
  turn(id, index, { type: 'message.assistant_regen', ...fields });

/** Each turn as `current`, or `current(alternative alternative)`. */
const shape = (interactions: readonly Interaction[]): string[] =>
  turnsOf(interactions).map(({ current, alternatives }) =>
    alternatives.length === 0
      ? current.id
      : `${current.id}(${alternatives.map(({ id }) => id).join(' ')})`,
  );

describe('turnsOf', () => {
  it('orders turns by index, then by when they started', () => {
    const rows = [
      turn('d', 2),
      turn('c', 1, { startedAt: at(9) }),
      turn('b', 1, { startedAt: at(5) }),
      turn('a', 0),
      turn('undated', 1, { startedAt: null }),
    ];
    expect(shape(rows)).to.deep.equal(['a', 'undated', 'b', 'c', 'd']);
  });

  it('shows a regeneration in the place of the answer that is its parent', () => {
    const rows = [
      turn('a', 0),
      turn('b', 1),
      regeneration('a2', 5, { parentId: 'a', startedAt: at(30) }),
    ];
    expect(shape(rows)).to.deep.equal(['a2(a)', 'b']);
  });

  it('shows a regeneration that names the answer it replaced', () => {
    const rows = [
      turn('a', 0),
      turn('b', 1),
      turn('a2', 0, { startedAt: at(30), metadata: { regeneratedFromId: 'a' } }),
    ];
    expect(shape(rows)).to.deep.equal(['a2(a)', 'b']);
  });

  it('shows the newest of a chain whose older answers became its children', () => {
    const rows = [
      turn('first', 0),
      turn('a', 0, { parentId: 'a3', startedAt: at(1) }),
      regeneration('a2', 1, {
        parentId: 'a3',
        startedAt: at(20),
        metadata: { regeneratedFromId: 'a' },
      }),
      regeneration('a3', 1, { startedAt: at(30), metadata: { regeneratedFromId: 'a2' } }),
      turn('last', 2),
    ];
    expect(shape(rows)).to.deep.equal(['first', 'a3(a2 a)', 'last']);
  });

  it('shows the latest answer when one was regenerated several times', () => {
    const rows = [
      turn('a', 0),
      regeneration('a3', 2, { parentId: 'a', startedAt: at(30) }),
      regeneration('a2', 1, { parentId: 'a', startedAt: at(20) }),
    ];
    expect(shape(rows)).to.deep.equal(['a3(a2 a)']);
  });

  it('goes by index where the times are equal or unknown', () => {
    for (const startedAt of [at(1), null]) {
      const rows = [
        turn('a', 0, { startedAt }),
        regeneration('a3', 2, { parentId: 'a', startedAt }),
        regeneration('a2', 1, { parentId: 'a', startedAt }),
      ];
      expect(shape(rows)).to.deep.equal(['a3(a2 a)']);
    }
  });

  it('keeps showing the earlier answer while a regeneration has none', () => {
    for (const response of [null, '', ' \n', undefined]) {
      const rows = [
        turn('a', 0),
        regeneration('a2', 1, { parentId: 'a', startedAt: at(30), response }),
      ];
      expect(shape(rows)).to.deep.equal(['a']);
    }
  });

  it('shows the latest attempt when there is no answer at all', () => {
    const rows = [
      turn('a', 0, { response: null }),
      regeneration('a2', 1, { parentId: 'a', startedAt: at(30), response: null }),
    ];
    expect(shape(rows)).to.deep.equal(['a2']);
  });

  it('shows an edited answer, which has the times of the one it was made from', () => {
    const rows = [
      turn('a', 9, { parentId: 'edited', startedAt: at(1) }),
      turn('edited', 1, { startedAt: at(1), metadata: { editedFromId: 'a' } }),
    ];
    expect(shape(rows)).to.deep.equal(['edited(a)']);
  });

  it('keeps the main answer of a race of models, however late the others finished', () => {
    const race = { raceMainInteractionId: 'main' };
    const rows = [
      turn('main', 0, { metadata: race }),
      regeneration('b', 1, { parentId: 'main', startedAt: at(20), metadata: race }),
      regeneration('c', 2, { parentId: 'main', startedAt: at(30), metadata: race }),
    ];
    expect(shape(rows)).to.deep.equal(['main(c b)']);
    const regenerated = regeneration('again', 0, {
      startedAt: at(40),
      metadata: { ...race, regeneratedFromId: 'main' },
    });
    expect(shape([...rows, regenerated])).to.deep.equal(['again(main c b)']);
  });

  it('takes the question from the version that has one', () => {
    const rows = [
      turn('a', 0),
      regeneration('a2', 1, { parentId: 'a', startedAt: at(30), prompt: null }),
    ];
    expect(turnsOf(rows).map(({ asked }) => asked.id)).to.deep.equal(['a']);
  });

  it('puts an explanation after the answer that it explains', () => {
    const rows = [
      turn('a', 0),
      turn('b', 1),
      turn('why', 0, { type: 'message.assistant_explain', parentId: 'a' }),
      turn('why2', 1, { type: 'message.assistant_explain', parentId: 'a' }),
    ];
    expect(shape(rows)).to.deep.equal(['a', 'why', 'why2', 'b']);
  });

  it('shows the steps of a workflow one after the other', () => {
    const step = (id: string, index: number): Interaction =>
      regeneration(id, index, { parentId: 'run', metadata: { isWorkflowStep: true } });
    const rows = [turn('next', 1), step('two', 2), step('one', 1), turn('run', 0)];
    expect(shape(rows)).to.deep.equal(['run', 'one', 'two', 'next']);
    const run = turn('run', 0, { type: 'workflow.run' });
    expect(shape([regeneration('one', 1, { parentId: 'run' }), run])).to.deep.equal(['run', 'one']);
    expect(shape([{ ...run, response: null }, step('one', 1)])).to.deep.equal(['one']);
  });

  it('leaves out work behind the scenes and keeps what it does not know', () => {
    const types = [
      'conversation.title_generation',
      'conversation.compact',
      'prompt.enhance',
      'rules.auto_selection',
      'tool.execution',
      'system.info',
      'system.error',
      'message.user_edit',
      'message.workflow_step',
      'message.from_the_future',
    ];
    const rows = types.map((type, index) => turn(type, index, { type }));
    expect(shape(rows)).to.deep.equal(types.slice(-3));
  });

  it('shows rows that refer to each other in a circle, to themselves or to nothing', () => {
    expect(
      shape([
        turn('self', 1, { parentId: 'self', metadata: { regeneratedFromId: 'self' } }),
        turn('orphan', 0, { parentId: 'gone', metadata: { regeneratedFromId: 'gone' } }),
        turn('last', 2),
      ]),
    ).to.deep.equal(['orphan', 'self', 'last']);
    expect(
      shape([
        turn('a', 0, { metadata: { regeneratedFromId: 'c' } }),
        turn('b', 1, { metadata: { regeneratedFromId: 'a' } }),
        turn('c', 2, { metadata: { regeneratedFromId: 'b' } }),
      ]),
    ).to.deep.equal(['c(b a)']);
    expect(shape([turn('a', 0, { parentId: 'b' }), turn('b', 1, { parentId: 'a' })])).to.deep.equal(
      ['a', 'b'],
    );
  });

  it('follows a chain as long as a conversation can be', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      turn(`${index}`, index, { parentId: index === 0 ? null : `${index - 1}` }),
    );
    expect(turnsOf(rows)).to.have.length(20_000);
    const versions = rows.map((row) => ({ ...row, type: 'message.assistant_regen' }));
    expect(turnsOf(versions)).to.have.length(1);
  });

  it('has every answered interaction once, whatever they refer to', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const reference = fc.constantFrom('gone', ...ids);
    const fields = fc.record({
      parentId: fc.option(reference),
      regeneratedFromId: reference,
      editedFromId: reference,
      isWorkflowStep: fc.boolean(),
      type: fc.constantFrom('message.user_assistant', 'message.assistant_regen', 'workflow.run'),
      index: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(fields, { maxLength: ids.length }), (drafts) => {
        const rows = drafts.map(({ parentId, type, index, ...metadata }, position) =>
          turn(ids[position] ?? '', index, {
            parentId,
            type,
            metadata,
          }),
        );
        const seen = turnsOf(rows).flatMap(({ current, alternatives }) => [
          current,
          ...alternatives,
        ]);
        expect(seen.map(({ id }) => id).sort()).to.deep.equal(rows.map(({ id }) => id));
      }),
      { numRuns: scaled(1000) },
    );
  });
});
