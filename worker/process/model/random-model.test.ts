/**
 * Random processes under random requests, compared with the model, event for event.
 *
 *     npx vitest run worker/process/model                              100,000 cases, always the same
 *     RANDOM_CASES=10000000 npx vitest run worker/process/model        more of them
 *     RANDOM_SEED=501 RANDOM_CASES=5000000 npx vitest run …            from block 501 on: to split a long run, or to go on with it
 *
 * Cases come in blocks of 10,000; block n has the seed n, and the first is block 1. A failure is shrunk and says how to run it again.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, RuntimeSubject, drive } from './compare.js';
import { foundCases } from './found-cases.js';
import { anyProcess, anyRequests, type Process, type Timed } from './grammar.js';
import { checkInvariants } from './invariants.js';

const environment = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env ?? {};
const usual = 100_000;
const wanted = Number(environment['RANDOM_CASES'] ?? usual);
const firstSeed = Number(environment['RANDOM_SEED'] ?? 1);
const path = environment['RANDOM_PATH'];
const blockSize = 10_000;

function check(process: Process, requests: readonly Timed[]): void {
  const { runtime, is, has } = play(process, requests);
  if (JSON.stringify(is) !== JSON.stringify(has)) expect(is).toEqual(has);
  checkInvariants(is.told, runtime);
}

/** One block. What fails is told with the command that runs it again. */
function runBlock(seed: number, size: number, predicate: (process: Process, requests: readonly Timed[]) => void): void {
  // A process that is recreated again and again is slow to shrink: so far, and no farther.
  const limits = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true };
  const parameters = { seed, numRuns: size, ...limits, ...(path === undefined ? {} : { path, endOnFailure: true }) };
  const details = fc.check(fc.property(anyProcess, anyRequests, predicate), parameters);
  if (!details.failed) return;
  if (details.counterexample === null)
    throw new Error(
      `Block ${seed} took longer than a minute: ${details.numRuns} of its cases were fine. Is the machine busy with something else?`,
    );
  const again = `RANDOM_SEED=${details.seed} RANDOM_PATH=${details.counterexamplePath ?? ''} npx vitest run worker/process/model`;
  const text = `After ${details.numRuns} cases of block ${seed}, shrunk ${details.numShrinks} times:\n${JSON.stringify(details.counterexample)}`;
  throw new Error(`${text}\nRun it again: ${again}\nThen add it to found-cases.ts.`, { cause: details.errorInstance });
}

/** Lets the test runner breathe between blocks: it takes a worker that is silent for a minute for dead. */
async function runBlocks(count: number, predicate: (process: Process, requests: readonly Timed[]) => void): Promise<void> {
  for (let done = 0, seed = firstSeed; done < count; done += blockSize, seed++) {
    runBlock(seed, Math.min(blockSize, count - done), predicate);
    // Where to go on, should a long run be stopped.
    if (wanted > usual && (seed + 1 - firstSeed) % 10 === 0) console.log(`Blocks ${firstSeed} to ${seed} are fine.`);
    await new Promise((resume) => setImmediate(resume));
  }
}

describe('what random cases have found', () => {
  it.each(foundCases)('$found', ({ process, requests }) => check(process, requests));
});

describe('any process under any requests', () => {
  it('does what the model says, and keeps the invariants', { timeout: 0 }, () => runBlocks(wanted, check));

  it('says the same again', { timeout: 0 }, () =>
    runBlocks(Math.ceil(wanted / 20), (process, requests) => {
      const told = () => {
        const runtime = new RuntimeSubject(process);
        drive(runtime, requests);
        return JSON.stringify(runtime.bed.events);
      };
      expect(told()).toBe(told());
    }),
  );
});
