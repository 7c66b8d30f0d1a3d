import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowOf, ownerNode } from '../../model/owner-diagram.js';
import { CancelledError } from '../task/index.js';
import { anyProcess, detaches, type Steps } from './random-process.js';
import { requests, Trial } from './random-trial.js';
import { JumpRequest, PauseRequest, SwapRequest } from './requests.js';

// Invariants only, but of requests in the middle of a turn and of several tasks that look too. `model/` says the rest, event for event.

/** How many processes are tried; `RANDOM_RUNS=100000 npx vitest run worker/process/random` tries more. */
const runs = Number((globalThis as { process?: { env: Record<string, string> } }).process?.env['RANDOM_RUNS'] ?? 3000);

const tokens = (trial: Trial) =>
  trial.bed.events.flatMap((event) =>
    event.event === 'state' ? [{ node: ownerNode(event), instance: event.instance, pausable: event.pausable }] : [],
  );

type Invariant = readonly [sentence: string, holds: (trial: Trial, steps: Steps) => void];
const invariants: readonly Invariant[] = [
  ['a process can always be left by halting', ({ bed }) => expect(bed.owner.state.mode).toBe('done')],
  [
    'the states follow the arrows of the diagram, and instances are counted without a gap',
    (trial) => {
      let last: ReturnType<typeof tokens>[number] | null = null;
      for (const next of tokens(trial)) {
        const again = last !== null && next.instance !== last.instance;
        if (last === null) expect(next).toMatchObject({ node: 'collecting', instance: 1 });
        else if (!again && next.node === last.node) expect(next.pausable).not.toBe(last.pausable);
        else expect(arrowOf({ from: last.node, to: next.node, again })).not.toBeNull();
        if (again) expect(next.instance).toBe(last!.instance + 1);
        last = next;
      }
    },
  ],
  [
    'what is raised is always an error, and of a point or data that was asked for, once',
    ({ raised, answers }) => {
      expect(raised.filter((error) => !(error instanceof Error) && !(error instanceof CancelledError))).toEqual([]);
      const points = raised.flatMap((error) => (error instanceof JumpRequest ? [error] : []));
      // One error may be seen in several places on its way out: it is one delivery.
      const delivered = [...new Set(points)].map(({ point }) => point);
      expect(new Set(delivered).size).toBe(delivered.length);
      const asked = answers.flatMap(({ request, accepted }) => (accepted && request.type === 'jump' ? [request.point as unknown] : []));
      expect(delivered.filter((point) => !asked.includes(point))).toEqual([]);
      const swaps = [...new Set(raised.flatMap((error) => (error instanceof SwapRequest ? [error] : [])))].map(({ data }) => data);
      expect(new Set(swaps).size).toBe(swaps.length);
    },
  ],
  [
    'no pause is raised that nobody asked for',
    ({ raised, answers }) => {
      if (answers.some(({ request, accepted }) => request.type === 'pause' && accepted)) return;
      expect(raised.filter((error) => error instanceof PauseRequest)).toEqual([]);
    },
  ],
  [
    'a jump that was accepted is delivered, replaced, dropped by a halt, or told to be lost',
    ({ bed, raised, answers, applied, dropped }) => {
      const lost = bed.events.flatMap((event) => (event.event === 'warning' && event.name === 'jump-not-taken' ? [event.message] : []));
      for (const [index, { request, accepted }] of answers.entries()) {
        if (!accepted || request.type !== 'jump') continue;
        const later = answers.slice(index + 1);
        const settled =
          raised.some((error) => error instanceof JumpRequest && error.point === request.point) ||
          applied.includes(request.point) ||
          lost.some((message) => message.includes(`to ${String(request.point)} was`)) ||
          later.some(({ request: { type }, reason }) => type === 'jump' && reason === 'replaced') ||
          dropped.includes(request.point) ||
          (request.force === true && later.some(({ reason }) => reason === 'repeated'));
        expect({ request, settled }).toEqual({ request, settled: true });
      }
    },
  ],
  ['messages are received at most once', ({ received }) => expect(new Set(received).size).toBe(received.length)],
  [
    'after the end nothing is told but answers, and warnings of work that goes on',
    ({ bed }) => {
      const end = bed.events.findIndex((event) => event.event === 'state' && event.mode === 'done');
      const after = bed.events.slice(end + 1).filter(({ event }) => event !== 'request' && event !== 'warning');
      expect(after).toEqual([]);
    },
  ],
  [
    'nothing is left at the end of a process without work beside it',
    ({ bed }, steps) => {
      if (detaches(steps)) return;
      // A second halt may have abandoned a cleanup, which runs on; by now that has ended too.
      expect({ timers: bed.loop.clock.size, tasks: [...bed.loop.liveTasks()].map(({ name }) => name) }).toEqual({ timers: 0, tasks: [] });
    },
  ],
  [
    'no error escapes',
    ({ bed }) => expect(bed.events.filter((event) => event.event === 'warning' && event.name === 'uncaught-error')).toEqual([]),
  ],
];

describe('any process under any requests', () => {
  it(`keeps the rules: ${invariants.map(([sentence]) => sentence).join('; ')}`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyProcess, requests, (steps, timed) => {
        const trial = new Trial(steps, timed).run();
        for (const [sentence, holds] of invariants) {
          try {
            holds(trial, steps);
          } catch (error) {
            throw new Error(`${sentence}\n${trial.bed.events.map((event) => JSON.stringify(event)).join('\n')}`, { cause: error });
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('says the same again', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyProcess, requests, (steps, timed) => {
        const told = () => JSON.stringify(new Trial(steps, timed).run().bed.events);
        expect(told()).toBe(told());
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});
