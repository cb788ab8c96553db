import type { Random } from './random.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Two years that end at `now`. */
export class Calendar {
  readonly now: Date;

  constructor(now: Date) {
    this.now = now;
  }

  /** Some time between seven in the morning and eleven at night, unless it was just now. */
  daysAgo(days: number, random: Random): Date {
    const time = this.now.getTime() - days * DAY;
    const hour = random.int(7, 22) * HOUR + random.int(0, 59) * MINUTE + random.int(0, 59_999);
    return new Date(days < 2 ? time : Math.floor(time / DAY) * DAY + hour);
  }
}
