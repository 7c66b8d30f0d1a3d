import { load, pending, study, type Measured, type Way } from './await-cost/study.js';
import { openChromium } from './browser/chromium.js';
import { inWorker } from './browser/in-worker.js';
import { type Goal, goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, ratio } from './measure/statistics.js';
import { short, spread, table } from './measure/table.js';

const rounds = 9;
const mostTimesEngine = { Node: 1.7, 'Chromium, worker': 1.5 } as const;
const ways: readonly Way[] = ['engine', 'process', 'process, sleep'];

const browser = await openChromium();
const measured = { Node: await study(rounds), 'Chromium, worker': await inWorker<Measured[]>(browser, 'await-cost/worker.ts', rounds) };
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
console.log(
  `\n${goalTable([...Object.entries(measured).map(([where, studies]) => costGoal(where as keyof typeof mostTimesEngine, studies)), retained()])}`,
);
process.exit();

function costGoal(where: keyof typeof mostTimesEngine, studies: readonly Measured[]): Goal {
  const { times } = studies.find(({ name }) => name === pending.name)!;
  return { what: `${where}: a pending await`, value: ratio(times.process, times.engine), atMost: mostTimesEngine[where], unit: '×' };
}

/** Bytes that stay for each await that has passed, while the process goes on. */
function retained(): Goal {
  const awaits = 200_000;
  const { loop, start } = load(pending.text);
  start(awaits * 2);
  loop.drain(awaits);
  const before = usedBytes();
  loop.drain(awaits);
  const value = Math.max(0, (usedBytes() - before) / awaits);
  return { what: 'kept per past await', value, atMost: 1, unit: 'bytes' };
}

function usedBytes(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  for (let times = 0; times < 4; times++) collect?.();
  return process.memoryUsage().heapUsed;
}
