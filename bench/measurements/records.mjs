import { kit as kitItself, plain as plainItself } from './contenders.mjs';

const kit = { ...kitItself, module: 'kit-records', holds: 'same' };
const plain = { ...plainItself, module: 'plain-records', holds: 'same', title: 'Dexie' };
const touches = { touches: true };

/** Single writes into a database that holds as many interactions as the others. */
export const records = [
  {
    id: 'save',
    title: 'Saving one interaction',
    task: 'save',
    reference: 'plain',
    names: { time: 'one save', worst: 'slowest' },
    columns: ['time', 'time/', 'worst', 'processor', 'gap'],
    panels: ['time', 'worst'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        does: '`saveInteraction` 600 times, each waited for, the mean of the middle half without the first 60; the log for the search is kept in the same transaction',
      },
      {
        ...kit,
        id: 'kit-touching',
        title: `${kit.title}, both rows`,
        options: touches,
        does: 'The same with `touchConversation`, which writes the conversation too, with its new `updatedAt`, and keeps the log of the outline',
      },
      {
        ...plain,
        id: 'plain',
        does: 'The same of `put` with the indexes of schema version 9',
      },
      {
        ...plain,
        id: 'plain-touching',
        title: `${plain.title}, both rows`,
        options: touches,
        does: "The same with an `update` of the conversation's `updatedAt` in one transaction",
      },
    ],
  },
  {
    id: 'stream',
    title: 'Streaming an answer',
    task: 'stream',
    reference: 'plain',
    columns: ['processor', 'processor/', 'time', 'memory', 'gap'],
    panels: ['processor'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        does: '`beginStream`, 200 `update`s a second for three seconds, each with all of the text so far, and `end`; processor time is that of all processes of the browser',
      },
      { ...plain, id: 'plain', does: 'A `put` of the interaction in the place of each `update`' },
    ],
  },
  {
    id: 'delete',
    title: 'Deleting a conversation of 1,000 interactions',
    task: 'delete',
    reference: 'plain',
    names: { time: 'one conversation' },
    columns: ['time', 'time/', 'processor', 'gap'],
    panels: ['time', 'processor'],
    contenders: [
      { ...kit, id: 'kit', does: 'The median of three times `deleteConversation`' },
      {
        ...plain,
        id: 'plain',
        does: "The same of `where('conversationId').equals(id).delete()` and `delete` of the conversation in one transaction, with the indexes of schema version 9",
      },
    ],
  },
];
