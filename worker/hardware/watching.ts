import type { Future } from '../task/index.js';
import { type Coroutine, type EventLoop, type Task } from '../task/index.js';
import type { Connection } from './connection.js';

/**
 * How the value of a node comes to be known (semantics 7.3). `polled`: asked for every so many seconds, counted from one request to
 * the next; `pushed`: the device says when it changes; `stable`: it changes only by writing, so it is asked once per connection.
 */
export type Observation =
  | { readonly type: 'polled'; readonly seconds: number }
  | { readonly type: 'pushed'; subscribe(changed: () => void): () => void }
  | { readonly type: 'stable' };

/** Somebody who watches a node. */
export interface Watch {
  /** Completes with the first observation since watching began; at once when the node is being observed already. */
  readonly first: Future<void>;
  /** To be called once; more often does nothing. */
  stop(): void;
}

/** Watching of one node, counted: the device is asked only while somebody watches and it is connected. */
export class Watching {
  #count = 0;
  /** Stops what observes right now. */
  #end: (() => void) | null = null;
  /** The value is known, and current. */
  #current = false;
  /** The connection in which a stable node was asked. */
  #askedIn = -1;
  #firsts: Future<void>[] = [];

  constructor(
    private readonly loop: EventLoop,
    private readonly connection: Connection,
    private readonly observation: Observation,
    private readonly path: string,
    private readonly observe: () => Coroutine<boolean>,
    /** Observes again and again; calls `known` whenever there was a value. */
    private readonly poll: (seconds: number, known: () => void) => Coroutine<never>,
  ) {
    connection.changed.add(() => {
      this.#halt();
      this.#begin();
    });
  }

  /** How many watch. */
  get watchers(): number {
    return this.#count;
  }

  watch(): Watch {
    const first = this.loop.future<void>(`a first value of ${this.path}`);
    this.#count++;
    this.#begin();
    if (this.#current) first.setResult(undefined);
    else this.#firsts.push(first);
    let stopped = false;
    const stop = (): void => {
      if (stopped) return;
      stopped = true;
      this.#firsts = this.#firsts.filter((other) => other !== first);
      if (--this.#count === 0) this.#halt();
    };
    return { first, stop };
  }

  /** Asks once more, unless it is asked again and again anyway or nobody watches: the value may be another one. */
  refresh(): void {
    if (this.#count > 0 && this.connection.connected && this.observation.type !== 'polled') this.#ask();
  }

  #begin(): void {
    if (this.#end !== null || this.#count === 0) return;
    if (!this.connection.connected) return this.connection.missed.tell();
    const { observation } = this;
    if (observation.type === 'stable' && this.#askedIn === this.connection.epoch) {
      this.#current = true;
      return;
    }
    let asking: Task<unknown> | null = null;
    const leave = observation.type === 'pushed' ? observation.subscribe(() => this.#ask()) : null;
    this.#end = () => {
      asking?.cancel();
      leave?.();
    };
    asking =
      observation.type === 'polled'
        ? this.loop.task(
            this.poll(observation.seconds, () => this.#known()),
            { name: `poll ${this.path}` },
          )
        : this.#ask();
  }

  #halt(): void {
    this.#end?.();
    this.#end = null;
    this.#current = false;
  }

  #ask(): Task<void> {
    return this.loop.task(this.#once(), { name: `read ${this.path}` });
  }

  *#once(): Coroutine<void> {
    const { epoch } = this.connection;
    if (!(yield* this.observe())) return;
    if (epoch !== this.connection.epoch) return;
    this.#askedIn = epoch;
    if (this.#end !== null) this.#known();
  }

  #known(): void {
    this.#current = true;
    if (this.#firsts.length === 0) return;
    const firsts = this.#firsts;
    this.#firsts = [];
    for (const first of firsts) if (!first.done) first.setResult(undefined);
  }
}
