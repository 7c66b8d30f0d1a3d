import { gzipSync } from 'node:zlib';
import { classicBundle } from '../build/classic-bundle.js';
import { inProject } from '../scripts/parts/project.mjs';
import { processText } from './compile/process-text.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median } from './measure/statistics.js';
import { short, spread, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { inChromium, inFreshWorkers } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';

const module = 'compile/worker.ts';
/** Edits in one worker. The first third is left out of the warm figures. */
const edits = 90;
const warm = (times: readonly number[]) => times.slice(edits / 3);

const { code } = await classicBundle(inProject('worker/typescript/compile/compile.ts'), 'production');
const kilobytes = gzipSync(code, { level: 9 }).length / 1024;

const browser = await openChromium();
const cold = await inFreshWorkers<number[]>(browser, module, 1, 7);
const runs = { Chromium: await inChromium<number[]>(browser, module, edits), Node: await inNode<number[]>(module, edits) };
const version = browser.version();
await browser.close();

const times = {
  'Chromium: a new worker and its first run': cold.map(({ milliseconds }) => milliseconds),
  '… of it the run': cold.map(({ result }) => result[0] ?? Number.NaN),
  'Chromium: second run': runs.Chromium.slice(1, 2),
  'Chromium: warm': warm(runs.Chromium),
  'Node: first run': runs.Node.slice(0, 1),
  'Node: warm': warm(runs.Node),
};
const text = processText(0);
const lines = text.trim().split('\n').length;
const awaits = text.match(/\bawait\b/g)?.length ?? 0;

console.log(
  `From Run to the first statement of a process of ${lines} lines with ${awaits} awaits, always edited before. ${machineLine(version)}\n`,
);
console.log(
  table(
    ['', 'ms: median [min–max]'],
    Object.entries(times).map(([name, each]) => [name, spread(median(each), each)]),
  ),
);
console.log(`\nThe compile step is ${short(kilobytes)} kB after gzip.\n`);
console.log(
  goalTable([
    { what: 'Chromium: warm', value: median(times['Chromium: warm']), atMost: 50, unit: 'ms' },
    { what: 'Node: warm', value: median(times['Node: warm']), atMost: 50, unit: 'ms' },
    { what: 'compile step, gzip', value: kilobytes, atMost: 80, unit: 'kB' },
  ]),
);
process.exit();
