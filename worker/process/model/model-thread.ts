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
export const returned = new Raised('return');

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
  /** What a cancellation does at once, before it is raised: a blocking action goes on alone. */
  readonly leave?: (() => void) | undefined;
}
/** Takes what it was woken with: a message, or `look` for a request. */
export type Coroutine<Result = void> = Generator<Stand, Result, unknown>;
export const turn: Stand = { turn: true };
export const look = Symbol('look');

/** A coroutine that runs until it stands still or ends. */
export class Thread {
  stand: Stand | null = null;
  /** What left it. */
  error: Raised | null = null;
  /** What it gave. */
  result: unknown = undefined;
  constructor(
    private readonly coroutine: Coroutine<unknown>,
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
    this.stand?.leave?.();
    this.go(() => this.coroutine.throw(new Raised('CancelledError')));
  }
  private go(on: () => IteratorResult<Stand, unknown>): void {
    this.stand = null;
    try {
      const { done, value } = on();
      if (done === true) this.result = value;
      else this.stand = value as Stand;
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      if (error !== returned) this.error = error;
    }
  }
}
