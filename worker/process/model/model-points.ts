import type { ModelContext } from './model-context.js';
import type { Thread } from './model-thread.js';
import { type Coroutine, look, type Stand, turn } from './model-thread.js';

export function* received(context: ModelContext): Coroutine<unknown> {
  return context.takeMessage() ?? (yield { mail: true });
}

/** 2.6: what is pending goes first, then a completed awaitable, then a new request; and the awaitable ends, in a turn of its own, before a request is raised. */
export function* wait(context: ModelContext, start: () => Thread, started: boolean, unused?: () => void): Coroutine<unknown> {
  const early = started ? start() : null;
  if (context.undelivered) {
    if (early !== null) yield* giveUp(context, early, unused);
    throw context.take();
  }
  const inner = early ?? start();
  const suspends = !inner.done;
  while (inner.stand !== null) {
    let woken: unknown;
    try {
      woken = yield { ...apart(inner.stand), looks: true };
    } catch (cancellation) {
      yield* giveUp(context, inner);
      throw cancellation;
    }
    if (woken === look) {
      yield* giveUp(context, inner);
      throw context.take();
    }
    inner.resume(woken);
  }
  if (suspends) yield turn;
  if (inner.error !== null) throw inner.error;
  return inner.result;
}

/** Who waits beside something leaves it alone when it is cancelled. */
const apart = (stand: Stand): Stand => ({ ...stand, leave: undefined });

function* giveUp(context: ModelContext, inner: Thread, unused?: () => void): Coroutine {
  if (inner.done) unused?.();
  else {
    inner.stand?.leave?.();
    if (inner.isTask) yield turn;
    inner.cancel();
    yield* toTheEnd(inner, () => {
      context.abandoned();
      context.leave(inner);
    });
    if (inner.isTask) yield turn;
  }
  if (inner.error !== null && inner.error.name !== 'CancelledError') context.lost();
  if (inner.result !== undefined) context.resultLost(inner.result);
}

/** Follows a thread until it has ended; a cancellation leaves it alone. */
function* toTheEnd(inner: Thread, cancelled: () => void): Coroutine {
  while (inner.stand !== null) {
    try {
      yield apart(inner.stand);
    } catch (error) {
      cancelled();
      throw error;
    }
    inner.resume();
  }
}

/** A9, A10. */
export function* shield(context: ModelContext, inner: Thread, waits: boolean): Coroutine {
  let held: unknown = null;
  while (inner.stand !== null) {
    try {
      yield held === null ? apart(inner.stand) : inner.stand;
    } catch (cancellation) {
      if (!waits) {
        context.leave(inner);
        throw cancellation;
      }
      if (held === null) held = cancellation;
      else inner.cancel();
      continue;
    }
    inner.resume();
  }
  if (inner.error !== null) throw inner.error;
  if (held !== null) throw held;
}

/** 2.5: raises a jump or swap, pauses for a pause, and is woken from it by a jump or swap. */
export function* checkpoint(context: ModelContext): Coroutine {
  if (context.urgent) throw context.take();
  if (!context.pauseDue) return;
  context.sit();
  yield { sits: true };
  if (!context.sits) return;
  context.rise();
  throw context.take();
}

/** 2.7. */
export function* test(context: ModelContext): Coroutine {
  if (context.urgent) throw context.take();
  if (context.pauseDue) throw context.takePause();
}
