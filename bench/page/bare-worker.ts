import type { Browser } from '@playwright/test';
import { classicBundle } from '../../build/classic-bundle.js';
import { inProject } from '../../scripts/parts/project.mjs';
import type { Server } from '../threads/serve.js';
import type { BareWorkers } from './bare-worker-page.js';

/** Milliseconds in which a page ends the runtime's worker and gets an answer of the next one, without anything around it. */
export async function timeBareWorkers(browser: Browser, server: Server, times: number): Promise<number[]> {
  const { code } = await classicBundle(inProject('bench/page/bare-worker-page.ts'), 'production');
  const page = await browser.newPage();
  // An empty page of the same origin: the app would have a policy and a worker of its own.
  await page.route('**/empty.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Benchmark</title>' }),
  );
  await page.goto(`${server.address}/empty.html`);
  await page.addScriptTag({ content: code });
  const measured = await page.evaluate(
    (count) => (globalThis as unknown as { bareWorkers: BareWorkers }).bareWorkers(`${location.origin}/runtime.js`, count),
    times,
  );
  await page.close();
  return measured;
}
