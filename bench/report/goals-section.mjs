import { GOAL_INTERACTIONS, goals } from '../goals.mjs';
import { measurements } from '../measurements.mjs';
import { markdownTable } from './measurement-section.mjs';
import { quantityOf } from './quantities.mjs';
import { judge } from './statistics.mjs';
import { count, milliseconds, ratio, spread, written } from './units.mjs';

export const notationOf = (goal) => (goal.to ? ratio : milliseconds);

const measurementOf = (goal) => measurements.find(({ id }) => id === goal.measurement);

function amountOf(goal) {
  const measurement = measurementOf(goal);
  const { name } = quantityOf(measurement, goal.value);
  if (!goal.to) return name;
  const { title } = measurement.contenders.find(({ id }) => id === goal.to);
  return `${name}, to that of “${title}”`;
}

/** A goal in words. */
export const describeGoal = (goal) => `${measurementOf(goal).title}: ${amountOf(goal)}`;

function row({ goal, verdict }) {
  const notation = notationOf(goal);
  return [
    measurementOf(goal).title,
    amountOf(goal),
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
      ? `They are for ${count(GOAL_INTERACTIONS)} interactions, or as many conversations in a list.`
      : `They are for ${count(GOAL_INTERACTIONS)} interactions, or as many conversations in a list; this run had ${count(interactions)}, and settles nothing.`,
    markdownTable(['task', 'goal', 'limit', 'measured', ''], judged.map(row)),
    ...reasons(missed, notes),
  ].join('\n\n');
}
