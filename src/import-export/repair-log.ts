import { formatPath, type PathSegment } from '../model/plain-value.js';
import { MAX_REPORTED_REPAIRS, type Repair } from './types.js';

/** Remembers what had to be changed, the first thousand in words and all by number. */
export class RepairLog {
  readonly repairs: Repair[] = [];
  repairCount = 0;

  add(kind: Repair['kind'], path: readonly PathSegment[]): void {
    this.repairCount++;
    if (this.repairs.length < MAX_REPORTED_REPAIRS) {
      this.repairs.push({ kind, path: formatPath(path) });
    }
  }
}
