import { formatPath, type PathSegment } from '../model/plain-value.js';
import { MAX_LISTED, type Repair } from './types.js';

/** Remembers what had to be changed, the first thousand in words and all by number. */
export class RepairLog {
  readonly repairs: Repair[] = [];
  readonly counts: Partial<Record<Repair['kind'], number>> = {};

  add(kind: Repair['kind'], path: readonly PathSegment[]): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    if (this.repairs.length < MAX_LISTED) this.repairs.push({ kind, path: formatPath(path) });
  }
}
