import type { Browser } from '@playwright/test';
import { BuiltPage } from '../page/built-page.js';
import type { Look } from '../page/eyes.js';
import { longRun } from './scrub.js';

/** Looks at instants of a long run in the built page. */
export interface PageLooks {
  readonly events: number;
  /** Instants of the whole run in no order, pointed at. */
  readonly pointed: readonly Look[];
  /** One event after the other, with a key. */
  readonly stepped: readonly Look[];
}

/** Carries out a long run at *Max* in the built page, and then moves pointer and keys over its timeline. */
export async function pageLooks(
  browser: Browser,
  { wakes, looks }: { readonly wakes: number; readonly looks: number },
): Promise<PageLooks> {
  const server = await BuiltPage.server();
  const built = await BuiltPage.open(browser, server, longRun(wakes));
  const { playground } = built;
  const { page, timeline, state } = playground;
  await playground.speed('Max');
  await playground.run();
  await state.getByText('Done').waitFor({ timeout: 120_000 });
  const count = async (): Promise<number> =>
    Number((/of ([\d,]+) events/.exec((await timeline.textContent()) ?? '')?.[1] ?? '0').replaceAll(',', ''));
  // Events that came faster than the page takes them are fetched in idle moments, and what makes looking back cheap is made then.
  for (let before = -1, now = 0; before !== now || now === 0;) {
    await page.waitForTimeout(2000);
    [before, now] = [now, await count()];
  }
  const box = (await timeline.getByRole('slider').boundingBox())!;
  const pointed: Look[] = [];
  const stepped: Look[] = [];
  for (let index = 0; index < looks; index++) {
    // Instants without an order, but the same ones each time; the run ends at two thirds of the width at least.
    const x = box.x + 10 + ((index * 0.6180339887) % 1) * (box.width * 0.6);
    pointed.push(await built.look(() => page.mouse.move(x, box.y + 30)));
    await page.waitForTimeout(150);
  }
  await page.mouse.click(box.x + box.width / 3, box.y + 30);
  await page.mouse.move(box.x + 10, 5);
  await timeline.getByRole('slider').focus();
  await page.waitForTimeout(500);
  for (let index = 0; index < looks; index++) {
    // An instant holds all of its events, so the next one is another with each press.
    stepped.push(await built.look(() => page.keyboard.press('ArrowRight')));
    await page.waitForTimeout(150);
  }
  const events = await count();
  await built.close();
  server.close();
  return { events, pointed: pointed.slice(3), stepped: stepped.slice(3) };
}
