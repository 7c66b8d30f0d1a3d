import { type Goal, goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, ratio } from './measure/statistics.js';
import { short, spread, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { inChromium } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';
import { anchor, type Group, product } from './virtual-time/engines.js';
import { inCPython } from './virtual-time/in-cpython.js';
import type { Measured } from './virtual-time/study.js';
import { workloads } from './virtual-time/workload.js';

const rounds = 7;
/** Times the anchor, in the order of the workloads. */
const wanted: readonly number[] = [6, 5, 8];
/** From 1,000 to 10,000 processes an event may cost so many times as much. */
const growth = 1.25;
/** Times CPython's asyncio, on the first workload. */
const timesPython = 8;

const module = 'virtual-time/worker.ts';
const names: readonly Group[] = ['usual', 'locations'];
const browser = await openChromium();
const measured = {
  Node: await inGroups((group) => inNode<Measured[]>(module, { group, rounds })),
  Chromium: await inGroups((group) => inChromium<Measured[]>(browser, module, { group, rounds })),
};
const version = browser.version();
await browser.close();

console.log(`Virtual time at Max: sleeps of 1 to 10 ms, events per real second. ${machineLine(version)}`);
for (const [where, all] of Object.entries(measured)) {
  for (const { workload, rates, different } of all) {
    const base = rates[anchor.name] ?? [];
    console.log(`\n${where}: ${workload.name} sleeps`);
    console.log(
      table(
        ['', 'events/s: median [min–max]', `× ${anchor.name}`],
        Object.entries(rates).map(([name, each]) => [name, spread(median(each), each), short(ratio(each, base))]),
      ),
    );
    console.log(`  ${different.length === 0 ? 'All woke in the same order.' : `WOKE IN ANOTHER ORDER: ${different.join(', ')}.`}`);
  }
}
const [first] = workloads;
const python = first === undefined ? [] : inCPython(first, rounds);
console.log(
  `\nCPython's asyncio, 100 × 1,000: ${python.length === 0 ? 'there is no python3 here' : `${spread(median(python), python)} events/s`}`,
);
console.log(
  `\n${goalTable([
    ...Object.entries(measured).flatMap(([where, all]) => [
      ...all.flatMap((one, index) => goals(where, one, index)),
      growthGoal(where, all),
    ]),
    ...pythonGoals(python, measured.Node[0]?.rates[product.name] ?? []),
  ])}`,
);

/** One group of engines after the other, each in a thread of its own. */
async function inGroups(measure: (group: Group) => Promise<Measured[]>): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const group of names) all.push(...(await measure(group)));
  return all;
}

function goals(where: string, { workload, rates }: Measured, index: number): Goal[] {
  const atLeast = wanted[index];
  if (atLeast === undefined || !(product.name in rates)) return [];
  return [{ what: `${where}: ${workload.name}`, value: ratio(rates[product.name] ?? [], rates[anchor.name] ?? []), atLeast, unit: '×' }];
}

/** How much more an event costs with ten times as many processes that do as much each. */
function growthGoal(where: string, all: readonly Measured[]): Goal {
  const rate = (name: string) => median(all.find(({ workload }) => workload.name === name)?.rates[product.name] ?? []);
  return {
    what: `${where}: an event of 10,000 processes, × of 1,000`,
    value: rate('1,000 × 10') / rate('10,000 × 10'),
    atMost: growth,
    unit: '×',
  };
}

function pythonGoals(rates: readonly number[], own: readonly number[]): Goal[] {
  if (rates.length === 0) return [];
  return [{ what: "Node: 100 × 1,000, × CPython's asyncio", value: median(own) / median(rates), atLeast: timesPython, unit: '×' }];
}
process.exit();
