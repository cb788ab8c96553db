import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restoreAndExport } from './support/large-backup.mjs';

const MEGABYTES = 300;
/** How much the page's process may grow, whatever the size of the file. */
const MEMORY = 200e6;

test('a backup of 300 MB is restored and exported in little memory', async () => {
  const { fileBytes, restored, exported } = await restoreAndExport({ megabytes: MEGABYTES });
  assert.ok(fileBytes > 0.95 * MEGABYTES * 1e6, `the file has ${fileBytes} bytes`);
  for (const [task, { memory }] of Object.entries({ restored, exported })) {
    assert.ok(memory === null || memory < MEMORY, `${task} in ${memory} bytes more`);
  }
});
