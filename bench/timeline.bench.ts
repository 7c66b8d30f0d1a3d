import { readFileSync } from 'node:fs';
import type { JSHandle, Page } from '@playwright/test';
import { classicBundle } from '../build/classic-bundle.js';
import { inProject } from '../scripts/parts/project.mjs';
import { alternate } from './measure/alternate.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median, quantile, ratio } from './measure/statistics.js';
import { short, table } from './measure/table.js';
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
const version = browser.version();
await browser.close();

type Variant = 'pan' | 'zoom' | 'line' | 'uplot';
interface Bundled {
  Study: new (count: number) => Study;
  addingTime(count: number): number;
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
const [few, many, most] = counts;
const moved = [...drawnOf(all.get(many)!.pan), ...drawnOf(all.get(many)!.zoom)];
console.log(
  goalTable([
    { what: '100,000 events, panning and zooming, median', value: median(moved), atMost: 8, unit: 'ms' },
    { what: '100,000 events, panning and zooming, longest', value: Math.max(...moved), atMost: 50, unit: 'ms' },
    { what: '1,000,000 events, redraw, median', value: median(drawnOf(all.get(most)!.pan)), atMost: 2, unit: 'ms' },
    { what: '1,000,000 events, beside 10,000', value: ratio(medians(most, 'pan'), medians(few, 'pan')), atMost: 1.3, unit: '×' },
    { what: '1,000,000 events, uPlot beside the lanes', value: ratio(medians(most, 'uplot'), medians(most, 'pan')), atLeast: 4, unit: '×' },
    { what: '1,000,000 points, uPlot beside our plot', value: ratio(medians(most, 'uplot'), medians(most, 'line')), atLeast: 4, unit: '×' },
  ]),
);
process.exit();
