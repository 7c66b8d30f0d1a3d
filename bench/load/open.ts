import type { Browser, Page } from '@playwright/test';
import type { Server } from '../threads/serve.js';
import type { Watched } from './watcher.js';

export interface Opened {
  /** From the request for the page until it was seen, in milliseconds. */
  readonly milliseconds: number;
  /** Of the files that had been asked for by then, after gzip. */
  readonly kilobytes: number;
}

/** How often a key is pressed until one is seen, in milliseconds: the resolution of the measurement. */
const pressEvery = 10;
/** How often the page is asked whether it has been seen, in milliseconds. */
const askEvery = 20;

/** Opens a page in a new profile and waits until Monaco shows text, or until a key that is really pressed stands in the editor. */
export async function open(browser: Browser, server: Server, watcher: string, until: keyof Watched): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watcher);
  server.takeLog();
  await page.goto(`${server.address}/`, { waitUntil: 'commit' });
  // Nobody waits until the page has taken a key before the next is pressed: a page that is not ready yet lets the first one wait.
  const presses = until === 'key' ? setInterval(() => pressKey(page), pressEvery) : undefined;
  let seen: number | null = null;
  while (seen === null) {
    await page.waitForTimeout(askEvery);
    seen = await page.evaluate((what) => (globalThis as unknown as { watched?: Watched }).watched?.[what] ?? null, until);
  }
  clearInterval(presses);
  const seenAt = (await page.evaluate(() => performance.timeOrigin)) + seen;
  const bytes = server.takeLog().reduce((sum, file) => sum + (file.at <= seenAt ? file.bytes : 0), 0);
  await context.close();
  return { milliseconds: seen, kilobytes: bytes / 1024 };
}

/** A click where every page has its text, and a key. */
function pressKey(page: Page): void {
  // A press on its way when the page is closed comes to nothing.
  void page.mouse.click(250, 300).catch(() => undefined);
  void page.keyboard.press('~').catch(() => undefined);
}
