import type { Interaction } from '../model/entities.js';
import { readField } from './read-field.js';
import { toDate } from './to-date.js';

/** A question with its answers. */
export interface Turn {
  /** The version to show: the latest that was answered, or the latest when none was. */
  readonly current: Interaction;
  /** The version that says what was asked: `current`, or one it replaced when it does not say. */
  readonly asked: Interaction;
  /** The other answers: those that were replaced, and those that lost a race, newest first. */
  readonly alternatives: readonly Interaction[];
}

/**
 * Work behind the scenes, whose result a reader finds elsewhere: in the title, in the next
 * conversation, in the prompt that was sent, in the answer that used the tool. Everything else is
 * part of the conversation, also types that a newer application made.
 */
const internalTypes: ReadonlySet<unknown> = new Set([
  'conversation.title_generation',
  'conversation.compact',
  'prompt.enhance',
  'rules.auto_selection',
  'code.security_check',
  'code_block.repair_enhance',
  'tool.execution',
  'system.info',
  'system.error',
]);

/**
 * Puts a conversation's interactions, in whichever order, into turns as a reader follows them: by
 * `index`, then `startedAt`; what was asked about an answer, and the steps of a workflow, come after
 * it. Every interaction that is not internal is in one turn, also where rows refer to each other in
 * a circle, to themselves or to nothing.
 *
 * An answer replaces another when its `metadata` says so (`regeneratedFromId`, or `editedFromId`
 * where the user edited it), or when it is a regeneration and the other its parent. The existing
 * application also makes replaced answers children of the newest, at positions of their own.
 */
export function turnsOf(interactions: readonly Interaction[]): Turn[] {
  const shown = interactions.filter(isShown);
  const byId = new Map(shown.map((interaction) => [interaction.id, interaction]));
  const groups = groupVersions(shown, byId);
  return inReadingOrder(groups, byId).flatMap(toTurn);
}

/** Whether there is an answer to show. */
export function isAnswered(interaction: object): boolean {
  const response = readField(interaction, 'response');
  if (typeof response === 'string') return response.trim() !== '';
  return response !== null && response !== undefined;
}

/**
 * Whether it is part of the conversation as a reader sees it. A workflow's run has nothing to say but
 * its result; the steps have their own turns.
 */
export function isShown(interaction: object): boolean {
  if (isWorkflow(interaction)) return isAnswered(interaction);
  return !internalTypes.has(readField(interaction, 'type'));
}

function isWorkflow(interaction: object): boolean {
  return readField(interaction, 'type') === 'workflow.run';
}

type Group = Interaction[];

/** Maps each interaction to all versions of its turn, itself among them. */
function groupVersions(
  shown: readonly Interaction[],
  byId: ReadonlyMap<string, Interaction>,
): Map<Interaction, Group> {
  const groups = new Map<Interaction, Group>(
    shown.map((interaction) => [interaction, [interaction]]),
  );
  for (const interaction of shown) {
    for (const id of replacedIds(interaction)) {
      const replaced = byId.get(id);
      if (replaced && !isWorkflow(replaced)) join(groups, interaction, replaced);
    }
  }
  return groups;
}

function join(groups: Map<Interaction, Group>, one: Interaction, other: Interaction): void {
  const [into = [], from = []] = [groups.get(one), groups.get(other)].sort(
    (a = [], b = []) => b.length - a.length,
  );
  if (into === from) return;
  for (const version of from) {
    into.push(version);
    groups.set(version, into);
  }
}

/** The ids of the interactions whose answers this one replaces. */
function replacedIds(interaction: Interaction): string[] {
  const ids = statedSources(interaction);
  const parentId = readField(interaction, 'parentId');
  if (isRegeneration(interaction) && typeof parentId === 'string') ids.push(parentId);
  return ids;
}

function statedSources(interaction: Interaction): string[] {
  return ['regeneratedFromId', 'editedFromId']
    .map((name) => readField(interaction, 'metadata', name))
    .filter((id) => typeof id === 'string');
}

/** The existing application stores the steps of a workflow under this type as well. */
function isRegeneration(interaction: Interaction): boolean {
  return (
    readField(interaction, 'type') === 'message.assistant_regen' &&
    readField(interaction, 'metadata', 'isWorkflowStep') !== true
  );
}

function inReadingOrder(
  groups: ReadonlyMap<Interaction, Group>,
  byId: ReadonlyMap<string, Interaction>,
): Group[] {
  const parentOf = (interaction: Interaction): Group | undefined => {
    const parent = byId.get(interaction.parentId ?? '');
    return parent && groups.get(parent);
  };
  /** The version that has the turn's place: not one that hangs below another version. */
  const anchorOf = (group: Group): Interaction | undefined => {
    const sorted = [...group].sort(byPlace);
    return sorted.find((version) => parentOf(version) !== group) ?? sorted[0];
  };
  const anchored = [...new Set(groups.values())].flatMap((group) => {
    const anchor = anchorOf(group);
    if (!anchor) return [];
    const parent = parentOf(anchor);
    return [{ group, anchor, parent: parent === group ? undefined : parent }];
  });
  anchored.sort((a, b) => byPlace(a.anchor, b.anchor));

  const children = new Map<Group | undefined, Group[]>();
  for (const { group, parent } of anchored) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(group);
    else children.set(parent, [group]);
  }
  const ordered = new Set<Group>();
  const follow = (first: Group): void => {
    // A stack rather than recursion: a chain of children may be as long as the conversation.
    const waiting = [first];
    for (let group = waiting.pop(); group; group = waiting.pop()) {
      if (ordered.has(group)) continue;
      ordered.add(group);
      for (const child of children.get(group)?.toReversed() ?? []) waiting.push(child);
    }
  };
  (children.get(undefined) ?? []).forEach(follow);
  // What is left hangs in a circle.
  for (const { group } of anchored) follow(group);
  return [...ordered];
}

/** A group is never empty, which its type cannot say: hence a list of one turn. */
function toTurn(versions: Group): Turn[] {
  const replaced = new Set(versions.flatMap(replacedIds));
  const newestFirst = [...versions].sort(
    (a, b) =>
      compare(isRunnerUp(a), isRunnerUp(b)) ||
      compare(timeOf(b), timeOf(a)) ||
      // An edited answer has the `startedAt` of the one it was made from.
      compare(replaced.has(a.id), replaced.has(b.id)) ||
      compare(placeOf(b), placeOf(a)),
  );
  const current = newestFirst.find(isAnswered) ?? newestFirst[0];
  if (!current) return [];
  const alternatives = newestFirst.filter((version) => version !== current && isAnswered(version));
  return [{ current, asked: [current, ...newestFirst].find(isAsking) ?? current, alternatives }];
}

/** In a race of models the main answer stands, however late the others finish. */
function isRunnerUp(interaction: Interaction): boolean {
  const main = readField(interaction, 'metadata', 'raceMainInteractionId');
  // Whatever replaces the main answer has its metadata.
  return (
    typeof main === 'string' && main !== interaction.id && statedSources(interaction).length === 0
  );
}

function isAsking(interaction: Interaction): boolean {
  const content = readField(interaction, 'prompt', 'content');
  return (typeof content === 'string' && content.trim() !== '') || filesOf(interaction).length > 0;
}

/** The files attached to what was asked; the existing application keeps them with the prompt. */
export function filesOf(interaction: Interaction): readonly unknown[] {
  const lists = [
    readField(interaction, 'prompt', 'metadata', 'attachedFiles'),
    readField(interaction, 'metadata', 'attachedFiles'),
  ];
  return lists.filter(Array.isArray).find((list) => list.length > 0) ?? [];
}

function byPlace(a: Interaction, b: Interaction): number {
  return compare(placeOf(a), placeOf(b)) || compare(timeOf(a), timeOf(b));
}

/** What has no place comes last, as it does where interactions are loaded. */
function placeOf(interaction: Interaction): number {
  const index = readField(interaction, 'index');
  return typeof index === 'number' && !Number.isNaN(index) ? index : Infinity;
}

/** Milliseconds; what has not started, or not at any time one could know, comes first. */
function timeOf(interaction: Interaction): number {
  return toDate(readField(interaction, 'startedAt'))?.getTime() ?? -Infinity;
}

function compare(a: number | boolean, b: number | boolean): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
