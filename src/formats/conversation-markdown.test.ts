import { expect } from '@open-wc/testing';
import type { Conversation, Interaction } from '../model/entities.js';
import { conversationToMarkdown } from './conversation-markdown.js';

const conversation: Conversation = {
  id: 'V1StGXR8',
  title: 'Sorting',
  projectId: 'p1',
  createdAt: new Date(2026, 0, 2, 3, 4),
  updatedAt: new Date(2026, 11, 31, 23, 59),
};

function turn(id: string, index: number, fields: Partial<Interaction> = {}): Interaction {
  return {
    id,
    conversationId: conversation.id,
    type: 'message.user_assistant',
    index,
    parentId: null,
    prompt: { id: `prompt-${id}`, content: `question ${id}` },
    response: `answer ${id}`,
    status: 'COMPLETED',
    startedAt: new Date(2026, 0, 2, 3, index),
    endedAt: null,
    metadata: {},
    ...fields,
  };
}

const regenerated = [
  turn('a', 0),
  turn('a2', 1, { type: 'message.assistant_regen', parentId: 'a' }),
  turn('a3', 2, { metadata: { regeneratedFromId: 'a2', modelId: 'other' } }),
];

/** The document without its head. */
function body(interactions: Interaction[], options = {}): string {
  const document = conversationToMarkdown(conversation, interactions, options);
  return document.slice(document.indexOf('p1*\n') + 4).trim();
}

/** A row as a faulty application might have stored it. */
function odd(fields: Record<string, unknown>): Interaction {
  return Object.assign(turn('odd', 0), fields);
}

describe('conversationToMarkdown', () => {
  it('has the title as heading, then the data in italics, then the turns', () => {
    const interactions = [
      turn('b', 1),
      turn('a', 0, {
        prompt: {
          id: 'prompt',
          content: '\n\nSort **this**:\n\n- b\n- a\n',
          metadata: {
            attachedFiles: [
              { name: 'data_1.csv', type: 'text/csv', size: 1234, contentText: 'never shown' },
              { name: 'b.bin' },
            ],
          },
        },
        metadata: { modelId: 'openai:gpt_5', inputTokens: 12, outputTokens: 0 },
      }),
    ];
    expect(conversationToMarkdown(conversation, interactions, { projectName: 'Algorithms' })).to
      .equal(`# Sorting

*ID: V1StGXR8*  
*Created: 2026-01-02 03:04*  
*Updated: 2026-12-31 23:59*  
*Project: Algorithms*

## User

*Attached files:*

- data\\_1.csv (text/csv, 1.2 kB)
- b.bin

Sort **this**:

- b
- a

## Assistant

*Model: openai:gpt\\_5*

answer a

*Tokens: 12 in, 0 out*

## User

question b

## Assistant

answer b
`);
  });

  it('shows the current answer and not those it replaced', () => {
    expect(body(regenerated)).to.equal(
      '## User\n\nquestion a3\n\n## Assistant\n\n*Model: other*\n\nanswer a3',
    );
  });

  it('has the replaced answers after the current one when asked for', () => {
    const versions = regenerated.map((row) => ({
      ...row,
      prompt: { id: 'p', content: 'question' },
    }));
    expect(body(versions, { alternatives: true })).to.equal(
      [
        '## User\n\nquestion\n\n## Assistant\n\n*Model: other*\n\nanswer a3',
        '### Alternative 1\n\nanswer a2',
        '### Alternative 2\n\nanswer a',
      ].join('\n\n'),
    );
  });

  it('quotes the question of an alternative where it was another', () => {
    const document = body(regenerated.slice(0, 2), { alternatives: true });
    expect(document).to.contain('### Alternative 1\n\n> question a\n\nanswer a');
  });

  it('keeps a title from breaking out of its heading', () => {
    const title = '*A*\n\n## User\n<script> `b` #';
    const [heading] = conversationToMarkdown({ ...conversation, title }, []).split('\n');
    expect(heading).to.equal('# \\*A\\* #\\# User \\<script\\> \\`b\\` \\#');
  });

  it('fences a structured answer with more backticks than it has', () => {
    const document = body([turn('a', 0, { response: { code: '````', n: [1] } })]);
    expect(document).to.contain('## Assistant\n\n`````json\n{\n  "code": "````",');
    expect(document).to.match(/\n}\n`````$/);
  });

  it('ends a block of code that an answer left open', () => {
    const rows = [turn('a', 0, { response: 'So:\n\n```js\nlet a' }), turn('b', 1)];
    expect(body(rows)).to.contain('let a\n```\n\n## User\n\nquestion b');
  });

  it('says what went wrong with an answer', () => {
    const failed = turn('a', 0, {
      response: null,
      status: 'ERROR',
      metadata: { error: 'Rate *limit*\nreached' },
    });
    expect(body([failed])).to.equal(
      '## User\n\nquestion a\n\n## Assistant\n\n*Error: Rate \\*limit\\* reached*',
    );
    expect(body([{ ...failed, response: 'Half an' }])).to.contain('Half an\n\n*Error: ');
  });

  it('has no heading for what is missing', () => {
    expect(body([turn('a', 0, { response: null })])).to.equal('## User\n\nquestion a');
    expect(body([turn('a', 0, { prompt: null })])).to.equal('## Assistant\n\nanswer a');
    expect(body([turn('a', 0, { prompt: null, response: ' ' })])).to.equal('');
  });

  it('leaves out work behind the scenes', () => {
    expect(body([turn('title', -1, { type: 'conversation.title_generation' })])).to.equal('');
  });

  it('reads the names that the existing application has for tokens and files', () => {
    const document = body([
      turn('a', 0, { metadata: { promptTokens: 3, attachedFiles: [{ name: 'a.txt', size: 12 }] } }),
    ]);
    expect(document).to.contain('- a.txt (12 B)');
    expect(document).to.contain('*Tokens: 3 in*');
  });

  it('writes dates as the caller likes', () => {
    const document = conversationToMarkdown(conversation, [], {
      dateFormat: (date) => `year ${date.getFullYear()}`,
    });
    expect(document).to.contain('*Created: year 2026*');
  });

  it('leaves out dates and names that are missing or invalid', () => {
    const bare = Object.assign(
      { ...conversation },
      { title: undefined, projectId: null, createdAt: 'yesterday', updatedAt: new Date(NaN) },
    );
    expect(conversationToMarkdown(bare, [])).to.equal('# Untitled\n\n*ID: V1StGXR8*\n');
    const asText = Object.assign(
      { ...conversation },
      { createdAt: new Date(2026, 4, 6, 7, 8).toISOString() },
    );
    expect(conversationToMarkdown(asText, [])).to.contain('*Created: 2026-05-06 07:08*');
  });

  it('never throws on an odd row', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const rows = [
      odd({ prompt: undefined, metadata: undefined, response: undefined }),
      odd({ prompt: 'text', metadata: null, response: 5 }),
      odd({ prompt: { content: 7 }, metadata: [], response: circle }),
      odd({
        prompt: {
          content: 'x',
          metadata: { attachedFiles: [null, 5, {}, { name: 3, size: 'big' }] },
        },
      }),
      odd({
        metadata: {
          attachedFiles: 'none',
          inputTokens: '5',
          outputTokens: NaN,
          error: {},
          modelId: 1,
        },
      }),
      odd({ response: 10n, index: 'first', startedAt: 'never', type: undefined, id: undefined }),
      odd({ parentId: 4, startedAt: undefined, index: undefined }),
    ];
    for (const row of rows) {
      expect(
        conversationToMarkdown(conversation, [row, turn('a', 1)], { alternatives: true }),
      ).to.contain('answer a');
    }
    expect(conversationToMarkdown(conversation, rows)).to.contain('cannot be written as text');
  });
});
