import type { Coroutine, Future } from '../task/index.js';
import { CancelledError } from '../task/index.js';
import { DisconnectedError } from './errors.js';
import type { NodeOptions, Reading, ValueNode } from './value-node.js';

/**
 * Brings the value of a node to its target and keeps it there (semantics 7.4): a target is kept while the device is disconnected
 * and written once it is back, or once it takes values again that it has refused, and a value that drifts away is written again as soon as
 * that is seen.
 *
 * Settled means that there is nothing more to try now, not that the target was achieved: the error stands beside it.
 */
export class Writer<Value> {
  /** The value asked for and since when; `null`: never set. */
  target: Reading<Value> | null = null;
  /** Why the device does not have the target, for people; `null`: it has, as far as is known. */
  error: string | null = null;
  #settled = true;
  /** The value must be written even if it seems to be right: the device may have been switched off meanwhile. */
  #stale = false;
  #busy = false;
  #again = false;
  /** What the device said to the last try, unless it was disconnected. */
  #refusal: unknown = null;
  #waiting: Future<void>[] = [];
  /** What the device has answered to but still does: it moves. */
  #going: Future<void> | null = null;

  constructor(
    private readonly node: ValueNode<Value>,
    private readonly device: Pick<NodeOptions<Value, unknown>, 'write'>,
  ) {
    node.changed.add((change) => {
      if (change === 'value') this.#wake();
    });
    node.link.connection.changed.add(() => {
      this.#stale = true;
      this.#wake();
    });
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Sets what is wanted; what follows happens in the background, and `settlement` tells when. `null`: off. */
  set(value: Value | null): void {
    this.target = { at: this.node.loop.clock.now, value };
    this.node.changed.tell('target');
    if (this.#going?.done === false) {
      // What the device is on the way to is no longer wanted, and where it is now nobody knows.
      this.#stale = true;
      this.#going.setResult(undefined);
    }
    this.#wake();
  }

  /** The device takes values again that it has refused: what is still wanted is written, as it is after a return (`write-error` is over). */
  retry(): void {
    if (this.#refusal !== null) this.#wake();
  }

  /** The device has a value that was brought about otherwise, by an action for instance: it is the one that is wanted from now on. */
  adopt(value: Value | null): void {
    const { node } = this;
    const at = node.loop.clock.now;
    this.target = { at, value };
    this.#stale = false;
    this.#refusal = null;
    node.changed.tell('target');
    // Of a device that does not answer nobody can know it.
    if (node.connection.connected) node.observed({ at, value });
  }

  /** Sets what is wanted and waits until it has settled. Raises what the device said if it refused. */
  *write(value: Value | null): Coroutine<void> {
    this.set(value);
    const mine = this.target;
    if (!this.#settled) yield this.#settlement();
    if (this.target === mine && this.#refusal !== null) throw this.#refusal;
  }

  #settlement(): Future<void> {
    const settlement = this.node.loop.future<void>(`${this.node.path} to be written`);
    this.#waiting = [...this.#waiting.filter((other) => !other.done), settlement];
    return settlement;
  }

  #wake(): void {
    if (this.target === null) return;
    if (!this.#busy && this.#atRest(this.target)) {
      this.#refusal = null;
      return;
    }
    this.#again = true;
    if (!this.#busy) this.node.loop.task(this.#work(), { name: `write ${this.node.path}` });
  }

  /** Nothing is to be done or told: so it is at nearly every observation of a node that is watched. */
  #atRest({ value }: Reading<Value>): boolean {
    const { node } = this;
    if (this.#stale || !this.#settled || this.error !== null || this.#waiting.length > 0 || !node.connection.connected) return false;
    return node.reading !== null && node.same(node.reading.value, value);
  }

  *#work(): Coroutine<void> {
    this.#busy = true;
    while (this.#again) {
      this.#again = false;
      yield* this.#try();
    }
    this.#busy = false;
    this.#setStatus(true, this.error);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const settlement of waiting) if (!settlement.done) settlement.setResult(undefined);
  }

  *#try(): Coroutine<void> {
    const { node, target } = this;
    if (target === null) return;
    const { connection } = node;
    this.#refusal = null;
    if (!connection.connected) {
      connection.missed.tell();
      return this.#fail(new DisconnectedError());
    }
    if (!this.#stale && node.reading !== null && node.same(node.reading.value, target.value)) return this.#setStatus(this.#settled, null);
    this.#setStatus(false, this.error);
    try {
      const going = yield* node.link.ask(() => this.device.write?.(target.value), node.trouble.delay());
      this.#stale = false;
      if (going) yield* this.#finish(going);
      if (this.target !== target) return;
      if (!connection.connected) throw new DisconnectedError();
      this.#setStatus(false, null);
      node.observed({ at: node.loop.clock.now, value: target.value });
    } catch (error) {
      this.#fail(error);
    }
  }

  *#finish(going: Future<void>): Coroutine<void> {
    this.#going = going;
    yield going;
    this.#going = null;
  }

  /** Whatever goes wrong stays with this node. */
  #fail(error: unknown): void {
    if (error instanceof CancelledError) throw error;
    if (error instanceof DisconnectedError) {
      this.#setStatus(
        this.#settled,
        `Disconnected: ${this.node.text(this.target?.value ?? null)} is written as soon as the device is back.`,
      );
      return;
    }
    this.#refusal = error;
    this.#setStatus(this.#settled, error instanceof Error ? error.message : String(error));
  }

  #setStatus(settled: boolean, error: string | null): void {
    if (settled === this.#settled && error === this.error) return;
    this.#settled = settled;
    this.error = error;
    this.node.changed.tell('status');
  }
}
