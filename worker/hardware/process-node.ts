import { secondsOf, type Quantity } from '../quantity/index.js';
import type { Coroutine, EventLoop, Future } from '../task/index.js';
import { type Amount, amountIn, differenceIn } from './amount.js';
import { DeviceRequest } from './device-request.js';
import type { ClaimHandle, HoldOf } from './hold.js';
import { NumericKind } from './numeric-kind.js';
import { type Goal, Reach } from './reach.js';
import type { ValueNode } from './value-node.js';

/** Options of `reach()`; the tolerance is for numbers only. */
export interface ReachOptions {
  readonly tolerance?: Amount;
  readonly timeout?: Quantity | string | number;
}

/** What is behind what a process has; it does not get there. */
const behind = new WeakMap<object, ValueNode>();

/** The node of the bench that a process has something of; `null` for anything else. */
export function nodeBehind(node: unknown): ValueNode | null {
  return (typeof node === 'object' && node !== null && behind.get(node)) || null;
}

/**
 * A value of a device, as a process sees it: the types `NumericNode`, `BooleanNode` and `EnumNode` of the module `hardware`. `Shown` is
 * what its values are for a process, null included for one that can be off.
 */
export class ProcessNode<Shown = unknown> {
  readonly #node: ValueNode;

  constructor(node: ValueNode) {
    this.#node = node;
    behind.set(this, node);
  }

  get path(): string {
    return this.#node.path;
  }

  get label(): string {
    return this.#node.label;
  }

  /** `''` for what is no number. */
  get unit(): string {
    return numericKind(this.#node)?.unit ?? '';
  }

  get range(): readonly [minimum: number, maximum: number] | null {
    return numericKind(this.#node)?.range ?? null;
  }

  /** The ids of the values that one of several can have; none for other nodes. */
  get cases(): readonly string[] {
    const { spec } = this.#node.kind;
    return spec.type === 'enum' ? spec.cases.map(({ id }) => id) : [];
  }

  get connected(): boolean {
    return this.#node.connection.connected;
  }

  /** `undefined`: never read. `null`: off. */
  get value(): Shown | undefined {
    const { reading } = this.#node;
    return reading === null ? undefined : (this.#node.show(reading.value) as Shown);
  }

  /** What is wrong with it, in a sentence; `null`: nothing. */
  get error(): string | null {
    return this.#node.error;
  }

  /** Asks the device. Raises `NodeUnavailableError`. */
  read(): Future<Shown> {
    const node = this.#node;
    if (node.watching === null) throw new TypeError(`${node.path} cannot be read.`);
    return new DeviceRequest(node.loop, () => `${node.path} to answer`, reading<Shown>(node));
  }

  /** Waits until the value is there; see `Reach`. Raises `TimeoutError` after `timeout`, if one is given. */
  reach(value: Amount | boolean, options: ReachOptions = {}): Future<NonNullable<Shown>> {
    const node = this.#node;
    const { timeout } = options;
    const goal: Goal = { ...goalOf(node, value, options.tolerance), timeout: timeout === undefined ? null : secondsOf(timeout, 'refuse') };
    if (node.watching === null) throw new TypeError(`${node.path} cannot be read.`);
    return new Reach<NonNullable<Shown>>(node, node.watching.watch(), goal);
  }

  toString(): string {
    return this.path;
  }
}

function numericKind({ kind }: ValueNode): NumericKind | null {
  return kind instanceof NumericKind ? kind : null;
}

function goalOf(node: ValueNode, value: unknown, tolerance: Amount | undefined): Omit<Goal, 'timeout'> {
  const unit = numericKind(node)?.unit;
  if (unit === undefined) return { value: node.kind.read(value, `The value for ${node.path}`), tolerance: null };
  return {
    value: amountIn(unit, value, `The value for ${node.path}`),
    tolerance: tolerance === undefined ? null : differenceIn(unit, tolerance, 'The tolerance'),
  };
}

function* reading<Shown>(node: ValueNode): Coroutine<Shown> {
  const value = yield* node.read();
  return node.show(value) as Shown;
}

/** A value that can be written too: the types `WritableNumericNode`, `WritableBooleanNode` and `WritableEnumNode`. */
export class WritableProcessNode<Shown = unknown> extends ProcessNode<Shown> {
  readonly #node: ValueNode;
  readonly #hold: HoldOf;
  readonly #loop: EventLoop;

  constructor(node: ValueNode, hold: HoldOf) {
    super(node);
    this.#node = node;
    this.#hold = hold;
    this.#loop = node.loop;
  }

  /** `undefined`: never set. `null`: off. */
  get target(): Shown | undefined {
    const target = this.#node.writer?.target ?? null;
    return target === null ? undefined : (this.#node.show(target.value) as Shown);
  }

  /** There is nothing more to try now; whether it was achieved says `error`. */
  get settled(): boolean {
    return this.#node.writer?.settled ?? true;
  }

  /** Claims the node, tells the device and waits until it is told. Raises `OutOfRangeError`, `QuantityError`, `NodeUnavailableError`, `ClaimedError`. */
  write(value: Amount | Shown): Future<void> {
    return new DeviceRequest(this.#loop, () => this.#wait('to be written'), this.#hold().write(value));
  }

  claim(): Future<ClaimHandle> {
    return new DeviceRequest(this.#loop, () => this.#wait('to be free'), this.#hold().claim());
  }

  #wait(what: string): string {
    const { path, claims } = this.#node;
    if (this.#hold().owned || claims === null || claims.owner === null) return `${path} ${what}`;
    return claims.owner.type === 'user' ? `${path}, which a person controls` : `${path}, claimed by ${claims.owner.name}`;
  }
}
