import { type Quantity, secondsOf } from '../quantity/index.js';
import type { Coroutine, EventLoop, Future } from '../task/index.js';
import { type Amount, amountIn, differenceIn } from './amount.js';
import { DeviceRequest } from './device-request.js';
import type { ClaimHandle, HoldOf } from './hold.js';
import { Reach } from './reach.js';
import type { NumericNode } from './numeric-node.js';

/** Options of `reach()`. */
export interface ReachOptions {
  readonly tolerance?: Amount;
  readonly timeout?: Quantity | string | number;
}

/** A readable number of a device, as a process sees it: the type `NumericNode` of the module `hardware`. `Off`: null for one that can be off. */
export class ProcessNode<Off extends null = never> {
  readonly #node: NumericNode;

  constructor(node: NumericNode) {
    this.#node = node;
  }

  get path(): string {
    return this.#node.path;
  }

  get label(): string {
    return this.#node.label;
  }

  get unit(): string {
    return this.#node.kind.unit;
  }

  get range(): readonly [minimum: number, maximum: number] | null {
    return this.#node.kind.range;
  }

  get connected(): boolean {
    return this.#node.connection.connected;
  }

  /** `undefined`: never read. `null`: off. */
  get value(): Quantity | Off | undefined {
    const { reading } = this.#node;
    return reading === null ? undefined : (this.#node.show(reading.value) as Quantity | Off);
  }

  /** What is wrong with it, in a sentence; `null`: nothing. */
  get error(): string | null {
    return this.#node.error;
  }

  /** Asks the device. Raises `NodeUnavailableError`. */
  read(): Future<Quantity | Off> {
    const node = this.#node;
    return new DeviceRequest(node.loop, () => `${node.path} to answer`, reading<Off>(node));
  }

  /** Waits until the value is there; see `Reach`. Raises `TimeoutError` after `timeout`, if one is given. */
  reach(value: Amount, options: ReachOptions = {}): Future<Quantity> {
    const node = this.#node;
    const { unit } = node.kind;
    const { tolerance, timeout } = options;
    const goal = {
      value: amountIn(unit, value, `The value for ${node.path}`),
      tolerance: tolerance === undefined ? null : differenceIn(unit, tolerance, 'The tolerance'),
      timeout: timeout === undefined ? null : secondsOf(timeout, 'refuse'),
    };
    if (node.watching === null) throw new TypeError(`${node.path} cannot be read.`);
    return new Reach(node, node.watching.watch(), goal);
  }

  toString(): string {
    return this.path;
  }
}

function* reading<Off extends null>(node: NumericNode): Coroutine<Quantity | Off> {
  const value = yield* node.read();
  // Only a node that can be off reads null.
  return node.show(value) as Quantity | Off;
}

/** A number that can be written too: the type `WritableNumericNode`. */
export class WritableProcessNode<Off extends null = never> extends ProcessNode<Off> {
  readonly #node: NumericNode;
  readonly #hold: HoldOf;
  readonly #loop: EventLoop;

  constructor(node: NumericNode, hold: HoldOf) {
    super(node);
    this.#node = node;
    this.#hold = hold;
    this.#loop = node.loop;
  }

  /** `undefined`: never set. `null`: off. */
  get target(): Quantity | Off | undefined {
    const target = this.#node.writer?.target ?? null;
    return target === null ? undefined : (this.#node.show(target.value) as Quantity | Off);
  }

  /** There is nothing more to try now; whether it was achieved says `error`. */
  get settled(): boolean {
    return this.#node.writer?.settled ?? true;
  }

  /** Claims the node, tells the device and waits until it is told. Raises `OutOfRangeError`, `QuantityError`, `NodeUnavailableError`, `ClaimedError`. */
  write(value: Amount | Off): Future<void> {
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
