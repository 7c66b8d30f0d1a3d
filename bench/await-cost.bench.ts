import type { Measured, Way } from './await-cost/study.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, ratio } from './measure/statistics.js';
import { short, spread, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { inChromium } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';

const order = { rounds: 11 };
const module = 'await-cost/worker.ts';
const ways: readonly Way[] = ['engine', 'process', 'process, sleep'];

const browser = await openChromium();
const measured = {
  Node: await inNode<Measured[]>(module, order),
  Chromium: await inChromium<Measured[]>(browser, module, order),
};
const retained = await inNode<number>(module, 'retained');
const held = await inNode<number>(module, 'held');
const version = browser.version();
await browser.close();

console.log(`What an await of a process costs, in ns and as times the engine's own await. ${machineLine(version)}`);
for (const [where, studies] of Object.entries(measured)) {
  console.log(`\n${where}`);
  const rows = studies.flatMap(({ name, times }) =>
    ways.map((way) => [`${name}: ${way}`, spread(median(times[way]), times[way]), short(ratio(times[way], times.engine))]),
  );
  console.log(table(['', 'ns: median [min–max]', '× engine'], rows));
}

const timesEngine = (studies: readonly Measured[], body: string) => {
  const times = studies.find(({ name }) => name === body)?.times;
  return times === undefined ? Number.NaN : ratio(times.process, times.engine);
};
console.log(
  `\n${goalTable([
    { what: 'Chromium: a pending await', value: timesEngine(measured.Chromium, 'pending'), atMost: 1.5, unit: '×' },
    { what: 'Node: a pending await', value: timesEngine(measured.Node, 'pending'), atMost: 1.7, unit: '×' },
    { what: 'Chromium: 10 functions deep', value: timesEngine(measured.Chromium, '10 functions deep'), atMost: 1.5, unit: '×' },
    { what: 'Node: 10 functions deep', value: timesEngine(measured.Node, '10 functions deep'), atMost: 2, unit: '×' },
    { what: 'kept per past await', value: retained, atMost: 1, unit: 'bytes' },
    { what: 'held by a suspended process', value: held, atMost: 800, unit: 'bytes' },
  ])}`,
);
process.exit();
