// npm run bytes: how much of the built page travels before one can type, and until Monaco is ready; more than the budget is an error.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { main, Problem } from './parts/problem.mjs';
import { inProject } from './parts/project.mjs';
import { filesOf } from './parts/static-files.mjs';

const dist = inProject('dist');

/** Budgets in bytes after gzip -9: docs/decisions/0006-monaco-in-two-parts.md. */
const stages = [
  { name: 'until the first key can be typed', budget: 40 * 1024, entries: ['index.html'], files: ['index.html'] },
  {
    name: 'until Monaco is ready',
    budget: 800 * 1024,
    entries: ['index.html', 'src/page.ts', 'src/editor/monaco.ts'],
    files: ['index.html'],
  },
  {
    name: 'for the runtime, which comes after Monaco',
    budget: 240 * 1024,
    entries: ['src/runtime/open-keeper.ts'],
    files: ['sandbox.html', 'runtime.js'],
    // Only what has not come by then.
    beyond: true,
  },
  { name: 'for the script that embeds examples', budget: 6 * 1024, entries: [], files: ['embed/v1/process-playground.js'] },
  {
    name: 'of scripts in a page with examples, before anybody touches one',
    budget: 60 * 1024,
    entries: [],
    files: ['embed/v1/process-playground.js', 'embed/v1/live.js'],
  },
  {
    name: 'for the frame of an example that runs, without the runtime',
    budget: 120 * 1024,
    entries: ['embed/v1/frame.html', 'src/runtime/open-keeper.ts'],
    files: ['embed/v1/frame.html'],
  },
];

/** @param {string} file */
const size = (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length;

await main(async () => {
  const manifestFile = path.join(dist, '.vite', 'manifest.json');
  if (!existsSync(manifestFile)) throw new Problem('There is no built page.', 'build it: npm run build.');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  let over = '';
  const come = new Set();
  for (const { name, budget, entries, files, beyond = false } of stages) {
    const all = new Set([...files, ...filesOf(manifest, entries)].filter((file) => !beyond || !come.has(file)));
    for (const file of all) come.add(file);
    const total = [...all].reduce((sum, file) => sum + size(file), 0);
    const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} kB`;
    process.stdout.write(`${kilobytes(total)} of ${kilobytes(budget)} ${name}\n`);
    for (const file of all) process.stdout.write(`  ${kilobytes(size(file)).padStart(9)}  ${file}\n`);
    if (total > budget) over = `${over}${over && ' and '}${name}`;
  }
  if (over) throw new Problem(`The page has become too large ${over}.`, 'import later what is not needed before (import()).');
});
