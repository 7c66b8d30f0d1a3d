import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground.js';

const dosing = `import * as asyncio from 'asyncio';
import { pump, relays } from 'hardware';
export default async function dose() {
  await relays.valve1.write(true);
  await pump.flow.write('100 µl/min');
  await asyncio.sleep(36000);
}
`;

interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Element | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
}

/** Notes from now on what moves without being moved, also soon after a press. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    const text = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as Shift[])
        for (const { node, previousRect, currentRect } of sources) {
          const element = node instanceof Element ? node : (node as Node | null)?.parentElement;
          // Both stand where the process is, or behind a sentence that says so.
          if (element?.closest('[widgetid], .link')) continue;
          shifts.push(`${element?.outerHTML.slice(0, 120)}: ${text(previousRect)} → ${text(currentRect)}`);
        }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
const shifts = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts.splice(0));

test('nothing jumps when a bench with a schematic comes, nor when a run begins', async ({ page }) => {
  await watchShifts(page);
  const playground = await Playground.open(page, { process: dosing });
  await playground.button('Default bench').click();
  await page.getByRole('menuitem', { name: /^Microfluidics/ }).click();
  const schematic = page.getByRole('img', { name: /^Syringe pump pushes/ });
  await expect(schematic).toBeVisible();

  // As the page is opened the next time.
  await page.reload({ waitUntil: 'commit' });
  await expect(schematic).toBeVisible();
  await expect(playground.hardware.getByRole('heading', { name: /^Room/ })).toBeVisible();
  expect(await shifts(page)).toEqual([]);

  await playground.run();
  await playground.reaches('Running');
  await expect(schematic).toHaveAccessibleName(/Syringe pump pushes 100\.0 µl\/min/);
  await expect(playground.timeline.getByRole('timer')).toHaveText(/00:00:0[2-9]/);
  expect(await shifts(page)).toEqual([]);
});

test('nothing jumps when a lesson is there from the beginning, nor when it is checked', async ({ page }) => {
  await page.goto('./#/lessons/first-process', { waitUntil: 'commit' });
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await expect(lesson.getByRole('heading', { name: 'What a process is' })).toBeVisible();
  await watchShifts(page);
  await page.reload({ waitUntil: 'commit' });
  await expect(lesson.getByRole('heading', { name: 'What a process is' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hardware', exact: true }).getByRole('heading', { name: /^Room/ })).toBeVisible();
  expect(await shifts(page)).toEqual([]);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(lesson.getByRole('status')).toHaveText(/^1 of 3 met/);
  expect(await shifts(page)).toEqual([]);
});
