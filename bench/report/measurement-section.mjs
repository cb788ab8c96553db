import { barChart } from './bar-chart.mjs';
import { ratioOf, summaryOf } from './statistics.mjs';
import { quantityOf } from './quantities.mjs';
import { spread } from './units.mjs';

const USUAL_COLUMNS = ['time', 'time/', 'memory', 'browserMemory', 'gap'];
const USUAL_PANELS = ['time', 'memory'];

const columnsOf = (measurement) =>
  (measurement.columns ?? USUAL_COLUMNS).map((column) => quantityOf(measurement, column));
const panelsOf = (measurement) =>
  (measurement.panels ?? USUAL_PANELS).map((panel) => quantityOf(measurement, panel));

function row({ title }, rounds, base, columns) {
  const failure = rounds.find((outcome) => outcome?.error)?.error;
  const others = columns.slice(1).map(() => '');
  if (failure) return [title, `failed: ${failure}`, ...others];
  if (rounds.every((outcome) => outcome === null)) return [title, 'not there yet', ...others];
  const cells = columns.map(({ value, isRatio, notation }) =>
    spread(isRatio ? ratioOf(rounds, base, value) : summaryOf(rounds, value), notation),
  );
  return [title, ...cells];
}

export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The chart of a measurement, of those contenders that have been measured. */
export function measurementChart(measurement, outcomes) {
  const shown = measurement.contenders.filter(({ id }) => summaryOf(outcomes[id], 'time'));
  return barChart({
    title: measurement.title,
    rows: shown.map(({ title, layout, isOurs = layout === 'kit' }) => ({ name: title, isOurs })),
    panels: panelsOf(measurement).map(({ name, value, notation }) => ({
      title: capitalised(name),
      notation,
      values: shown.map(({ id }) => summaryOf(outcomes[id], value)),
    })),
  });
}

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * @param {Record<string, (object | null)[]>} outcomes By contender, one a round.
 * @param {{ chart: string, note?: string }} parts The chart's address, seen from the document.
 */
export function measurementSection(measurement, outcomes, { chart, note }) {
  const base = outcomes[measurement.reference];
  const columns = columnsOf(measurement);
  const bars = panelsOf(measurement).map(({ name }) => name);
  const present = measurement.contenders.filter(({ id }) => outcomes[id]);
  return [
    `## ${measurement.title}`,
    markdownTable(
      ['contender', ...columns.map(({ column }) => column)],
      present.map((contender) => row(contender, outcomes[contender.id], base, columns)),
    ),
    `![Bars for the contenders of the table above: ${bars.join(', ')}](${chart})`,
    ...(note ? [note] : []),
    present.map(({ title, does }) => `- **${title}**: ${does}.`).join('\n'),
  ].join('\n\n');
}
