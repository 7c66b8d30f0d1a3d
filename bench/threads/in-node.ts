import { Worker } from 'node:worker_threads';
import { classicBundle } from '../../build/classic-bundle.js';
import { inProject } from '../../scripts/parts/project.mjs';

/** Node's worker threads with the names that a Web Worker has. */
const prelude = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

/**
 * Runs a module of this folder in a thread of Node, bundled as the runtime is, as `inChromium` does: the same code in both. (The sources
 * themselves would not do: what loads them wraps every function, which shows.)
 */
export async function inNode<Result>(module: string, order: unknown): Promise<Result> {
  const { code } = await classicBundle(inProject('bench', module), 'production');
  const worker = new Worker(prelude + code, { eval: true });
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.postMessage(order);
    });
  } finally {
    await worker.terminate();
  }
}
