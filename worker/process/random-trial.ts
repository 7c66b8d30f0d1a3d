// eslint-disable-next-line project/import-walls -- only tests import this file
import fc from 'fast-check';
// eslint-disable-next-line project/import-walls -- only tests import this file
import { expect } from 'vitest';
import { admit } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import { OwnerBed } from './owner-bed.js';
import { runProcess, type Steps } from './random-process.js';

/** For tests: a random process under random requests, also in the middle of a turn. */

interface Timed {
  readonly at: number;
  /** So many entries of the ready queue have run when it is made; the others wait. `null`: all. */
  readonly turns: number | null;
  readonly type: Request['type'] | 'force';
}
export const requests: fc.Arbitrary<readonly Timed[]> = fc
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
export class Trial {
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
