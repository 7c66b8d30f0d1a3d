import type { ClaimOwner, Observed } from '../../model/devices.js';
import type { FaultedNode } from '../../model/faults.js';
import type { Microseconds } from '../clock/virtual-clock.js';
import type { Coroutine, EventLoop, Future } from '../task/index.js';
import { ClaimQueue } from './claim-queue.js';
import type { Connection } from './connection.js';
import { DisconnectedError } from './errors.js';
import type { Link } from './link.js';
import { Listeners } from './listeners.js';
import { NumericKind } from './numeric-kind.js';
import { SeededRandom } from './seeded-random.js';
import { Trouble } from './trouble.js';
import type { ValueKind } from './value-kind.js';
import { type Observation, Watching } from './watching.js';
import { Writer } from './writer.js';

/** What a node tells its listeners (semantics 7.1); `status`: settled or error have changed. */
export type NodeChange = 'connection' | 'ownership' | 'target' | 'value' | 'status';

/** `null`: disabled. */
export interface Reading<Value> {
  readonly at: Microseconds;
  readonly value: Value | null;
}

export interface NodeOptions<Value, Shown> {
  /** Device and node: `thermostat.readout`. */
  readonly path: string;
  readonly label: string;
  readonly kind: ValueKind<Value, Shown>;
  readonly link: Link;
  /** Whether `null` may be written: off. */
  readonly nullable?: boolean;
  /** The device's own value at an instant since its last change; present when the node is readable. The same each time it is asked. */
  read?(at: Microseconds): Value | null;
  /**
   * Tells the device; present when the node is writable. May raise `NodeUnavailableError`: the device refuses. What comes back is done when
   * the device has the value, if that takes time during which it listens: a stage that moves. It must be told again without harm.
   */
  write?(value: Value | null): Future<void> | undefined | void;
  /** How a readable node is observed; absent: it is stable. */
  readonly observation?: Observation;
  /** Standard deviation of a usual reading, in the unit of the node; absent: its resolution. Noise that a fault adds is measured by it. */
  readonly noise?: number;
  /** It is no setting of the device but what lies in it or on it: a person changes it at once, without taking control (`ValueNode.byHand`). */
  readonly byHand?: boolean;
  /** Where the noise of a fault comes from; absent: from the path alone. */
  random?(): SeededRandom;
}

/** A value of a device: of a kind, readable or writable or both, connected or not (semantics 7.1, 7.2). */
export class ValueNode<Value = unknown, Shown = unknown> {
  readonly path: string;
  readonly label: string;
  readonly kind: ValueKind<Value, Shown>;
  readonly nullable: boolean;
  readonly link: Link;
  readonly changed = new Listeners<[change: NodeChange]>();
  /** The value last observed or written; `null`: unknown. */
  reading: Reading<Value> | null = null;
  /** Present when it is readable. */
  readonly watching: Watching | null;
  /** Present when it is writable. */
  readonly writer: Writer<Value> | null;
  readonly claims: ClaimQueue<NonNullable<ClaimOwner>> | null;
  /** What faults do to it. */
  readonly trouble: Trouble<Value>;
  /** How its value comes to be known; `null`: it cannot be read. */
  readonly observedBy: Observed | null;
  #readError: string | null = null;
  /** What the device does when it is asked, now; for devices that read several nodes at once too. Raises what a fault prevents. */
  readonly answer = (): Reading<Value> => {
    this.trouble.reading();
    return this.sample(this.loop.clock.now);
  };

  constructor(private readonly options: NodeOptions<Value, Shown>) {
    const { path, label, kind, link, nullable = false, observation = { type: 'stable' } } = options;
    this.path = path;
    this.label = label;
    this.kind = kind;
    this.link = link;
    this.nullable = nullable;
    this.trouble = troubleOf(options);
    this.observedBy = options.read ? observation.type : null;
    this.watching = options.read ? this.#watching(observation) : null;
    this.writer = options.write ? new Writer(this, { write: (value) => this.#write(value) }) : null;
    this.claims = options.write ? new ClaimQueue(this.loop) : null;
    this.claims?.changed.add(() => this.changed.tell('ownership'));
    link.connection.changed.add(() => this.changed.tell('connection'));
  }

  /** Whether a person can change it without taking control of it. */
  get handy(): boolean {
    return this.options.byHand === true;
  }

  /** A person changes what lies there: neither cable nor faults stand between. `value` was accepted. */
  byHand(value: Value | null): void {
    this.options.write?.(value);
    this.writer?.adopt(value);
  }

  get loop(): EventLoop {
    return this.link.loop;
  }

  get connection(): Connection {
    return this.link.connection;
  }

  /** What is wrong, for people; `null`: nothing. */
  get error(): string | null {
    return this.writer?.error ?? this.#readError;
  }

  /** Asks the device and keeps the answer. Raises what prevents it. */
  *read(): Coroutine<Value | null> {
    const reading = yield* this.link.ask(this.answer, this.trouble.delay());
    this.observed(reading);
    return reading.value;
  }

  /** Likewise for those who watch: a device that does not answer is no error, anything else is kept to this node. False: no value. */
  *observe(): Coroutine<boolean> {
    try {
      yield* this.read();
      this.#setReadError(null);
      return true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#failed(error);
      return false;
    }
  }

  /** `observe` every so many seconds; `known` is called whenever there was a value. */
  #poll(seconds: number, known: () => void): Coroutine<never> {
    return this.link.askEvery(seconds, {
      late: () => this.trouble.delay(),
      act: this.answer,
      answered: (reading) => {
        this.observed(reading);
        this.#setReadError(null);
        known();
      },
      failed: (error) => this.#failed(error),
    });
  }

  #watching(observation: Observation): Watching {
    const poll = (seconds: number, known: () => void): Coroutine<never> => this.#poll(seconds, known);
    return new Watching(this.loop, this.connection, observation, this.path, () => this.observe(), poll);
  }

  /** A device that does not answer is no error of its node. */
  #failed(error: Error): void {
    this.#setReadError(error instanceof DisconnectedError ? null : error.message);
  }

  /** What the device would answer at an instant since its last change; costs no virtual time and tells nobody. */
  sample(at: Microseconds): Reading<Value> {
    if (!this.options.read) throw new TypeError(`${this.path} cannot be read.`);
    return { at, value: this.trouble.distorted(at) };
  }

  /** The value became known; every observation is told, since its time is new. */
  observed(reading: Reading<Value>): void {
    this.reading = reading;
    this.changed.tell('value');
  }

  /** Reads what is to be written. Raises an error with a sentence for what the node does not allow. */
  accept(input: unknown): Value | null {
    if (input !== null) return this.kind.read(input, this.label);
    if (this.nullable) return null;
    throw new TypeError(`${this.label} cannot be turned off: null is not allowed here.`);
  }

  same(one: Value | null, other: Value | null): boolean {
    return one === null || other === null ? one === other : this.kind.same(one, other);
  }

  show(value: Value | null): Shown | null {
    return value === null ? null : this.kind.show(value);
  }

  text(value: Value | null): string {
    return value === null ? 'off' : this.kind.text(value);
  }

  /** What says which faults fit it. */
  get described(): FaultedNode {
    const { path, kind, watching, writer, observedBy: observed } = this;
    return { path, spec: kind.spec, readable: watching !== null, writable: writer !== null, observed };
  }

  #write(value: Value | null): Future<void> | undefined | void {
    this.trouble.writing(this.loop.clock.now);
    return this.options.write?.(value);
  }

  #setReadError(error: string | null): void {
    if (error === this.#readError) return;
    this.#readError = error;
    this.changed.tell('status');
  }
}

function troubleOf<Value, Shown>(options: NodeOptions<Value, Shown>): Trouble<Value> {
  const { path, label, kind } = options;
  const resolution = kind.spec.type === 'numeric' ? kind.spec.resolution : null;
  return new Trouble<Value>({
    label,
    noise: options.noise ?? resolution ?? 1,
    random: () => options.random?.() ?? new SeededRandom(0, path),
    round: (value) => (kind instanceof NumericKind ? kind.round(value) : value),
    value: (at) => options.read?.(at) ?? null,
  });
}
