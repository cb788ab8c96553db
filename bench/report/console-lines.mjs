import { goals } from '../goals.mjs';
import { describeGoal, notationOf } from './goals-section.mjs';
import { judge } from './statistics.mjs';
import { duration, megabytes, milliseconds, spread, written } from './units.mjs';

/** One line for one outcome. */
export function outcomeLine({ measurement, contender, outcome, seconds }) {
  const name = `${measurement.id}: ${contender.title}`.padEnd(48);
  if (outcome === null) return `- ${name} not there yet`;
  if (outcome.error) return `✖ ${name} ${outcome.error}`;
  const memory = outcome.memory === null ? '' : `, +${written(outcome.memory, megabytes)}`;
  const took = `${seconds.toFixed(1)} s in all`;
  const time = written(outcome.time, duration);
  return `✔ ${name} ${time}${memory}, pause ${written(outcome.gap, milliseconds)} (${took})`;
}

/** One line for each goal that can be judged. */
export function goalLines({ outcomes }) {
  return goals.flatMap((goal) => {
    const verdict = judge(goal, outcomes[goal.measurement]);
    if (!verdict) return [];
    const notation = notationOf(goal);
    const measured = spread(verdict.measured, notation);
    const word = verdict.met ? 'met    ' : 'not met';
    return [
      `${word} ${describeGoal(goal)}: ${measured}, at most ${written(goal.atMost, notation)}`,
    ];
  });
}
