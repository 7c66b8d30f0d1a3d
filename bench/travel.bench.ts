import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, quantile } from './measure/statistics.js';
import { short, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { inChromium } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';
import { pageLooks } from './travel/page.js';
import type { Order, Scrubbed } from './travel/scrub.js';

const order: Order = { wakes: 40_000, looks: 60 };
const module = 'travel/worker.ts';
const browser = await openChromium();
const measured = {
  Node: await inNode<Scrubbed>(module, order),
  Chromium: await inChromium<Scrubbed>(browser, module, order),
};
const page = await pageLooks(browser, { wakes: 96_000, looks: order.looks });
const version = browser.version();
await browser.close();

console.log(`Looks into the past of a long run. ${machineLine(version)}`);
for (const [where, { events, run, ...looks }] of Object.entries(measured)) {
  console.log(`\n${where}: ${short(events)} events, which the run at Max took ${short(run)} ms for`);
  console.log(
    table(
      ['ms', 'median', 'p99'],
      Object.entries(looks).map(([name, each]) => [name, short(median(each)), short(quantile(each, 0.99))]),
    ),
  );
}
console.log(`\nThe built page, ${short(page.events)} events: from a move of the pointer, or a key, until it is painted`);
const ways = { 'pointed at any instant': page.pointed, 'the next event, by key': page.stepped };
console.log(
  table(
    ['ms', 'what the trace tells: median', 'p99', 'everything: median', 'p99'],
    Object.entries(ways).map(([name, looks]) => {
      const [told, complete] = [looks.map((look) => look.told), looks.map((look) => look.complete)];
      return [name, ...[told, complete].flatMap((each) => [short(median(each)), short(quantile(each, 0.99))])];
    }),
  ),
);
console.log(
  `\n${goalTable([
    ...Object.entries(ways).flatMap(([name, looks]) => {
      const complete = looks.map((look) => look.complete);
      return [
        { what: `the page, ${name}, complete, median`, value: median(complete), atMost: 50, unit: 'ms' },
        { what: `the page, ${name}, complete, p99`, value: quantile(complete, 0.99), atMost: 50, unit: 'ms' },
      ];
    }),
    ...Object.entries(measured).flatMap(([where, { glimpses, steps, moments }]) => [
      { what: `${where}: an instant at once (glimpse), p99`, value: quantile(glimpses, 0.99), atMost: 50, unit: 'ms' },
      { what: `${where}: the next event (exactly), p99`, value: quantile(steps, 0.99), atMost: 50, unit: 'ms' },
      { what: `${where}: any instant (exactly), median`, value: median(moments), atMost: 50, unit: 'ms' },
    ]),
  ])}`,
);
process.exit();
