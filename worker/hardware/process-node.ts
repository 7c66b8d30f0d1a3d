import { type Quantity, secondsOf } from '../quantity/index.js';
import type { EventLoop, Future } from '../task/index.js';
import { type Amount, amountIn, differenceIn } from './amount.js';
import { DeviceRequest } from './device-request.js';
import type { ClaimHandle, Hold } from './hold.js';
import { Reach } from './reach.js';
import type { NumericNode } from './numeric-node.js';

/** Options of `reach()`. */
export interface ReachOptions {
  readonly tolerance?: Amount;
  readonly timeout?: Quantity | string | number;
}

/** A readable number of a device, as a process sees it: the type `NumericNode` of the module `hardware`. */
export class ProcessNode {
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
  get value(): Quantity | null | undefined {
    const { reading } = this.#node;
    return reading === null ? undefined : this.#node.show(reading.value);
  }

  /** What is wrong with it, in a sentence; `null`: nothing. */
  get error(): string | null {
    return this.#node.error;
  }

  /** Asks the device. Raises `NodeUnavailableError`. */
  read(): Future<Quantity> {
    const node = this.#node;
    return new DeviceRequest(node.loop, () => `${node.path} to answer`, reading(node));
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

function* reading(node: NumericNode): Generator<unknown, Quantity, unknown> {
  const value = yield* node.read();
  // The declared type knows no null: only a node that is off has it, and whoever turned it off can tell.
  return node.show(value) as Quantity;
}

/** A number that can be written too: the type `WritableNumericNode`. */
export class WritableProcessNode extends ProcessNode {
  readonly #node: NumericNode;
  readonly #hold: Hold<number>;
  readonly #loop: EventLoop;

  constructor(node: NumericNode, hold: Hold<number>) {
    super(node);
    this.#node = node;
    this.#hold = hold;
    this.#loop = node.loop;
  }

  /** `undefined`: never set. `null`: off. */
  get target(): Quantity | null | undefined {
    const target = this.#node.writer?.target ?? null;
    return target === null ? undefined : this.#node.show(target.value);
  }

  /** There is nothing more to try now; whether it was achieved says `error`. */
  get settled(): boolean {
    return this.#node.writer?.settled ?? true;
  }

  /** Claims the node, tells the device and waits until it is told. Raises `OutOfRangeError`, `QuantityError`, `NodeUnavailableError`, `ClaimedError`. */
  write(value: Amount | null): Future<void> {
    return new DeviceRequest(this.#loop, () => this.#wait('to be written'), this.#hold.write(value));
  }

  claim(): Future<ClaimHandle> {
    return new DeviceRequest(this.#loop, () => this.#wait('to be free'), this.#hold.claim());
  }

  #wait(what: string): string {
    const { path, claims } = this.#node;
    if (this.#hold.owned || claims === null || claims.owner === null) return `${path} ${what}`;
    return claims.owner.type === 'user' ? `${path}, which a person controls` : `${path}, claimed by ${claims.owner.name}`;
  }
}
