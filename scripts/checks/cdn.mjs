import path from 'node:path';
import process from 'node:process';
import { cdnFiles, entry, isRelative, worker } from './cdn-files.mjs';

const complaints = (await cdnFiles()).flatMap((file) => {
  const found = [];
  for (const specifier of [...file.eager, ...file.lazy]) {
    if (!isRelative(specifier)) found.push(`imports ${specifier}, which no browser can find`);
    // A page that loads the entry as litechat-elements.js?v=2 would get it, and every element, a second time.
    if (path.posix.normalize(specifier) === entry)
      found.push('imports the entry: share no code with it');
  }
  // Bundlers copy the same file as it is, without what it would import.
  if (file.name === worker && file.eager.length + file.lazy.length > 0)
    found.push('imports something: it must be whole');
  if (file.source.includes('process.env')) found.push('reads process.env');
  return found.map((complaint) => `dist/cdn/${file.name} ${complaint}.`);
});

for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
