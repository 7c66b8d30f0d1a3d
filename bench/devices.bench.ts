import type { WatchedDay } from './devices/watched-day.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median } from './measure/statistics.js';
import { spread, table } from './measure/table.js';
import { openChromium } from './threads/chromium.js';
import { inChromium } from './threads/in-chromium.js';
import { inNode } from './threads/in-node.js';

/** Virtual seconds per real second. */
const wanted = 50_000;
const order = { hours: 24, rounds: 5 };

const module = 'devices/worker.ts';
const browser = await openChromium();
const measured = {
  Node: await inNode<WatchedDay[]>(module, order),
  Chromium: await inChromium<WatchedDay[]>(browser, module, order),
};
const version = browser.version();
await browser.close();

const rates = (days: readonly WatchedDay[]) => days.map(({ seconds, milliseconds }) => (seconds / milliseconds) * 1000);
const perSecond = (days: readonly WatchedDay[]) => days.map(({ observations, milliseconds }) => (observations / milliseconds) * 1000);

console.log(
  `The Everything bench for ${order.hours} virtual hours, all nodes watched as often as they are polled. ${machineLine(version)}`,
);
console.log(
  table(
    ['', 'virtual seconds per second: median [min–max]', 'observations per second'],
    Object.entries(measured).map(([where, days]) => [
      where,
      spread(median(rates(days)), rates(days)),
      spread(median(perSecond(days)), perSecond(days)),
    ]),
  ),
);
console.log(
  goalTable(
    Object.entries(measured).map(([where, days]) => ({
      what: `${where}: virtual seconds per second`,
      value: median(rates(days)),
      atLeast: wanted,
      unit: '×',
    })),
  ),
);
