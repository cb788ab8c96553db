import { barChart } from './bar-chart.mjs';
import { ratioOf, summaryOf } from './statistics.mjs';
import { duration, megabytes, milliseconds, ratio, spread } from './units.mjs';

const columns = [
  'contender',
  'time',
  'ratio of time',
  'memory, page',
  'memory, browser',
  'longest pause',
];

function row({ title }, rounds, base) {
  const failure = rounds.find((outcome) => outcome?.error)?.error;
  if (failure) return [title, `failed: ${failure}`, '', '', '', ''];
  if (rounds.every((outcome) => outcome === null)) return [title, 'not there yet', '', '', '', ''];
  return [
    title,
    spread(summaryOf(rounds, 'time'), duration),
    spread(ratioOf(rounds, base, 'time'), ratio),
    spread(summaryOf(rounds, 'memory'), megabytes),
    spread(summaryOf(rounds, 'browserMemory'), megabytes),
    spread(summaryOf(rounds, 'gap'), milliseconds),
  ];
}

export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The chart of a measurement, of those contenders that have been measured. */
export function measurementChart(measurement, outcomes) {
  const shown = measurement.contenders.filter(({ id }) => summaryOf(outcomes[id], 'time'));
  const panel = (title, value, notation) => ({
    title,
    notation,
    values: shown.map(({ id }) => summaryOf(outcomes[id], value)),
  });
  return barChart({
    title: measurement.title,
    rows: shown.map(({ title, module }) => ({ name: title, isOurs: module === 'kit' })),
    panels: [
      panel('Time', 'time', duration),
      panel("Growth of the page's memory", 'memory', megabytes),
    ],
  });
}

/**
 * @param {Record<string, (object | null)[]>} outcomes By contender, one a round.
 * @param {{ chart: string, note?: string }} parts The chart's address, seen from the document.
 */
export function measurementSection(measurement, outcomes, { chart, note }) {
  const base = outcomes[measurement.reference];
  const present = measurement.contenders.filter(({ id }) => outcomes[id]);
  return [
    `## ${measurement.title}`,
    markdownTable(
      columns,
      present.map((contender) => row(contender, outcomes[contender.id], base)),
    ),
    `![Bars of time and of memory for the contenders of the table above](${chart})`,
    ...(note ? [note] : []),
    present.map(({ title, does }) => `- **${title}**: ${does}.`).join('\n'),
  ].join('\n\n');
}
