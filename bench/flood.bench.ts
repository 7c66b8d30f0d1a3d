import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median } from './measure/statistics.js';
import { short, table } from './measure/table.js';
import { BuiltPage } from './page/built-page.js';
import type { Frames } from './page/eyes.js';
import { floodProcess, idleProcess } from './page/processes.js';
import { openChromium } from './threads/chromium.js';
import { alternate } from './measure/alternate.js';

const rounds = 5;
const milliseconds = 3000;

interface Round extends Frames {
  /** Locations that the process sent per second, as its last one on the screen tells. */
  readonly sentPerSecond: number;
}

const browser = await openChromium();
const server = await BuiltPage.server();
const results: Record<'asleep' | 'flooding', Round[]> = { asleep: [], flooding: [] };
await alternate({ asleep: () => round('asleep', idleProcess), flooding: () => round('flooding', floodProcess) }, { rounds, warmUp: 0 });
const version = browser.version();
await browser.close();
server.close();

console.log(`The page while a process sends 100,000 locations a second, and while it sleeps. ${machineLine(version)}\n`);
const droppedPart = ({ dropped, painted }: Frames) => (100 * dropped) / (dropped + painted);
const longest = ({ longTasks }: Frames) => Math.max(0, ...longTasks);
console.log(
  table(
    ['process', 'sent / s', 'frames / s', 'dropped %', 'long tasks', 'longest, ms'],
    Object.entries(results).map(([name, each]) => [
      name,
      short(median(each.map(({ sentPerSecond }) => sentPerSecond))),
      short(median(each.map(({ painted, seconds }) => painted / seconds))),
      short(median(each.map(droppedPart))),
      String(each.reduce((sum, { longTasks }) => sum + longTasks.length, 0)),
      short(Math.max(...each.map(longest))),
    ]),
  ),
);
console.log(
  `\n${goalTable([
    { what: 'dropped frames, median of the rounds', value: median(results.flooding.map(droppedPart)), atMost: 1, unit: '%' },
    {
      what: 'tasks over 50 ms, median of the rounds',
      value: median(results.flooding.map(({ longTasks }) => longTasks.length)),
      atMost: 0,
      unit: 'tasks',
    },
    { what: 'sent', value: median(results.flooding.map(({ sentPerSecond }) => sentPerSecond)), atLeast: 95_000, unit: '/ s' },
  ])}`,
);
process.exit();

async function round(name: keyof typeof results, process: string): Promise<number> {
  const page = await BuiltPage.open(browser, server, process);
  const { playground } = page;
  await playground.run();
  await playground.reaches('Running');
  const location = playground.process.getByRole('region', { name: 'Location', exact: true });
  const sent = async () => Number((/sent\D*(\d+)$/.exec(((await location.textContent()) ?? '').trim()) ?? [])[1] ?? 0);
  // Long enough for the editor to have become idle.
  await page.watch(1000);
  const before = await sent();
  const frames = await page.watch(milliseconds);
  const after = await sent();
  await page.close();
  results[name].push({ ...frames, sentPerSecond: (after - before) / frames.seconds });
  return frames.dropped;
}
