import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Interaction } from '../model/entities.js';
import { idOf, keysOf } from './record-keys.js';
import { inOrder } from './row-order.js';
import { deleteRows, findRow } from './rows.js';
import { run } from './run.js';

/** Where an answer's metadata names the answer it was made from. */
const sources = ['regeneratedFromId', 'editedFromId'] as const;
/** Where metadata names another interaction; in a race of models, the answer that stands. */
const links = [...sources, 'raceMainInteractionId'] as const;

/**
 * Deletes one interaction. What was regenerated from it stays one family of answers: the first
 * of them takes its place and the rest hang on that one; where there is none, the answer that it
 * replaced takes the place.
 */
export function deleteInteraction(database: LiteChatDatabase, id: string): Promise<void> {
  return run(database, () =>
    database.transaction('rw', database.interactions, async () => {
      const gone = await findRow(database, 'interactions', id);
      if (gone === undefined) return;
      await deleteRows(database, 'interactions', [id]);
      const others = await conversationOf(database, gone);
      const successor =
        others.find((row) => replaces(row, id)) ?? others.find((row) => replaces(gone, row.id));
      await database.interactions.bulkPut(
        others
          .filter((row) => refersTo(row, id))
          .map((row) => (row === successor ? succeed(row, gone) : follow(row, gone, successor))),
      );
    }),
  );
}

/** The interactions of the same conversation; those that may refer to it, where it has none. */
async function conversationOf(
  database: LiteChatDatabase,
  { id, conversationId }: Interaction,
): Promise<Interaction[]> {
  const key = idOf(conversationId);
  const rows =
    key !== ''
      ? database.interactions.where('conversationId').anyOf(keysOf(key))
      : database.interactions.filter((row) => refersTo(row, id));
  return inOrder('interactions', await rows.toArray());
}

function metadataOf(row: Interaction, name: string): unknown {
  const metadata: unknown = row.metadata;
  return typeof metadata === 'object' && metadata !== null
    ? Reflect.get(metadata, name)
    : undefined;
}

function refersTo(row: Interaction, id: string): boolean {
  return idOf(row.parentId) === id || links.some((name) => idOf(metadataOf(row, name)) === id);
}

/** Whether the row is another answer in the place of the one with the id. */
function replaces(row: Interaction, id: string): boolean {
  const isRegeneration =
    // The existing application gives the steps of a workflow this type too.
    row.type === 'message.assistant_regen' && metadataOf(row, 'isWorkflowStep') !== true;
  const places = sources.map((name) => metadataOf(row, name));
  if (isRegeneration) places.push(row.parentId);
  return places.some((place) => idOf(place) === idOf(id));
}

/** The row in the place of the one that is gone, with what that one referred to. */
function succeed(row: Interaction, gone: Interaction): Interaction {
  const source = sources.map((name) => idOf(metadataOf(gone, name))).find((id) => id !== '');
  return relink(row, gone, { parentId: idOf(gone.parentId), source });
}

/** The row with its references moved to what took the place. */
function follow(row: Interaction, gone: Interaction, successor?: Interaction): Interaction {
  return relink(row, gone, {
    parentId: idOf(successor ? successor.id : gone.parentId),
    source: successor && idOf(successor.id),
  });
}

function relink(
  row: Interaction,
  gone: Interaction,
  { parentId, source }: { parentId: string; source: string | undefined },
): Interaction {
  const from = idOf(gone.id);
  const self = idOf(row.id);
  // What took the place is the row itself, or the one that is gone referred to itself.
  const isNothing = (id: string | undefined): boolean =>
    id === undefined || id === '' || id === self || id === from;
  const moved = links.filter((name) => idOf(metadataOf(row, name)) === from);
  const metadata = { ...row.metadata };
  for (const name of moved) {
    if (isNothing(source)) Reflect.deleteProperty(metadata, name);
    else Reflect.set(metadata, name, source);
  }
  const isChild = idOf(row.parentId) === from;
  return {
    ...row,
    ...(isChild && { parentId: isNothing(parentId) ? null : parentId }),
    ...(moved.length > 0 && { metadata }),
  };
}
