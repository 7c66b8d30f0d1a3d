import { durationText } from '../../model/time-text.js';
import type { Timer } from '../clock/virtual-clock.js';
import { Future, TimeoutError } from '../task/index.js';
import type { ValueNode } from './value-node.js';
import type { Watch } from './watching.js';

export interface Goal {
  /** As the node keeps it. */
  readonly value: unknown;
  /** How far from the value counts as reached, in the unit of the node; `null`: what the device cannot tell from it. Of numbers only. */
  readonly tolerance: number | null;
  /** Seconds after which `TimeoutError` is raised; `null`: never. */
  readonly timeout: number | null;
}

/**
 * Waits until a value of a device is there, watching the node meanwhile: a number when it is within the tolerance or has passed it.
 * While the device is disconnected it waits for its return.
 */
export class Reach<Shown> extends Future<Shown> {
  readonly #watch: Watch;
  readonly #forget: () => void;
  readonly #timer: Timer | null;
  /** On which side of the value the first observation was: -1 below, 1 above. */
  #side = 0;

  constructor(
    private readonly node: ValueNode,
    watch: Watch,
    private readonly goal: Goal,
  ) {
    super(node.loop);
    const { timeout } = goal;
    this.#watch = watch;
    this.#forget = node.changed.add((change) => {
      if (change === 'value') this.#look();
    });
    this.#timer = timeout === null ? null : node.loop.callLater(timeout, () => this.#expire(timeout));
    if (watch.first.done) this.#look();
  }

  override get label(): string {
    const { node } = this;
    const { value, tolerance } = this.goal;
    const text = node.text(value);
    const goal =
      tolerance !== null && tolerance > 0
        ? `= ${text.replace(/^\S+/, (number) => `${number} ± ${tolerance}`)}`
        : `${this.#side < 0 ? '≥' : this.#side > 0 ? '≤' : '='} ${text}`;
    return `${node.path} ${goal}${node.connection.connected ? '' : ' (disconnected)'}`;
  }

  override cancel(message?: string): boolean {
    this.#stop();
    return super.cancel(message);
  }

  #look(): void {
    const value = this.node.reading?.value ?? null;
    if (value === null || this.done || !(this.node.same(value, this.goal.value) || this.#close(value))) return;
    this.#stop();
    this.setResult(this.node.kind.show(value) as Shown);
  }

  /** Whether a number is near enough, or on the other side of the value than the first one was. */
  #close(value: unknown): boolean {
    if (typeof value !== 'number' || typeof this.goal.value !== 'number') return false;
    const distance = value - this.goal.value;
    const side = Math.sign(distance);
    if (this.#side === 0) this.#side = side;
    return Math.abs(distance) <= (this.goal.tolerance ?? 0) * (1 + 1e-9) || side !== this.#side;
  }

  #expire(seconds: number): void {
    const { node } = this;
    const last = node.reading === null ? 'it has never been read' : `it was last ${node.text(node.reading.value)}`;
    this.#stop();
    this.setException(
      new TimeoutError(`${node.path} has not reached ${node.text(this.goal.value)} within ${durationText(seconds, true)}: ${last}.`),
    );
  }

  #stop(): void {
    this.#watch.stop();
    this.#forget();
    if (this.#timer !== null) this.node.loop.clock.cancel(this.#timer);
  }
}
