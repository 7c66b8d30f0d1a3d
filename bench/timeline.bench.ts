import { readFileSync } from 'node:fs';
import type { JSHandle, Page } from '@playwright/test';
import { classicBundle } from '../build/classic-bundle.js';
import { inProject } from '../scripts/parts/project.mjs';
import { alternate } from './measure/alternate.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, quantile, ratio } from './measure/statistics.js';
import { short, table } from './measure/table.js';
import { BuiltPage } from './page/built-page.js';
import { longProcess } from './page/processes.js';
import { openChromium } from './threads/chromium.js';
import type { Study, Timing } from './timeline/drawing.js';

const rounds = 5;
const frames = 60;
/** Its pictures of a million points take long enough to need no more. */
const fewFrames = 20;
const counts = [10_000, 100_000, 1_000_000] as const;

const browser = await openChromium();
const { code } = await classicBundle(inProject('bench/timeline/drawing.ts'), 'production');
const all = new Map<number, Record<Variant, Timing[]>>();
for (const count of counts) all.set(count, await measure(count));
const adding = await onPage(async (page) => page.evaluate(() => (globalThis as unknown as Bundled).addingTime(1_000_000)));
const page = await wholePage();
const version = browser.version();
await browser.close();

type Variant = 'pan' | 'zoom' | 'line' | 'uplot';
interface Bundled {
  Study: new (count: number) => Study;
  addingTime(count: number): number;
}

/** The built page: a run at *Max* of some hundred thousand events, and then the wheel over its timeline, in milliseconds. */
async function wholePage(): Promise<{ readonly running: readonly number[]; readonly moving: readonly number[]; readonly events: string }> {
  const server = await BuiltPage.server();
  const built = await BuiltPage.open(browser, server, longProcess);
  const { playground } = built;
  const { page: tab, timeline } = playground;
  await playground.speed('Max');
  await playground.run();
  const { longTasks } = await built.watch(6000);
  await playground.state.getByText('Done').waitFor({ timeout: 60_000 });
  // Events that came faster than the page takes them are fetched in idle moments.
  await tab.waitForFunction(
    () => /[12]\d\d[,.\u202f ]?\d\d\d events/.test(document.querySelector('#timeline')?.textContent ?? ''),
    undefined,
    {
      timeout: 60_000,
    },
  );
  const events = /[\d,.]+ events/.exec((await timeline.textContent()) ?? '')?.[0] ?? '?';
  const box = (await timeline.getByRole('slider').boundingBox())!;
  await tab.mouse.move(box.x + box.width / 2, box.y + 10);
  const work = built.frameWork(4000);
  const until = Date.now() + 3800;
  await tab.keyboard.down('Control');
  for (let turn = 0; turn < 12; turn++) await tab.mouse.wheel(0, -120);
  await tab.keyboard.up('Control');
  for (let turn = 0; Date.now() < until; turn++) {
    if (turn % 10 < 7) await tab.mouse.wheel(turn % 40 < 20 ? 60 : -60, 0);
    else {
      await tab.keyboard.down('Control');
      await tab.mouse.wheel(0, turn % 20 < 10 ? 200 : -200);
      await tab.keyboard.up('Control');
    }
  }
  const moving = await work;
  await built.close();
  server.close();
  return { running: longTasks, moving, events };
}

async function onPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  await page.setContent('<!doctype html><title>Timeline</title><body style="margin:0;background:var(--bg)">');
  await page.addStyleTag({ content: readFileSync(inProject('src/ui/tokens.css'), 'utf8') });
  await page.addScriptTag({ content: code });
  const result = await use(page);
  await page.close();
  return result;
}

async function measure(count: number): Promise<Record<Variant, Timing[]>> {
  const timings: Record<Variant, Timing[]> = { pan: [], zoom: [], line: [], uplot: [] };
  await onPage(async (page) => {
    const study = await page.evaluateHandle((events) => new (globalThis as unknown as Bundled).Study(events), count);
    const variant = (name: Variant, draw: (study: JSHandle<Study>) => Promise<Timing>) => async (): Promise<number> => {
      const timing = await draw(study);
      timings[name].push(timing);
      return median(timing.drawn);
    };
    await alternate(
      {
        pan: variant('pan', (handle) => handle.evaluate((each, length) => each.lanes(length, false), frames)),
        zoom: variant('zoom', (handle) => handle.evaluate((each, length) => each.lanes(length, true), frames)),
        line: variant('line', (handle) => handle.evaluate((each, length) => each.line(length, false), frames)),
        uplot: variant('uplot', (handle) =>
          handle.evaluate((each, length) => each.uplot(length, false), count > 100_000 ? fewFrames : frames),
        ),
      },
      { rounds, warmUp: 1 },
    );
  });
  // The first round of each was for warming up.
  return Object.fromEntries(Object.entries(timings).map(([name, list]) => [name, list.slice(1)])) as Record<Variant, Timing[]>;
}

const drawnOf = (timings: readonly Timing[]): number[] => timings.flatMap(({ drawn }) => drawn);
const medians = (count: number, variant: Variant): number[] => all.get(count)![variant].map(({ drawn }) => median(drawn));

console.log(`Redrawing the timeline, 20 lanes, 1200 × 480 pixels, with read-back. ${machineLine(version)}\n`);
const titles: Readonly<Record<Variant, string>> = {
  pan: 'lanes, panning',
  zoom: 'lanes, zooming',
  line: 'one plot, panning',
  uplot: 'uPlot, panning',
};
console.log(
  table(
    ['events', 'what', 'median, ms', '95 %', 'longest', 'frame to frame'],
    counts.flatMap((count) =>
      (Object.keys(titles) as Variant[]).map((variant) => {
        const timings = all.get(count)![variant];
        const drawn = drawnOf(timings);
        return [
          short(count),
          titles[variant],
          short(median(drawn)),
          short(quantile(drawn, 0.95)),
          short(Math.max(...drawn)),
          short(median(timings.flatMap(({ intervals }) => intervals))),
        ];
      }),
    ),
  ),
);
console.log(`\nAdding a million spans with their pyramid takes ${short(adding)} ms.\n`);
console.log(
  `The built page, ${page.events}: a frame of panning and zooming takes ${short(median(page.moving))} ms of the main thread, 95 % at most ` +
    `${short(quantile(page.moving, 0.95))} ms; ${page.moving.length} frames.\n`,
);
const [few, many, most] = counts;
const moved = [...drawnOf(all.get(many)!.pan), ...drawnOf(all.get(many)!.zoom)];
console.log(
  goalTable([
    { what: 'the page with such a run, a frame of panning and zooming, median', value: median(page.moving), atMost: 8, unit: 'ms' },
    { what: 'the longest', value: Math.max(...page.moving), atMost: 50, unit: 'ms' },
    { what: 'tasks over 50 ms while it runs at Max', value: page.running.length, atMost: 0, unit: 'tasks' },
    { what: '100,000 events, panning and zooming, median', value: median(moved), atMost: 8, unit: 'ms' },
    { what: '100,000 events, panning and zooming, longest', value: Math.max(...moved), atMost: 50, unit: 'ms' },
    { what: '1,000,000 events, redraw, median', value: median(drawnOf(all.get(most)!.pan)), atMost: 2, unit: 'ms' },
    { what: '1,000,000 events, beside 10,000', value: ratio(medians(most, 'pan'), medians(few, 'pan')), atMost: 1.3, unit: '×' },
    { what: '1,000,000 events, uPlot beside the lanes', value: ratio(medians(most, 'uplot'), medians(most, 'pan')), atLeast: 4, unit: '×' },
    { what: '1,000,000 points, uPlot beside our plot', value: ratio(medians(most, 'uplot'), medians(most, 'line')), atLeast: 4, unit: '×' },
  ]),
);
process.exit();
