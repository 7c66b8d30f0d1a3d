import type { Browser } from '@playwright/test';
import { classicBundle } from '../../build/classic-bundle.js';
import { inProject } from '../../scripts/parts/project.mjs';
import { serve } from './serve.js';

/**
 * Runs a module of this folder in a Web Worker of a page that is otherwise empty, bundled as the runtime is. The module answers one
 * message, `order`, with one message: what comes back. Raises an error if the worker fails.
 */
export async function inChromium<Result>(browser: Browser, module: string, order: unknown): Promise<Result> {
  const { code } = await classicBundle(inProject('bench', module), 'production');
  const server = await serve([
    { path: 'index.html', body: '<!doctype html><title>Benchmark</title>' },
    { path: 'worker.js', body: code },
  ]);
  const page = await browser.newPage();
  try {
    await page.goto(`${server.address}/`);
    return await page.evaluate(
      (message) =>
        new Promise<Result>((resolve, reject) => {
          const worker = new Worker('worker.js');
          worker.onmessage = ({ data }: MessageEvent<Result>) => resolve(data);
          worker.onerror = ({ message: text }) => reject(new Error(text));
          worker.postMessage(message);
        }),
      order,
    );
  } finally {
    await page.close();
    server.close();
  }
}
