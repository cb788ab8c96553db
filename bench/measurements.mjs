import { lists } from './measurements/lists.mjs';
import { records } from './measurements/records.mjs';
import { searches } from './measurements/searches.mjs';
import { transfers } from './measurements/transfers.mjs';

/**
 * What is measured, and who takes part. `reference` is the contender that the table's ratios are to;
 * `columns` are those of its table and `panels` those of its chart, `names` what a value is called
 * there, where either is not the usual. `watchesHeap` has the heap looked at too.
 *
 * Of a contender: `module`, the file in contenders/ that does the work, or `page`, the page that is
 * opened for it; `layout`, the schema of its database; `holds`, what is in the database before; `input`,
 * the file that it is given; `does`, what is timed, for the reader.
 */
export const measurements = [...transfers, ...lists, ...records, ...searches];
