/**
 * Examples in a page of another site: what travels and what is done before anybody touches one, and how long it takes from Run to the first
 * statement of the process. Lighthouse is fetched by npx, as in lighthouse.bench.ts.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ensureBrowser } from '../scripts/parts/browser/ensure-browser.mjs';
import { inProject } from '../scripts/parts/project.mjs';
import { serveDocumentation } from './embed/documentation.js';
import { goalTable } from './measure/goals.js';
import { machineLine } from './measure/machine.js';
import { median } from './measure/statistics.js';
import { BuiltPage } from './page/built-page.js';
import { openChromium } from './threads/chromium.js';

const rounds = 7;
const server = await BuiltPage.server();
const documentation = await serveDocumentation(server.address);
const browser = await openChromium();

const loads = [];
const cold = [];
const warm = [];
for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await watchTasks(page);
  const scripts: string[] = [];
  page.on(
    'response',
    (response) => response.request().resourceType() === 'script' && scripts.push(new URL(response.url()).pathname.slice(1)),
  );
  await page.goto(documentation.address);
  await page.waitForFunction(() => document.querySelectorAll('process-playground').length === 10 && 'processPlaygroundLive' in globalThis);
  await page.waitForTimeout(1_000);
  loads.push({
    bytes: scripts.reduce((sum, file) => sum + gzipSync(readFileSync(inProject('dist', file)), { level: 9 }).length, 0),
    longest: await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks)),
  });
  // Once, so that everything is in the browser's cache; then in a page that has no frame yet.
  await firstStatement(page, 'e0');
  await page.reload();
  await page.waitForTimeout(1_500);
  cold.push(await firstStatement(page, 'e1'));
  warm.push(await firstStatement(page, 'e1'));
  await context.close();
}
await browser.close();
const reports = [await lighthouse('desktop'), await lighthouse('mobile')];
server.close();
documentation.close();

console.log(`Examples in a page of another site. ${machineLine()}\n`);
const list = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(' ');
console.log(`Run to the first statement, from the cache: ${list(cold)} ms; with the frame there: ${list(warm)} ms`);
console.log(`Longest task while loading: ${list(loads.map(({ longest }) => longest))} ms (0: none above 50 ms)`);
for (const { form, shift, blocking } of reports)
  console.log(`Lighthouse ${form}: layout shift ${shift}, total blocking time ${blocking} ms`);
console.log(
  goalTable([
    {
      what: 'the script of the element',
      value: gzipSync(readFileSync(inProject('dist/embed/v1/process-playground.js')), { level: 9 }).length,
      atMost: 6 * 1024,
      unit: 'B',
    },
    { what: 'scripts before the first interaction', value: Math.max(...loads.map(({ bytes }) => bytes)), atMost: 60 * 1024, unit: 'B' },
    { what: 'longest task above 50 ms while loading', value: median(loads.map(({ longest }) => longest)), atMost: 0, unit: 'ms' },
    { what: 'Run to first statement, cold from cache', value: median(cold), atMost: 300, unit: 'ms' },
    { what: 'Run to first statement, warm', value: median(warm), atMost: 60, unit: 'ms' },
    ...reports.map(({ form, score }) => ({ what: `Lighthouse performance, ${form}`, value: score, atLeast: 95, unit: 'points' })),
  ]),
);

/** Notes tasks of the main thread above 50 ms. */
async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
}

/** Milliseconds from pressing Run to the message that tells of the first location: the element's state comes with a frame's next turn. */
async function firstStatement(page: Page, id: string): Promise<number> {
  const frame = page.frames().find((each) => each.url().includes('/embed/v1/frame.html'));
  await page.evaluate((name) => {
    const element = document.getElementById(name)!;
    const world = globalThis as unknown as { pressed: number; told: Promise<number> };
    const heard = new AbortController();
    world.told = new Promise((resolve) =>
      element.addEventListener(
        'process-event',
        (event) => {
          if ((event as CustomEvent<{ event: { event: string } }>).detail.event.event !== 'location') return;
          heard.abort();
          resolve(performance.timeOrigin + performance.now());
        },
        { signal: heard.signal },
      ),
    );
  }, id);
  const button = (frame ?? page.locator(`#${id}`)).getByRole('button', { name: 'Run', exact: true });
  const pressed = await button.evaluate((element) => {
    const at = performance.timeOrigin + performance.now();
    (element as HTMLElement).click();
    return at;
  });
  const told = await page.evaluate(() => (globalThis as unknown as { told: Promise<number> }).told);
  return told - pressed;
}

async function lighthouse(form: 'desktop' | 'mobile') {
  const { executablePath = '', environment } = await ensureBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
  const file = path.join(folder, 'report.json');
  const flags = [
    '--quiet',
    '--only-categories=performance',
    '--output=json',
    `--output-path=${file}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  if (form === 'desktop') flags.push('--preset=desktop');
  await promisify(execFile)('npx', ['--yes', 'lighthouse@12.8.2', documentation.address, ...flags], {
    env: { ...process.env, ...environment, CHROME_PATH: executablePath },
  });
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as {
    categories: { performance: { score: number } };
    audits: Record<string, { numericValue?: number }>;
  };
  rmSync(folder, { recursive: true, force: true });
  return {
    form,
    score: 100 * categories.performance.score,
    shift: audits['cumulative-layout-shift']?.numericValue ?? 0,
    blocking: audits['total-blocking-time']?.numericValue ?? 0,
  };
}
