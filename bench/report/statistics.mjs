export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The mean of the middle half: where a clock is too coarse for a single one, as those of pages are, its
 * errors cancel out, and a few slow ones count no more than in a median.
 */
export function middleMean(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const middle = sorted.slice(quarter, sorted.length - quarter);
  return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}

/** @returns The median and the ends; undefined of nothing. */
export function summary(numbers) {
  if (numbers.length === 0) return undefined;
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** The outcomes of a contender that have the value, by round. */
function byRound(rounds, value) {
  return new Map(
    rounds.flatMap((outcome, round) =>
      typeof outcome?.[value] === 'number' ? [[round, outcome[value]]] : [],
    ),
  );
}

export function summaryOf(rounds, value) {
  return summary([...byRound(rounds ?? [], value).values()]);
}

/**
 * Of the ratios within each round, whose contenders have run one after the other: what else the
 * machine did weighs on both.
 */
export function ratioOf(rounds, base, value) {
  const bases = byRound(base ?? [], value);
  const ratios = [...byRound(rounds ?? [], value)].flatMap(([round, number]) =>
    bases.get(round) > 0 ? [number / bases.get(round)] : [],
  );
  return summary(ratios);
}

/**
 * How a goal stands.
 *
 * @param {Record<string, object[]>} contenders The outcomes by round of each contender.
 * @returns {{ measured: { median: number, min: number, max: number }, met: boolean } | undefined}
 */
export function judge(goal, contenders) {
  const kit = contenders?.kit;
  const measured = goal.to
    ? ratioOf(kit, contenders?.[goal.to], goal.value)
    : summaryOf(kit, goal.value);
  return measured && { measured, met: measured.median <= goal.atMost };
}
