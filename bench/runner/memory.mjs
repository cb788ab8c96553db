import { readFileSync, writeFileSync } from 'node:fs';

function kilobytes(pid, field) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)[1]);
}

/**
 * Begins to watch how much memory a process takes: sets the kernel's high-water mark back to what is
 * resident now.
 *
 * @returns {() => number | null} The growth of the peak since, in bytes; null where only Linux could tell.
 */
export function watchPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    return () => null;
  }
  const before = kilobytes(pid, 'VmHWM');
  return () => (kilobytes(pid, 'VmHWM') - before) * 1024;
}
