import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import { CancelledError } from '../task/index.js';
import { OwnerBed } from './owner-bed.js';
import { anyProcess, detaches, runProcess, type Steps } from './random-process.js';
import { JumpRequest, PauseRequest, SwapRequest } from './requests.js';

// Invariants only, but of requests in the middle of a turn and of several tasks that look too. `model/` says the rest, event for event.

/** How many processes are tried; `RANDOM_RUNS=100000 npx vitest run worker/process/random` tries more. */
const runs = Number((globalThis as { process?: { env: Record<string, string> } }).process?.env['RANDOM_RUNS'] ?? 3000);

interface Timed {
  readonly at: number;
  /** So many entries of the ready queue have run when it is made; the others wait. `null`: all. */
  readonly turns: number | null;
  readonly type: Request['type'] | 'force';
}
const requests: fc.Arbitrary<readonly Timed[]> = fc
  .array(
    fc.record({
      at: fc.nat(40).map((units) => units * 5),
      turns: fc.option(fc.nat(6), { freq: 2 }),
      type: fc.constantFrom<Timed['type'][]>(
        ...([
          'pause',
          'pause',
          'pause',
          'resume',
          'resume',
          'resume',
          'jump',
          'jump',
          'swap',
          'message',
          'retry',
          'halt',
          'force',
          'skip',
        ] as const),
      ),
    }),
    { maxLength: 12 },
  )
  .map((list) => [...list].sort((a, b) => a.at - b.at));

interface Answered extends RequestResult {
  readonly request: Request;
}

/** One run of a random process under random requests, and what was seen of it. */
class Trial {
  readonly raised: unknown[] = [];
  readonly received: unknown[] = [];
  readonly answers: Answered[] = [];
  /** Points of jumps that were pending when a halt was accepted, which drops them. */
  readonly dropped: unknown[] = [];
  /** Points at which instances started. */
  readonly applied: unknown[] = [];
  readonly bed: OwnerBed;
  private number = 0;

  constructor(
    private readonly steps: Steps,
    private readonly timed: readonly Timed[],
  ) {
    this.bed = new OwnerBed((context, loop) =>
      runProcess(this.steps, context, loop, {
        raised: (error) => this.raised.push(error),
        received: (message) => this.received.push(message),
      }),
    );
  }

  run(): this {
    for (const { at, turns, type } of this.timed) {
      this.bed.runTo(at / 1000, turns ?? undefined);
      this.request(type);
      if (turns === null) this.check();
    }
    this.bed.runTo(0.5);
    this.check();
    this.leave();
    this.applied.push(this.bed.owner.slots.appliedPoint);
    return this;
  }

  /** Halts as often as it takes: each halt cancels one await, and the process has finitely many. */
  private leave(): void {
    for (let round = 0; round < 200 && this.bed.owner.state.mode !== 'done'; round++) {
      this.request('halt');
      this.bed.runTo(this.bed.loop.clock.seconds + 0.1);
    }
    this.bed.runTo(this.bed.loop.clock.seconds + 2);
  }

  private request(type: Timed['type']): void {
    const { owner } = this.bed;
    const request = this.requestOf(type);
    const before = owner.state;
    const verdict = admit(before, request.type, owner.slots.pending);
    const pendingJump = owner.slots.jump?.point;
    this.applied.push(owner.slots.appliedPoint);
    const result = this.bed.request(request);
    this.answers.push({ request, ...result });
    if (pendingJump !== undefined && owner.slots.jump === null) this.dropped.push(pendingJump);
    expect({ accepted: result.accepted, reason: result.reason }).toEqual(verdict);
    owner.view();
  }

  private requestOf(type: Timed['type']): Request {
    const value = ++this.number;
    switch (type) {
      case 'jump':
        return { type, point: value };
      case 'force':
        return { type: 'jump', point: value, force: true };
      case 'swap':
        return { type, data: { value } };
      case 'message':
        return { type, value };
      default:
        return { type };
    }
  }

  /** What holds whenever nothing is ready. */
  private check(): void {
    const { owner, loop } = this.bed;
    if (!loop.idle) return;
    const { state } = owner;
    const sitting = [...loop.liveTasks()].some((task) => task.kind === 'checkpoint');
    if (state.mode === 'running' && state.form === 'paused') expect(sitting).toBe(true);
    if (state.mode === 'running') expect(owner.view().suspension).not.toBeNull();
    JSON.stringify(owner.view());
  }
}

const tokens = (trial: Trial) =>
  trial.bed.events.flatMap((event) =>
    event.event === 'state' ? [{ name: event.form ?? event.mode, instance: event.instance, pausable: event.pausable }] : [],
  );

/** What may follow what, in one instance: the arrows of semantics 1.3. A change of `pausable` alone keeps the form. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  collecting: ['normal', 'collectionFailed', 'halting'],
  normal: ['pausing', 'jumping', 'swapping', 'halting', 'failed', 'done'],
  pausing: ['paused', 'jumping', 'swapping', 'halting', 'failed', 'done'],
  paused: ['normal', 'pausing', 'jumping', 'swapping', 'halting', 'failed', 'done'],
  jumping: ['normal', 'pausing', 'paused', 'swapping', 'halting', 'failed', 'done'],
  swapping: ['normal', 'pausing', 'paused', 'jumping', 'halting', 'failed', 'done'],
  halting: ['failed', 'done'],
  failed: ['halting'],
  done: [],
};
/** What an instance may begin with. */
const begins: readonly string[] = ['normal', 'jumping', 'swapping'];

type Invariant = readonly [sentence: string, holds: (trial: Trial, steps: Steps) => void];
const invariants: readonly Invariant[] = [
  ['a process can always be left by halting', ({ bed }) => expect(bed.owner.state.mode).toBe('done')],
  [
    'the states follow the arrows, and instances are counted without a gap',
    (trial) => {
      let last: { name: string; instance: number; pausable: boolean | undefined } | null = null;
      for (const next of tokens(trial)) {
        if (last === null) expect(next).toMatchObject({ name: 'collecting', instance: 1 });
        else if (next.instance !== last.instance) {
          expect(next.instance).toBe(last.instance + 1);
          expect(begins).toContain(next.name);
        } else if (next.name === last.name) expect(next.pausable).not.toBe(last.pausable);
        else expect(arrows[last.name]).toContain(next.name);
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
