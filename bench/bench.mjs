/**
 * Measures backups, the list, single writes and the search beside other ways to do them, and writes
 * docs/performance.md. See `usage` below.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { builtPackage } from '../scripts/build/built-package.mjs';
import { CannotRun, report } from '../scripts/cannot-run.mjs';
import { projectFolder } from '../scripts/project-folder.mjs';
import { isGood, totalsLine } from '../scripts/suites/totals.mjs';
import { GOAL_INTERACTIONS } from './goals.mjs';
import { measurements } from './measurements.mjs';
import { environment } from './report/environment.mjs';
import { goalLines, outcomeLine } from './report/console-lines.mjs';
import { readResults, resultsFile, writeReport, writeResults } from './report/write-report.mjs';
import { runRounds } from './runner/run-rounds.mjs';
import { startBench } from './runner/start-bench.mjs';

const usage = `npm run bench -- [options]
  --quick             2,000 interactions, once, no document: whether every contender works
  --interactions N    ${GOAL_INTERACTIONS} unless given; also how many conversations a list has
  --runs N            5 unless given
  --only ID,ID        of ${measurements.map(({ id }) => id).join(', ')}; the rest of the document stays
  --out FILE.md       the document, with a folder of its name beside it; docs/performance.md for a
                      run of ${GOAL_INTERACTIONS}, else .cache/bench/performance.md
  --report-only       writes the document from the numbers beside it, without a run
  --dist FOLDER       a built package other than that of this source`;

const { values } = parseArgs({
  options: {
    'quick': { type: 'boolean', default: false },
    'interactions': { type: 'string' },
    'runs': { type: 'string' },
    'only': { type: 'string' },
    'out': { type: 'string' },
    'report-only': { type: 'boolean', default: false },
    'dist': { type: 'string' },
    'help': { type: 'boolean', default: false },
  },
});

const interactions = wholeNumber('interactions', values.quick ? 2000 : GOAL_INTERACTIONS);
const runs = wholeNumber('runs', values.quick ? 1 : 5);

function wholeNumber(name, unlessGiven) {
  const number = Number(values[name] ?? unlessGiven);
  if (Number.isInteger(number) && number > 0) return number;
  report(new CannotRun(`--${name} wants a whole number above 0.\n\n${usage}`));
  process.exit(1);
}

function chosenMeasurements() {
  const ids = values.only?.split(',');
  const unknown = ids?.filter((id) => !measurements.some((measurement) => measurement.id === id));
  if (unknown?.length > 0) throw new CannotRun(`There is no ${unknown.join()}.\n\n${usage}`);
  return ids ? measurements.filter(({ id }) => ids.includes(id)) : measurements;
}

function documentFile() {
  if (values.out) return path.resolve(values.out);
  const isPublished = interactions === GOAL_INTERACTIONS || values['report-only'];
  return path.join(projectFolder, isPublished ? 'docs' : '.cache/bench', 'performance.md');
}

/** Whether nothing has changed since; contenders may have come. */
function agrees(before, now) {
  if (typeof before !== 'object') return before === now;
  return Object.entries(before).every(([key, value]) => agrees(value, now[key]));
}

/** What `--only` leaves as it is: the outcomes of a run that can be compared. */
function outcomesThatStay(document, setting) {
  if (!values.only || !existsSync(resultsFile(document))) return {};
  const before = readResults(document);
  if (['interactions', 'runs', 'environment'].every((key) => agrees(before[key], setting[key]))) {
    return before.outcomes;
  }
  throw new CannotRun(
    `${path.relative('', resultsFile(document))} is of another machine, version or size: name another --out, or run it all.`,
  );
}

async function measureAll(chosen) {
  const dist = values.dist ? path.resolve(values.dist) : await builtPackage();
  const timeout = values.quick ? 30_000 : 3_600_000;
  const bench = await startBench({ dist, interactions, timeout, rest: values.quick ? 0 : 1000 });
  const document = documentFile();
  try {
    const date = new Date().toISOString().slice(0, 10);
    const setting = { interactions, runs, date, environment: environment(bench.browser) };
    const outcomes = values.quick ? {} : { ...outcomesThatStay(document, setting) };
    for (const { id, contenders } of chosen) {
      outcomes[id] = Object.fromEntries(contenders.map((contender) => [contender.id, []]));
    }
    const results = { ...setting, outcomes };
    await runRounds(chosen, bench, {
      runs,
      async onMeasured(told) {
        outcomes[told.measurement.id][told.contender.id].push(told.outcome);
        console.log(outcomeLine(told));
        // A run takes long: one that is broken off has its numbers, and `--report-only` its report.
        if (!values.quick) await writeResults(document, results);
      },
    });
    if (values.quick) return results;
    await writeReport(document, results);
    console.log(`\n${path.relative('', document)} is written.`);
    return results;
  } finally {
    await bench.close();
  }
}

async function main() {
  if (values.help) return console.log(usage);
  if (values['report-only']) return writeReport(documentFile(), readResults(documentFile()));
  const chosen = chosenMeasurements();
  const results = await measureAll(chosen);
  if (interactions !== GOAL_INTERACTIONS) {
    console.log(`\nThe goals are for ${GOAL_INTERACTIONS} interactions; few say little of many.`);
  }
  console.log(goalLines(results).join('\n'));
  const told = chosen.flatMap(({ id }) => Object.values(results.outcomes[id]).flat());
  const failed = told.filter((outcome) => outcome?.error).length;
  const totals = { passed: told.filter((outcome) => outcome?.time).length, failed };
  console.log(totalsLine(totals));
  process.exitCode = isGood(totals) ? 0 : 1;
}

try {
  await main();
} catch (error) {
  report(error);
  process.exitCode = 1;
}
