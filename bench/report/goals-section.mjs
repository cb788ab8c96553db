import { GOAL_INTERACTIONS, goals } from '../goals.mjs';
import { measurements } from '../measurements.mjs';
import { markdownTable } from './measurement-section.mjs';
import { judge } from './statistics.mjs';
import { count, milliseconds, ratio, spread, written } from './units.mjs';

const quantities = { time: 'time', memory: "growth of the page's memory", gap: 'longest pause' };

export const notationOf = (goal) => (goal.to ? ratio : milliseconds);

const measurementOf = (goal) => measurements.find(({ id }) => id === goal.measurement);

function quantityOf(goal) {
  if (!goal.to) return quantities[goal.value];
  const { title } = measurementOf(goal).contenders.find(({ id }) => id === goal.to);
  return `${quantities[goal.value]}, to that of “${title}”`;
}

/** A goal in words. */
export const describeGoal = (goal) => `${measurementOf(goal).title}: ${quantityOf(goal)}`;

function row({ goal, verdict }) {
  const notation = notationOf(goal);
  return [
    measurementOf(goal).title,
    quantityOf(goal),
    `at most ${written(goal.atMost, notation)}`,
    verdict ? spread(verdict.measured, notation) : 'not measured',
    verdict ? (verdict.met ? 'met' : '**not met**') : '–',
  ];
}

/** Why goals are missed, as far as somebody has found out and written down. */
function reasons(missed, notes) {
  if (missed.length === 0) return [];
  const explained = missed.filter(({ id }) => notes.has(id));
  const others = missed.filter(({ id }) => !notes.has(id));
  return [
    '### Not met',
    ...explained.map((goal) => `**${describeGoal(goal)}.** ${notes.get(goal.id)}`),
    ...(others.length > 0
      ? [
          `Without an explanation in \`bench/notes.md\` yet: ${others.map(({ id }) => id).join(', ')}.`,
        ]
      : []),
  ];
}

/** @param {Map<string, string>} notes By id of goal. */
export function goalsSection({ interactions, outcomes }, notes) {
  const judged = goals.map((goal) => ({ goal, verdict: judge(goal, outcomes[goal.measurement]) }));
  const missed = judged.filter(({ verdict }) => verdict?.met === false).map(({ goal }) => goal);
  return [
    '## Goals',
    interactions === GOAL_INTERACTIONS
      ? `They are for ${count(GOAL_INTERACTIONS)} interactions.`
      : `They are for ${count(GOAL_INTERACTIONS)} interactions; this run had ${count(interactions)}, and settles nothing.`,
    markdownTable(['task', 'goal', 'limit', 'measured', ''], judged.map(row)),
    ...reasons(missed, notes),
  ].join('\n\n');
}
