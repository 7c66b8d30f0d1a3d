import type { Browser, Page } from '@playwright/test';
import { classicBundle } from '../../build/classic-bundle.js';
import { inProject } from '../../scripts/parts/project.mjs';
import { serve } from './serve.js';

/** What a worker answered, and when. */
export interface Answered<Result> {
  readonly result: Result;
  /** From before the worker was made, in milliseconds. */
  readonly milliseconds: number;
}

/**
 * Runs a module of this folder in a Web Worker of a page that is otherwise empty, bundled as the runtime is. The module answers one
 * message, `order`, with one message: what comes back. Raises an error if the worker fails.
 */
export async function inChromium<Result>(browser: Browser, module: string, order: unknown): Promise<Result> {
  return withWorkers(browser, module, async (page) => (await inFreshWorker<Result>(page, order)).result);
}

/** The same, so many times, each in a worker of its own. */
export function inFreshWorkers<Result>(browser: Browser, module: string, order: unknown, times: number): Promise<Answered<Result>[]> {
  return withWorkers(browser, module, async (page) => {
    const answers: Answered<Result>[] = [];
    while (answers.length < times) answers.push(await inFreshWorker<Result>(page, order));
    return answers;
  });
}

async function withWorkers<Result>(browser: Browser, module: string, work: (page: Page) => Promise<Result>): Promise<Result> {
  const { code } = await classicBundle(inProject('bench', module), 'production');
  const server = await serve([
    { path: 'index.html', body: '<!doctype html><title>Benchmark</title>' },
    { path: 'worker.js', body: code },
  ]);
  const page = await browser.newPage();
  try {
    await page.goto(`${server.address}/`);
    return await work(page);
  } finally {
    await page.close();
    server.close();
  }
}

function inFreshWorker<Result>(page: Page, order: unknown): Promise<Answered<Result>> {
  return page.evaluate(
    (message) =>
      new Promise<Answered<Result>>((resolve, reject) => {
        const start = performance.now();
        const worker = new Worker('worker.js');
        worker.onmessage = ({ data }: MessageEvent<Result>) => {
          resolve({ result: data, milliseconds: performance.now() - start });
          worker.terminate();
        };
        worker.onerror = ({ message: text }) => reject(new Error(text));
        worker.postMessage(message);
      }),
    order,
  );
}
