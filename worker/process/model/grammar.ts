/** For tests: small processes as data, and what people ask of them. Everything that can be said here, the model predicts exactly. */
// eslint-disable-next-line project/import-walls -- only tests import this file
import fc from 'fast-check';

/** What a `catch` clause takes without raising it again. */
export type Swallows = 'requests' | 'cancellations' | 'errors' | 'everything';

export type Step =
  /** A thread blocks: its waiting can be cancelled, it cannot. */
  | { readonly do: 'sleep' | 'thread'; readonly ms: number }
  /** Shows in the trace that the process has come here. */
  | { readonly do: 'note'; readonly number: number }
  | { readonly do: 'location'; readonly number: number }
  | { readonly do: 'duration'; readonly ms: number }
  | { readonly do: 'raise'; readonly what: 'RangeError' | 'ProcessFailureError' | 'CancelledError' }
  | { readonly do: 'return' | 'checkpoint' | 'test' | 'receive' | 'waitReceive' }
  | { readonly do: 'pausable'; readonly value: boolean }
  /** `context.wait()`: of a sleep or thread, of a task that runs already, of a function that starts one; what the task gives is noted. */
  | { readonly do: 'wait'; readonly form: 'future' | 'thread'; readonly ms: number }
  | { readonly do: 'wait'; readonly form: 'task' | 'function'; readonly body: Steps; readonly gives?: number }
  /** What `wait()` raises is answered as the documentation says: a pause with `checkpoint()`. */
  | { readonly do: 'polite'; readonly ms: number }
  /** asyncio's shield, Automancer's shield, and a task that nobody awaits. */
  | { readonly do: 'shield' | 'automancerShield' | 'detached'; readonly body: Steps }
  | { readonly do: 'finally'; readonly body: Steps; readonly cleanup: Steps }
  | { readonly do: 'catch'; readonly body: Steps; readonly swallows: Swallows }
  | { readonly do: 'repeat'; readonly times: number; readonly body: Steps };
export type Steps = readonly Step[];

export interface Process {
  /** Starting data: a number, or what is not. */
  readonly data: number | 'bad';
  readonly steps: Steps;
}

/** A request at a virtual time in milliseconds, after everything that was due then. */
export interface Timed {
  readonly at: number;
  /** What the request before has set going runs first; otherwise two requests of one instant come back to back. */
  readonly settled: boolean;
  readonly type: 'pause' | 'resume' | 'halt' | 'skip' | 'jump' | 'force' | 'swap' | 'message' | 'retry';
  /** The point or the data is invalid; the retry brings no data along. */
  readonly odd: boolean;
}

const number = fc.nat(9);
const ms = fc.integer({ min: 1, max: 8 }).map((units) => units * 5);
const weighted = <T>(...cases: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...cases.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const sleep: fc.Arbitrary<Step> = fc.record({ do: fc.constant('sleep' as const), ms });
const thread: fc.Arbitrary<Step> = fc.record({ do: fc.constant('thread' as const), ms });
const note: fc.Arbitrary<Step> = fc.record({ do: fc.constant('note' as const), number });
const told: fc.Arbitrary<Step> = weighted<Step>(
  [3, fc.record({ do: fc.constant('location' as const), number })],
  [1, fc.record({ do: fc.constant('duration' as const), ms: fc.constantFrom(-5, 0, 50, 200, Number.POSITIVE_INFINITY) })],
);
const raise: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('raise' as const),
  what: fc.constantFrom('RangeError', 'RangeError', 'ProcessFailureError', 'CancelledError'),
});
const swallows = fc.constantFrom<Swallows[]>('requests', 'requests', 'cancellations', 'errors', 'everything');

/** The bodies of tasks beside the process: without observation points, for of two tasks only the order of the ready queue says which looks first. */
const bodyOf = (leaf: fc.Arbitrary<Step>): fc.Arbitrary<Steps> => {
  const leaves = fc.array(leaf, { maxLength: 2, size: 'max' });
  return fc.array(
    weighted<Step>(
      [4, leaf],
      [1, fc.record({ do: fc.constant('finally' as const), body: leaves, cleanup: leaves })],
      [1, fc.record({ do: fc.constant('catch' as const), body: leaves, swallows })],
    ),
    { maxLength: 3, size: 'max' },
  );
};
const pausable: fc.Arbitrary<Step> = fc.record({ do: fc.constant('pausable' as const), value: fc.nat(3).map((n) => n > 0) });
/** What ends in a shield may go on in the turn of the process or in one of its own: it sends no location. */
const shieldedBody = bodyOf(weighted([8, sleep], [2, thread], [3, note], [1, raise]));
const besideBody = bodyOf(weighted([8, sleep], [2, thread], [2, note], [4, told], [1, pausable], [1, raise]));

const simple: fc.Arbitrary<Step> = weighted<Step>(
  [6, sleep],
  [2, thread],
  [2, note],
  [5, told],
  [1, weighted<Step>([2, raise], [1, fc.constant({ do: 'return' as const })])],
  [
    10,
    fc.record({
      do: fc.constantFrom('checkpoint' as const, 'checkpoint' as const, 'test' as const, 'receive' as const, 'waitReceive' as const),
    }),
  ],
  [3, pausable],
  [7, fc.record({ do: fc.constant('wait' as const), form: fc.constantFrom('future' as const, 'future' as const, 'thread' as const), ms })],
  [
    8,
    fc.record(
      {
        do: fc.constant('wait' as const),
        form: fc.constantFrom('task' as const, 'function' as const),
        body: besideBody,
        gives: number,
      },
      { requiredKeys: ['do', 'form', 'body'] },
    ),
  ],
  [5, fc.record({ do: fc.constant('polite' as const), ms })],
  [4, fc.record({ do: fc.constantFrom('shield' as const, 'automancerShield' as const), body: shieldedBody })],
  [3, fc.record({ do: fc.constant('detached' as const), body: besideBody })],
);

const { step } = fc.letrec<{ steps: Steps; step: Step }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 5, size: 'max' }),
  step: fc.oneof(
    { maxDepth: 2, depthSize: 'max' },
    { weight: 12, arbitrary: simple },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('finally' as const), body: tie('steps'), cleanup: tie('steps') }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('catch' as const), body: tie('steps'), swallows }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), times: fc.integer({ min: 2, max: 3 }), body: tie('steps') }) },
  ),
}));

/** Any process; most can be paused from the beginning. */
export const anyProcess: fc.Arbitrary<Process> = fc.record({
  data: weighted<number | 'bad'>([20, fc.constant(0)], [1, fc.constant('bad' as const)]),
  steps: fc
    .tuple(fc.nat(3), fc.array(step, { minLength: 1, maxLength: 6, size: 'max' }))
    .map(([first, rest]): Steps => (first === 0 ? rest : [{ do: 'pausable', value: true }, ...rest])),
});

const timed: fc.Arbitrary<Timed> = fc.record({
  at: fc.nat(24).map((units) => units * 5),
  settled: fc.boolean(),
  type: weighted<Timed['type']>(
    [5, fc.constant('pause')],
    [4, fc.constant('resume')],
    [3, fc.constant('jump')],
    [2, fc.constant('swap')],
    [2, fc.constant('message')],
    [2, fc.constant('retry')],
    [1, fc.constantFrom('halt', 'halt', 'skip')],
    [1, fc.constant('force')],
  ),
  odd: fc.nat(5).map((n) => n === 0),
});
export const anyRequests: fc.Arbitrary<readonly Timed[]> = fc
  .array(timed, { maxLength: 8, size: 'max' })
  .map((list) => [...list].sort((a, b) => a.at - b.at));
