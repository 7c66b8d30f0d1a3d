/** For tests: runs a process of the grammar on the runtime, as user code would run. */
import { CancelledError, type Coroutine, type EventLoop, type Future, helpers, join } from '../../task/index.js';
import type { ProcessContext } from '../context.js';
import { JumpRequest, PauseRequest, ProcessException, ProcessFailureError, SwapRequest } from '../requests.js';
import type { Step, Steps, Swallows } from './grammar.js';

/** How explanations name what a process starts beside itself. */
export const taskName = 'part';
export const blockingLabel = 'a call that blocks';

class Returned {}

/** Runs the steps; what is raised leaves it, but for the end by `return`. */
export function* runSteps(steps: Steps, context: ProcessContext, loop: EventLoop, note: (text: string) => void): Coroutine<void> {
  try {
    yield* new Runner(context, loop, note).all(steps);
  } catch (error) {
    if (!(error instanceof Returned)) throw error;
  }
}

class Runner {
  constructor(
    private readonly context: ProcessContext,
    private readonly loop: EventLoop,
    private readonly note: (text: string) => void,
  ) {}

  *all(steps: Steps): Coroutine<void> {
    for (const step of steps) yield* this.one(step);
  }

  *one(step: Step): Coroutine<void> {
    const { context, loop } = this;
    switch (step.do) {
      case 'sleep':
        return yield* join(loop.sleep(step.ms / 1000));
      case 'thread':
        return yield* join(this.thread(step.ms));
      case 'note':
        return this.note(`note ${step.number}`);
      case 'location':
        return context.sendLocation(step.number);
      case 'duration':
        return context.sendDuration(step.ms / 1000);
      case 'pausable':
        context.pausable = step.value;
        return;
      case 'raise':
        throw errorOf(step.what);
      case 'return':
        throw new Returned();
      case 'receive':
        return this.note(`received ${String(yield* join(context.receive()))}`);
      case 'waitReceive':
        return this.note(`received ${String(yield* this.observed(context.wait(context.receive())))}`);
      case 'wait':
        return this.got(yield* this.observed(this.wait(step)));
      case 'checkpoint':
        return yield* this.observed(context.checkpoint());
      case 'test':
        return this.test();
      case 'polite':
        return yield* this.polite(step.ms / 1000);
      case 'shield':
        return void (yield* join(helpers.shield(loop, this.task(step.body))));
      case 'automancerShield':
        return void (yield* join(helpers.automancerShield(loop, this.task(step.body))));
      case 'detached':
        return void this.task(step.body);
      case 'repeat':
        for (let round = 0; round < step.times; round++) yield* this.all(step.body);
        return;
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
        }
    }
  }

  private wait(step: Extract<Step, { do: 'wait' }>): Future<unknown> {
    const { context, loop } = this;
    if (!('body' in step)) return context.wait<unknown>(step.form === 'thread' ? this.thread(step.ms) : loop.sleep(step.ms / 1000));
    const start = () => this.task(step.body, step.gives);
    return context.wait<unknown>(step.form === 'task' ? start() : start);
  }

  private got(result: unknown): void {
    if (result !== undefined) this.note(`got ${String(result)}`);
  }

  private thread(ms: number): Future<void> {
    return helpers.toThread(this.loop, () => helpers.blockFor(this.loop, ms / 1000, blockingLabel));
  }

  private *polite(seconds: number): Coroutine<void> {
    for (;;) {
      try {
        return yield* this.observed(this.context.wait(this.loop.sleep(seconds)));
      } catch (error) {
        if (!(error instanceof PauseRequest)) throw error;
        yield* this.observed(this.context.checkpoint());
      }
    }
  }

  private test(): void {
    try {
      this.context.test();
    } catch (error) {
      this.note(`raised ${textOf(error)}`);
      throw error;
    }
  }

  private *observed<T>(point: Future<T>): Coroutine<T> {
    try {
      return yield* join(point);
    } catch (error) {
      this.note(`raised ${textOf(error)}`);
      throw error;
    }
  }

  private task(steps: Steps, result?: unknown): Future<unknown> {
    return this.loop.task(this.giving(steps, result), { functionId: 1, name: taskName });
  }

  private *giving(steps: Steps, result: unknown): Coroutine<unknown> {
    yield* runSteps(steps, this.context, this.loop, this.note);
    return result;
  }
}

function errorOf(what: Extract<Step, { do: 'raise' }>['what']): unknown {
  if (what === 'RangeError') return new RangeError('failed');
  return what === 'CancelledError' ? new CancelledError() : new ProcessFailureError();
}

function textOf(error: unknown): string {
  if (error instanceof JumpRequest) return `JumpRequest ${String(error.point)} ${String(error.oldPoint)}`;
  if (error instanceof SwapRequest) return `SwapRequest ${String(error.data)} ${String(error.oldData)} ${String(error.point)}`;
  if (error instanceof CancelledError) return 'CancelledError';
  return error instanceof Error ? error.name : String(error);
}

function swallowed(error: unknown, swallows: Swallows): boolean {
  if (error instanceof Returned) return false;
  const kind = error instanceof ProcessException ? 'requests' : error instanceof CancelledError ? 'cancellations' : 'errors';
  return swallows === 'everything' || swallows === kind;
}
