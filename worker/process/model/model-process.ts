import type { Step, Steps, Swallows } from './grammar.js';

/** What is raised in a process of the model. */
export class Raised {
  constructor(
    readonly name: string,
    /** What it brings along, for people; a jump: point and last point, a swap: data, last data and point. */
    readonly values: readonly unknown[] = [],
  ) {}
  get text(): string {
    return [this.name, ...this.values].map(String).join(' ');
  }
}
/** The end of a process or task by `return`. */
const returned = new Raised('return');

/** Why a coroutine stands still: what makes it go on, besides a cancellation. Times in virtual milliseconds. */
export interface Stand {
  readonly at?: number;
  /** Of two timers of one instant, the one made first is first. */
  readonly order?: number;
  /** Everything that is ready goes first, and then it goes on. */
  readonly turn?: true;
  readonly mail?: true;
  /** It looks at the requests: those of `wait()`, those of a paused `checkpoint()`. */
  readonly looks?: true;
  readonly sits?: true;
}
/** Takes what it was woken with: a message, or `look` for a request. */
type Coroutine = Generator<Stand, void, unknown>;
const turn: Stand = { turn: true };
export const look = Symbol('look');

/** A coroutine that runs until it stands still or ends. */
export class Thread {
  stand: Stand | null = null;
  /** What left it. */
  error: Raised | null = null;
  constructor(
    private readonly coroutine: Coroutine,
    /** A future ends at once when it is cancelled; a task has a turn for its cleanup. */
    readonly isTask = true,
  ) {
    this.resume();
  }
  get done(): boolean {
    return this.stand === null;
  }
  resume(value?: unknown): void {
    this.go(() => this.coroutine.next(value));
  }
  cancel(): void {
    this.go(() => this.coroutine.throw(new Raised('CancelledError')));
  }
  private go(on: () => IteratorResult<Stand, void>): void {
    this.stand = null;
    try {
      const { done, value } = on();
      if (done !== true) this.stand = value;
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      if (error !== returned) this.error = error;
    }
  }
}

/** What a process of the model asks of its owner. */
export interface ModelContext {
  timer(ms: number): Stand;
  note(text: string): void;
  sendLocation(value: number): void;
  sendDuration(ms: number): void;
  setPausable(value: boolean): void;
  /** Something that `wait()` raises before anything else. */
  readonly undelivered: boolean;
  readonly urgent: boolean;
  readonly pauseDue: boolean;
  /** The most urgent request, which is no longer pending then. */
  take(): Raised;
  takePause(): Raised;
  sit(): void;
  /** Whether a resume has let the process go on. */
  readonly sits: boolean;
  rise(): void;
  takeMessage(): unknown;
  giveBack(message: unknown): void;
  lost(): void;
  /** Goes on, and nobody awaits it. */
  leave(thread: Thread): void;
  abandoned(): void;
}

/** Runs the steps of a process, or of a task beside it, as section 2 of the semantics tells. */
export function* steps(context: ModelContext, list: Steps): Coroutine {
  for (const step of list) yield* one(context, step);
}

function* one(context: ModelContext, step: Step): Coroutine {
  switch (step.do) {
    case 'sleep':
      return void (yield context.timer(step.ms));
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
    case 'wait':
      return yield* observed(context, waitOf(context, step));
    case 'checkpoint':
      return yield* observed(context, checkpoint(context));
    case 'test':
      return yield* observed(context, test(context));
    case 'polite':
      for (;;) {
        try {
          return yield* observed(context, waitOf(context, { do: 'wait', form: 'future', ms: step.ms }));
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
function* observed(context: ModelContext, point: Coroutine): Coroutine {
  try {
    return yield* point;
  } catch (error) {
    context.note(`raised ${(error as Raised).text}`);
    throw error;
  }
}

function* received(context: ModelContext): Generator<Stand, unknown, unknown> {
  return context.takeMessage() ?? (yield { mail: true });
}

function* inboxed(context: ModelContext, inbox: { message?: unknown }): Coroutine {
  inbox.message = yield* received(context);
}

function waitOf(context: ModelContext, step: Extract<Step, { do: 'wait' }>): Coroutine {
  if (step.form === 'future') return wait(context, () => new Thread(steps(context, [{ do: 'sleep', ms: step.ms }]), false), true);
  return wait(context, () => new Thread(steps(context, step.body)), step.form === 'task');
}

/** 2.6: what is pending goes first, then a completed awaitable, then a new request; and the awaitable ends, in a turn of its own, before a request is raised. */
function* wait(context: ModelContext, start: () => Thread, started: boolean, unused?: () => void): Coroutine {
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
      woken = yield { ...inner.stand, looks: true };
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
}

function* giveUp(context: ModelContext, inner: Thread, unused?: () => void): Coroutine {
  if (inner.done) unused?.();
  else {
    if (inner.isTask) yield turn;
    inner.cancel();
    yield* toTheEnd(inner, () => {
      context.abandoned();
      context.leave(inner);
    });
    if (inner.isTask) yield turn;
  }
  if (inner.error !== null && inner.error.name !== 'CancelledError') context.lost();
}

/** Follows a thread until it has ended; a cancellation leaves it alone. */
function* toTheEnd(inner: Thread, cancelled: () => void): Coroutine {
  while (inner.stand !== null) {
    try {
      yield inner.stand;
    } catch (error) {
      cancelled();
      throw error;
    }
    inner.resume();
  }
}

/** A9, A10. */
function* shield(context: ModelContext, inner: Thread, waits: boolean): Coroutine {
  let held: unknown = null;
  while (inner.stand !== null) {
    try {
      yield inner.stand;
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
function* checkpoint(context: ModelContext): Coroutine {
  if (context.urgent) throw context.take();
  if (!context.pauseDue) return;
  context.sit();
  yield { sits: true };
  if (!context.sits) return;
  context.rise();
  throw context.take();
}

/** 2.7. */

function* test(context: ModelContext): Coroutine {
  if (context.urgent) throw context.take();
  if (context.pauseDue) throw context.takePause();
}
