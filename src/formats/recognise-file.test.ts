import { expect } from '@open-wc/testing';
import { LiteChatError } from '../errors.js';
import { collections } from '../model/categories.js';
import { recogniseFile } from './recognise-file.js';

const streamOf = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();
const kindOf = (value: unknown): Promise<string> => recogniseFile(streamOf(JSON.stringify(value)));

async function failureOf(text: string): Promise<unknown> {
  try {
    return await recogniseFile(streamOf(text));
  } catch (error) {
    return error instanceof LiteChatError ? error.code : error;
  }
}

const conversation = { id: 'a', title: 'Title', project: 'none', version: 3 };
const interactions = [{ id: 'i', conversationId: 'a', children: [], prompt: { version: 1 } }];
const project = { id: 'p', name: 'Project', conversation: null };

describe('recogniseFile', () => {
  it('recognises a full backup, with its keys in any order', async () => {
    expect(await kindOf({ version: 1, exportedAt: '2026-01-31T12:00:00Z', settings: {} })).to.equal(
      'backup',
    );
    expect(await kindOf({ conversations: [conversation], interactions, version: 1 })).to.equal(
      'backup',
    );
    expect(await kindOf({ workflows: [], exportedAt: '2026-01-31T12:00:00Z' })).to.equal('backup');
    expect(await kindOf({ version: '1' })).to.equal('backup');
  });

  it('recognises a backup by its collections when it does not say that it is one', async () => {
    for (const { key } of collections) expect(await kindOf({ [key]: [] }), key).to.equal('backup');
    expect(await kindOf({ conversations: [conversation], interactions, projects: [] })).to.equal(
      'backup',
    );
  });

  it('recognises a conversation', async () => {
    expect(await kindOf({ conversation, interactions })).to.equal('conversation');
    expect(await kindOf({ interactions, conversation })).to.equal('conversation');
  });

  it('recognises an array of conversations', async () => {
    expect(await kindOf([{ conversation, interactions }])).to.equal('conversations');
    expect(await kindOf([{ interactions, conversation }, 1])).to.equal('conversations');
    expect(await kindOf([])).to.equal('conversations');
  });

  it('recognises a project, flat or as a tree', async () => {
    expect(await kindOf({ project, projects: [], conversations: [], interactions })).to.equal(
      'project',
    );
    expect(await kindOf({ conversations: [conversation], interactions, project })).to.equal(
      'project',
    );
    expect(await kindOf({ project, children: [] })).to.equal('project');
    expect(await kindOf({ children: [{ conversation, interactions }], project })).to.equal(
      'project',
    );
  });

  it('recognises a file with indentation and a byte order mark', async () => {
    const text = `\uFEFF${JSON.stringify({ interactions, conversation }, null, 2)}`;
    expect(await recogniseFile(streamOf(text))).to.equal('conversation');
  });

  it('does not recognise other JSON', async () => {
    const others = [
      {},
      { a: 1 },
      { conversations: [], a: 1 },
      [1],
      [[]],
      [{}],
      [{ title: 'x', mapping: {} }],
    ];
    for (const other of others) {
      expect(await failureOf(JSON.stringify(other)), JSON.stringify(other)).to.equal(
        'backup-not-recognised',
      );
    }
    for (const other of ['', 'text', '"version"']) {
      expect(await failureOf(other)).to.equal('backup-not-recognised');
    }
  });

  it('says that a file is cut off or damaged where that hides what it is', async () => {
    expect(await failureOf('{"conversations": [{"id"')).to.equal('backup-truncated');
    expect(await failureOf('[{"interactions": []')).to.equal('backup-truncated');
    expect(await failureOf('{"conversations": [}, "version": 1}')).to.equal('backup-malformed');
    expect(await failureOf('{"conversations": [], "conversations": []}')).to.equal(
      'backup-malformed',
    );
  });

  it('reads no further than the name that decides', async () => {
    const begins = {
      backup: '{"version":1,',
      conversation: '{"conversation":{',
      conversations: '[{"conversation":{',
      project: '{"conversations":[],"project":{',
    };
    for (const [kind, begin] of Object.entries(begins)) {
      let pulls = 0;
      let cancelled = false;
      const stream = new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            pulls++;
            controller.enqueue(new TextEncoder().encode(pulls === 1 ? begin : '"a":1,'));
          },
          cancel: () => {
            cancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
      expect(await recogniseFile(stream)).to.equal(kind);
      expect(pulls, kind).to.equal(1);
      expect(cancelled, kind).to.equal(true);
    }
  });
});
