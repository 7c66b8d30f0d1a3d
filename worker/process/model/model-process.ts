import type { Step, Steps, Swallows } from './grammar.js';
import type { ModelContext } from './model-context.js';
import { checkpoint, received, shield, test, wait } from './model-points.js';
import { type Coroutine, Raised, returned, Thread } from './model-thread.js';

/** Runs the steps of a process, or of a task beside it, as section 2 of the semantics tells. */
export function* steps(context: ModelContext, list: Steps): Coroutine {
  for (const step of list) yield* one(context, step);
}

function* one(context: ModelContext, step: Step): Coroutine {
  switch (step.do) {
    case 'sleep':
      return void (yield context.timer(step.ms));
    case 'thread':
      return yield* blocking(context, step.ms);
    case 'note':
      return context.note(`note ${step.number}`);
    case 'location':
      return context.sendLocation(step.number);
    case 'duration':
      return context.sendDuration(step.ms);
    case 'pausable':
      return context.setPausable(step.value);
    case 'raise':
      throw new Raised(step.what);
    case 'return':
      throw returned;
    case 'receive':
      return context.note(`received ${String(yield* received(context))}`);
    case 'waitReceive': {
      const inbox: { message?: unknown } = {};
      yield* observed(
        context,
        wait(
          context,
          () => new Thread(inboxed(context, inbox), false),
          true,
          () => context.giveBack(inbox.message),
        ),
      );
      return context.note(`received ${String(inbox.message)}`);
    }
    case 'wait': {
      const result = yield* observed(context, waitOf(context, step));
      if (result !== undefined) context.note(`got ${String(result)}`);
      return;
    }
    case 'checkpoint':
      return yield* observed(context, checkpoint(context));
    case 'test':
      return yield* observed(context, test(context));
    case 'polite':
      for (;;) {
        try {
          return void (yield* observed(context, waitOf(context, { do: 'wait', form: 'future', ms: step.ms })));
        } catch (error) {
          if ((error as Raised).name !== 'PauseRequest') throw error;
          yield* observed(context, checkpoint(context));
        }
      }
    case 'shield':
    case 'automancerShield':
      return yield* shield(context, new Thread(steps(context, step.body)), step.do === 'automancerShield');
    case 'detached':
      return context.leave(new Thread(steps(context, step.body)));
    case 'repeat':
      for (let round = 0; round < step.times; round++) yield* steps(context, step.body);
      return;
    case 'finally':
      try {
        return yield* steps(context, step.body);
      } finally {
        yield* steps(context, step.cleanup);
      }
    case 'catch':
      try {
        return yield* steps(context, step.body);
      } catch (error) {
        if (!swallowed(error as Raised, step.swallows)) throw error;
        return;
      }
  }
}

function swallowed(error: Raised, swallows: Swallows): boolean {
  if (error === returned) return false;
  const kind = error.name.endsWith('Request') ? 'requests' : error.name === 'CancelledError' ? 'cancellations' : 'errors';
  return swallows === 'everything' || swallows === kind;
}

/** Shows what an observation point raises. */
function* observed<Result>(context: ModelContext, point: Coroutine<Result>): Coroutine<Result> {
  try {
    return yield* point;
  } catch (error) {
    context.note(`raised ${(error as Raised).text}`);
    throw error;
  }
}

function* inboxed(context: ModelContext, inbox: { message?: unknown }): Coroutine {
  inbox.message = yield* received(context);
}

/** A cancellation ends the waiting, and the action goes on alone (A11). */
function* blocking(context: ModelContext, ms: number): Coroutine {
  const stand = context.timer(ms);
  let left = false;
  const leave = (): void => {
    if (!left) context.detach(stand);
    left = true;
  };
  yield { ...stand, leave };
}

function* giving(context: ModelContext, body: Steps, result: unknown): Coroutine<unknown> {
  yield* steps(context, body);
  return result;
}

function waitOf(context: ModelContext, step: Extract<Step, { do: 'wait' }>): Coroutine<unknown> {
  if ('body' in step) return wait(context, () => new Thread(giving(context, step.body, step.gives)), step.form === 'task');
  const inner = step.form === 'thread' ? blocking(context, step.ms) : steps(context, [{ do: 'sleep', ms: step.ms }]);
  return wait(context, () => new Thread(inner, false), true);
}
