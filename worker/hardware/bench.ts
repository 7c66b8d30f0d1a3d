import type { BenchDescription } from '../../model/bench.js';
import type { DeviceView } from '../../model/devices.js';
import type { DeviceHistory } from '../../model/history.js';
import type { Json } from '../../model/json.js';
import type { FaultCommand } from '../../model/faults.js';
import type { Quantity } from '../quantity/index.js';
import type { EventLoop } from '../task/index.js';
import { BenchFaults, type FaultChange } from './bench-faults.js';
import { buildDevices } from './build-devices.js';
import type { Device } from './device.js';
import type { DeviceType, StoreFile } from './device-type.js';
import { Environment } from './environment.js';
import { Hold, type HoldOf, type Override } from './hold.js';
import { Listeners } from './listeners.js';
import { ManualControl } from './manual-control.js';
import { type ProcessDevices, processDevices } from './process-devices.js';
import type { ValueNode } from './value-node.js';
import { type Watcher, watcherOf } from './watcher.js';
import type { Watch } from './watching.js';

/** A node has another value: a `device` line of the trace. `unit` is that of the node, absent where it has none. */
export interface ValueChange {
  readonly path: string;
  readonly value: Json;
  readonly unit?: string;
}

/** What an expression in data sees of a node; `null`: off. */
export type DeviceValue = Quantity | boolean | string | number | null;

/** A node that somebody outside of a process watches: an expression in data. */
export interface NodeWatch extends Watch {
  /** The value last observed; `undefined`: none so far, `null`: off. */
  value(): DeviceValue | undefined;
}

export interface BenchOptions {
  /** Of everything random. */
  readonly seed: number;
  /** Keeps the files that devices make; left out: there is nowhere to keep them. */
  readonly store?: StoreFile;
  /** The types of device that there are; left out: all. */
  readonly types?: readonly DeviceType[];
}

/** The devices that a process works with, for one run. Same seed, same calls: same values at the same instants. */
export class Bench {
  /** The devices as a process sees them, by name: what the module `hardware` exports. */
  readonly devices: ProcessDevices;
  readonly environment: Environment;
  /** How it stood before anybody did something to it. */
  readonly began: { readonly ambient: number };
  /** The person at the bench. */
  readonly manual = new ManualControl(
    (path) => this.node(path),
    () => this.environment,
  );
  readonly faults: BenchFaults;
  /** For whom nodes are claimed at this moment; to be set before the process starts. */
  claimant: () => string = () => 'process';
  readonly #devices: readonly Device[];
  readonly #nodes: ReadonlyMap<string, ValueNode>;
  readonly #holds: Hold[] = [];
  /** By process. */
  readonly #watchers = new Map<string, readonly Watcher[]>();
  readonly #valueChanged = new Listeners<[change: ValueChange]>();
  readonly #faultChanged = new Listeners<[change: FaultChange]>();
  readonly #overridden = new Listeners<[override: Override]>();

  constructor(
    loop: EventLoop,
    /** What it was made from. */
    readonly description: BenchDescription,
    { seed, store, types }: BenchOptions,
  ) {
    this.environment = new Environment(description.environment);
    this.began = { ambient: this.environment.ambient };
    this.#devices = buildDevices(description, {
      loop,
      seed,
      environment: this.environment,
      ...(store && { store }),
      ...(types && { types }),
    });
    this.faults = new BenchFaults(loop, this.#devices, (change) => this.#faultChanged.tell(change));
    this.#nodes = new Map(this.#devices.flatMap(({ nodes }) => nodes.map((node) => [node.path, node])));
    for (const node of this.#nodes.values()) this.#follow(node);
    this.devices = processDevices(this.#devices, (node) => this.#holdsOf(node));
  }

  /** A node by its path, or `null`. */
  node(path: string): ValueNode | null {
    return this.#nodes.get(path) ?? null;
  }

  /** Every node, by its path. */
  get paths(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  /** What the page shows. Looking changes nothing. */
  views(): readonly DeviceView[] {
    return this.#devices.map((device) => ({ ...device.view(), faults: this.faults.of(device.id) }));
  }

  /** How the numbers of a device went; empty for one that is not there. */
  history(device: string): DeviceHistory {
    return this.#devices.find(({ id }) => id === device)?.history() ?? { series: [] };
  }

  /** Calls `listener` when the value of a node becomes another one. Returns how to take it off. */
  onChange(listener: (change: ValueChange) => void): () => void {
    return this.#valueChanged.add(listener);
  }

  /** Calls `listener` when the process loses a node to a person, or gets it back. Returns how to take it off. */
  onOverride(listener: (override: Override) => void): () => void {
    return this.#overridden.add(listener);
  }

  /** Calls `listener` when a fault begins or is over. Returns how to take it off. */
  onFault(listener: (change: FaultChange) => void): () => void {
    return this.#faultChanged.add(listener);
  }

  /** Begins or ends a fault. `null`: done; otherwise what is wrong with the command (`faultProblem`). */
  fault(command: FaultCommand): string | null {
    return this.faults.do(command);
  }

  /** The value last observed of a node; `null`: off, `undefined`: none so far, or no such node. */
  deviceValue(path: string): DeviceValue | undefined {
    const node = this.node(path);
    // The kinds of the bench show nothing else.
    return node?.reading ? (node.show(node.reading.value) as DeviceValue) : undefined;
  }

  /** Watches a node until `stop()`; `null` when there is none to be read. */
  watch(path: string): NodeWatch | null {
    const node = this.node(path);
    const watch = node?.watching?.watch();
    return watch ? { first: watch.first, stop: () => watch.stop(), value: () => this.deviceValue(path) } : null;
  }

  /** Paths of the nodes that are claimed, by whomever. */
  claims(): readonly string[] {
    return [...this.#nodes.values()].filter(({ claims }) => claims !== null && claims.owner !== null).map(({ path }) => path);
  }

  /** Paths of the nodes that a process owns. */
  claimsOf(processName: string): readonly string[] {
    return this.claims().filter((path) => {
      const owner = this.node(path)?.claims?.owner;
      return owner?.type === 'process' && owner.name === processName;
    });
  }

  /** What a process watches of nodes, until it stops that or ends. Raises `TypeError` for what cannot be watched. */
  readonly watchNodes = (nodes: unknown, types: unknown = 'value'): Watcher => {
    const watcher = watcherOf(nodes, types);
    const claimant = this.claimant();
    const others = this.#watchers.get(claimant) ?? [];
    this.#watchers.set(claimant, [...others.filter(({ stopped }) => !stopped), watcher]);
    return watcher;
  };

  /**
   * Gives back whatever a process holds, and its places in the queues, and ends what it watches; the values stay as they are. To be called
   * when it has ended.
   */
  releaseAll(processName: string): void {
    for (const watcher of this.#watchers.get(processName) ?? []) watcher.stop();
    this.#watchers.delete(processName);
    for (const hold of this.#holds) if (hold.holder === processName) hold.release();
  }

  /** What each process has of a writable node; called by a process, it is its own. */
  #holdsOf(node: ValueNode): HoldOf {
    const holds = new Map<string, Hold>();
    return () => {
      const claimant = this.claimant();
      const known = holds.get(claimant);
      if (known !== undefined) return known;
      const hold = new Hold(node, claimant, (override) => this.#overridden.tell(override));
      holds.set(claimant, hold);
      this.#holds.push(hold);
      return hold;
    };
  }

  /** Tells of every other value that a node takes on. */
  #follow(node: ValueNode): void {
    const { kind, path } = node;
    const unit = kind.spec.type === 'numeric' && kind.spec.unit !== '' ? { unit: kind.spec.unit } : {};
    let last: Json | undefined;
    node.changed.add((change) => {
      if (change !== 'value' || node.reading === null) return;
      const value = node.reading.value === null ? null : kind.json(node.reading.value);
      if (value === last) return;
      last = value;
      this.#valueChanged.tell({ path, value, ...unit });
    });
  }
}
