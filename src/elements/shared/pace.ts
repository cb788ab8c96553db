import type { LocalizeController } from '@shoelace-style/localize';
import { nothing } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Progress } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { formatByteRate } from './bytes.js';

/** What `done` and `total` of a progress count. */
export type ProgressUnit = 'bytes' | 'records';

/** Before that, a rate says more about the first step than about the work. */
const SHOWN_AFTER_MILLISECONDS = 1000;
/** Steps that follow each other faster are taken together. */
const SHORTEST_STEP_MILLISECONDS = 100;
/** How far back the rate remembers. */
const MEMORY_MILLISECONDS = 3000;

/** How fast something goes, and how long it will take, from how far it has come. */
export class Pace {
  #phase: Progress['phase'] | undefined;
  #start = 0;
  #time = 0;
  #done = 0;
  #left = 0;
  #rate: number | undefined;

  /** @param now Milliseconds of a clock that never goes back. */
  add({ phase, done, total }: Progress, now: number): void {
    if (phase !== this.#phase || done < this.#done) {
      this.#phase = phase;
      this.#start = now;
      this.#time = now;
      this.#done = done;
      this.#rate = undefined;
    }
    this.#left = total - done;
    const step = now - this.#time;
    if (step < SHORTEST_STEP_MILLISECONDS || done === this.#done) return;
    const rate = ((done - this.#done) / step) * 1000;
    const weight = 1 - Math.exp(-step / MEMORY_MILLISECONDS);
    this.#rate = this.#rate === undefined ? rate : this.#rate + weight * (rate - this.#rate);
    this.#time = now;
    this.#done = done;
  }

  /** Undefined while too little is known. */
  get current(): { perSecond: number; secondsLeft: number } | undefined {
    if (this.#rate === undefined || this.#time - this.#start < SHOWN_AFTER_MILLISECONDS) {
      return undefined;
    }
    return { perSecond: this.#rate, secondsLeft: this.#left / this.#rate };
  }
}

/** Keeps the pace for as long as its place in the template is shown. */
class PaceWords extends Directive {
  readonly #pace = new Pace();

  render(
    progress: Progress,
    unit: ProgressUnit,
    localize: LocalizeController<Translation>,
  ): string | typeof nothing {
    this.#pace.add(progress, performance.now());
    const { current } = this.#pace;
    if (!current) return nothing;
    const { perSecond, secondsLeft } = current;
    const language = localize.lang();
    const rate =
      unit === 'bytes'
        ? formatByteRate(perSecond, language)
        : localize.term('recordsPerSecond', inTwoDigits(perSecond));
    return `${rate} · ${localize.term('timeLeft', duration(secondsLeft, language))}`;
  }
}

/** "12 MB/s · 8 sec left", after the first second. */
export const pace = directive(PaceWords);

/** In steps that a reader can follow: of five seconds when there are many, of minutes in the end. */
export function duration(seconds: number, language: string): string {
  const [unit, number] =
    seconds < 100
      ? (['second', seconds < 20 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5] as const)
      : seconds < 5400
        ? (['minute', Math.ceil(seconds / 60)] as const)
        : (['hour', Math.ceil(seconds / 3600)] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(
    number,
  );
}

function inTwoDigits(number: number): number {
  return Number(number.toPrecision(number < 100 ? 2 : 3));
}
