/** For tests: processes made of a few kinds of steps, and an interpreter that runs them as user code would run. */
// eslint-disable-next-line project/import-walls -- only a test imports this file
import fc from 'fast-check';
import { CancelledError, type Coroutine, type EventLoop, type Future, helpers, join } from '../task/index.js';
import type { ProcessContext } from './context.js';
import { JumpRequest, PauseRequest, ProcessFailureError, SwapRequest } from './requests.js';

/** What a `catch` clause takes without raising it again. */
export type Swallows = 'requests' | 'cancellations' | 'everything';

export type Step =
  | { readonly do: 'sleep' | 'wait' | 'waitFunction' | 'shield' | 'automancerShield'; readonly ms: number; readonly cleanupMs: number }
  | { readonly do: 'checkpoint' | 'test' | 'receive' | 'waitReceive' | 'location' | 'fail' | 'failure' | 'raiseCancelled' | 'return' }
  | { readonly do: 'pausable'; readonly value: boolean }
  | { readonly do: 'duration'; readonly seconds: number }
  /** What `wait()` raises is answered as the documentation says: a pause with `checkpoint()`. */
  | { readonly do: 'polite'; readonly ms: number }
  | { readonly do: 'finally'; readonly body: Steps; readonly cleanup: Steps }
  | { readonly do: 'catch'; readonly body: Steps; readonly swallows: Swallows }
  | { readonly do: 'repeat'; readonly times: number; readonly body: Steps }
  | { readonly do: 'detached'; readonly body: Steps }
  | { readonly do: 'together'; readonly first: Steps; readonly second: Steps };
export type Steps = readonly Step[];

const ms = fc.nat(8).map((units) => units * 5);
const simple: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('sleep', 'wait', 'wait', 'waitFunction', 'shield', 'automancerShield'), ms, cleanupMs: ms }),
  fc.record({ do: fc.constantFrom('checkpoint', 'test', 'receive', 'waitReceive', 'location') }),
  fc.record({ do: fc.constantFrom('fail', 'failure', 'raiseCancelled', 'return') }),
  fc.record({ do: fc.constant('pausable'), value: fc.boolean() }),
  fc.record({ do: fc.constant('duration'), seconds: fc.constantFrom(-1, 0, 0.05, Number.NaN, Number.POSITIVE_INFINITY) }),
  fc.record({ do: fc.constant('polite'), ms }),
) as fc.Arbitrary<Step>;

/** Any process; most can be paused from the beginning. */
export const anyProcess: fc.Arbitrary<Steps> = fc
  .tuple(
    fc.boolean(),
    fc.letrec<{ steps: Steps; step: Step }>((tie) => ({
      steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'steps' }),
      step: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'steps' },
        { weight: 8, arbitrary: simple },
        { weight: 2, arbitrary: fc.record({ do: fc.constant('finally' as const), body: tie('steps'), cleanup: tie('steps') }) },
        {
          weight: 3,
          arbitrary: fc.record({
            do: fc.constant('catch' as const),
            body: tie('steps'),
            swallows: fc.constantFrom('requests', 'requests', 'cancellations', 'everything'),
          }),
        },
        { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), times: fc.nat(3), body: tie('steps') }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('detached' as const), body: tie('steps') }) },
        { weight: 3, arbitrary: fc.record({ do: fc.constant('together' as const), first: tie('steps'), second: tie('steps') }) },
      ) as fc.Arbitrary<Step>,
    })).steps,
  )
  .map(([pausable, steps]) => (pausable ? [{ do: 'pausable', value: true }, ...steps] : steps));

/** Whether work can go on when the process has ended. */
export function detaches(steps: Steps): boolean {
  return steps.some((step) => {
    if (step.do === 'detached' || step.do === 'together' || step.do === 'shield' || step.do === 'automancerShield') return true;
    return ('body' in step && detaches(step.body)) || ('cleanup' in step && detaches(step.cleanup));
  });
}

/** What a process sees, for the test to look at. */
export interface Witness {
  /** Something that an observation point raised. */
  raised(error: unknown): void;
  received(message: unknown): void;
}

class Returned {}

/** Runs the steps; what is raised leaves it, but for the end of the process by `return`. */
export function* runProcess(steps: Steps, context: ProcessContext, loop: EventLoop, witness: Witness): Coroutine<void> {
  const run = new Interpreter(context, loop, witness);
  try {
    yield* run.all(steps);
  } catch (error) {
    if (!(error instanceof Returned)) throw error;
  }
}

class Interpreter {
  constructor(
    private readonly context: ProcessContext,
    private readonly loop: EventLoop,
    private readonly witness: Witness,
  ) {}

  *all(steps: Steps): Coroutine<void> {
    for (const step of steps) yield* this.one(step);
  }

  *one(step: Step): Coroutine<void> {
    const { context, loop } = this;
    switch (step.do) {
      case 'sleep':
        return yield* join(this.sleeper(step));
      case 'wait':
        return void (yield* this.observe(context.wait(this.sleeper(step))));
      case 'waitFunction':
        return void (yield* this.observe(context.wait(() => this.sleeper(step))));
      case 'shield':
        return yield* join(helpers.shield(loop, this.sleeper(step)));
      case 'automancerShield':
        return yield* join(helpers.automancerShield(loop, this.sleeper(step)));
      case 'checkpoint':
        return void (yield* this.observe(context.checkpoint()));
      case 'test':
        return this.test();
      case 'receive':
        return this.witness.received(yield* join(context.receive()));
      case 'waitReceive':
        return this.witness.received(yield* this.observe(context.wait(context.receive())));
      case 'location':
        return context.sendLocation({ at: loop.clock.seconds });
      case 'fail':
        throw new RangeError('failed');
      case 'failure':
        throw new ProcessFailureError();
      case 'raiseCancelled':
        throw new CancelledError();
      case 'return':
        throw new Returned();
      case 'pausable':
        context.pausable = step.value;
        return;
      case 'duration':
        return context.sendDuration(step.seconds);
      case 'polite':
        return yield* this.polite(step.ms);
      case 'finally':
        try {
          return yield* this.all(step.body);
        } finally {
          yield* this.all(step.cleanup);
        }
      case 'catch':
        try {
          return yield* this.all(step.body);
        } catch (error) {
          if (!swallowed(error, step.swallows)) throw error;
          return;
        }
      case 'repeat':
        for (let round = 0; round < step.times; round++) yield* this.all(step.body);
        return;
      case 'detached':
        this.task(step.body);
        return;
      case 'together':
        return void (yield* join(helpers.gather(loop, [this.task(step.first), this.task(step.second)])));
    }
  }

  private *polite(length: number): Coroutine<void> {
    const { context, loop } = this;
    for (;;) {
      try {
        return yield* this.observe(context.wait(loop.sleep(length / 1000)));
      } catch (error) {
        if (!(error instanceof PauseRequest)) throw error;
        yield* this.observe(context.checkpoint());
      }
    }
  }

  private test(): void {
    try {
      this.context.test();
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  private *observe<T>(future: Future<T>): Coroutine<T> {
    try {
      return yield* join(future);
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  private note(error: unknown): void {
    this.witness.raised(error);
  }

  private sleeper({ ms: length, cleanupMs }: { readonly ms: number; readonly cleanupMs: number }): Future<void> {
    const { loop } = this;
    return loop.task(
      (function* (): Coroutine<void> {
        try {
          yield* join(loop.sleep(length / 1000));
        } finally {
          if (cleanupMs > 0) yield* join(loop.sleep(cleanupMs / 1000));
        }
      })(),
      { functionId: 1, name: 'sleeper' },
    );
  }

  private task(steps: Steps): Future<void> {
    return this.loop.task(runProcess(steps, this.context, this.loop, this.witness), { functionId: 2, name: 'part' });
  }
}

function swallowed(error: unknown, swallows: Swallows): boolean {
  if (error instanceof Returned) return false;
  const isRequest = error instanceof PauseRequest || error instanceof JumpRequest || error instanceof SwapRequest;
  return swallows === 'everything' || (swallows === 'requests' ? isRequest : error instanceof CancelledError);
}
