import { type Goal, goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, ratio } from './measure/statistics.js';
import { short, spread, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { inChromium } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';
import { anchor, type Group, product } from './virtual-time/engines.js';
import type { Measured } from './virtual-time/study.js';

const rounds = 7;
/** Times the anchor, in the order of the workloads. The first two are what the runtime must reach, the second row what it should. */
const wanted = { must: [4, 3, 3], should: [6, 5, 8] } as const;

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
for (const [where, workloads] of Object.entries(measured)) {
  for (const { workload, rates, different } of workloads) {
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
console.log(
  `\n${goalTable(Object.entries(measured).flatMap(([where, workloads]) => workloads.flatMap((one, index) => goals(where, one, index))))}`,
);

/** One group of engines after the other, each in a thread of its own. */
async function inGroups(measure: (group: Group) => Promise<Measured[]>): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const group of names) all.push(...(await measure(group)));
  return all;
}

function goals(where: string, { workload, rates }: Measured, index: number): Goal[] {
  if (!(product.name in rates)) return [];
  const value = ratio(rates[product.name] ?? [], rates[anchor.name] ?? []);
  return [wanted.must[index], wanted.should[index]].flatMap((atLeast) =>
    atLeast === undefined ? [] : [{ what: `${where}: ${workload.name}`, value, atLeast, unit: '×' }],
  );
}
process.exit();
