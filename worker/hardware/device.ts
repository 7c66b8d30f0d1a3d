import type { DeviceView, NodeView } from '../../model/devices.js';
import type { FaultedDevice } from '../../model/faults.js';
import type { DeviceHistory } from '../../model/history.js';
import type { Coroutine, EventLoop } from '../task/index.js';
import type { Quantity } from '../quantity/index.js';
import { booleanKind } from './boolean-kind.js';
import { Connection } from './connection.js';
import type { DeviceSetup } from './device-type.js';
import { Display } from './display.js';
import { type EnumCase, enumKind } from './enum-kind.js';
import { Link } from './link.js';
import type { NumericOptions } from './numeric-kind.js';
import { NumericNode } from './numeric-node.js';
import { SeededRandom } from './seeded-random.js';
import { Slip } from './slip.js';
import { type NodeOptions, ValueNode } from './value-node.js';

/** Something that a device does when it is asked to, beside taking values: `pump.refill()`. */
export interface DeviceAction {
  readonly name: string;
  /** For whoever waits: `the syringe to be full`. */
  readonly waitsFor: string;
  /** The nodes that a process has to own to ask for it. */
  readonly owns: readonly ValueNode[];
  /** Raises `NodeUnavailableError` when the device does not answer or refuses. */
  run(...given: readonly unknown[]): Coroutine<unknown>;
}

/** What a node of a device is made of; the device adds its name and its cable. */
type OptionsOf<Value, Shown> = Omit<NodeOptions<Value, Shown>, 'path' | 'kind' | 'link'>;

/** What a bench is made of: a thing with a cable, nodes and actions. */
export abstract class Device {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly loop: EventLoop;
  readonly connection: Connection;
  readonly link: Link;
  /** How much of each of its movements comes about; all of it unless a fault of a device whose type has `slips` takes some. */
  readonly slip = new Slip();
  readonly #nodes: ValueNode[] = [];
  readonly #actions: DeviceAction[] = [];
  #display: Display | null = null;

  /** `latency`: seconds from a request to its answer. */
  constructor(
    protected readonly setup: DeviceSetup,
    { latency }: { readonly latency: number },
  ) {
    const { loop, name, label, type } = setup;
    this.id = name;
    this.label = label;
    this.kind = type;
    this.loop = loop;
    this.connection = new Connection(loop.clock);
    this.link = new Link(loop, this.connection, label, latency);
    setup.environment.changing.add(() => this.beforeChange());
  }

  /** In the order in which they were made. */
  get nodes(): readonly ValueNode[] {
    return this.#nodes;
  }

  get actions(): readonly DeviceAction[] {
    return this.#actions;
  }

  /** Plugs its cable in or out; the device goes on as it was. False when that is so already. */
  connect(connected: boolean): boolean {
    this.beforeChange();
    return this.connection.set(connected);
  }

  /** What says which faults fit it. */
  get described(): FaultedDevice & { readonly id: string } {
    const { slips } = this.setup;
    return { id: this.id, nodes: this.nodes.map((node) => node.described), ...(slips !== undefined && { slips }) };
  }

  /** To be called before anything outside of it changes what it shows. */
  catchUp(): void {
    this.beforeChange();
  }

  /** All but its faults, which it does not know of. */
  view(): Omit<DeviceView, 'faults'> {
    const display = this.#shown();
    display.catchUp(this.loop.clock.now);
    return {
      id: this.id,
      label: this.label,
      kind: this.kind,
      connected: this.connection.connected,
      connectedSince: this.connection.since / 1e6,
      activity: this.activity,
      nodes: this.nodes.map((node) => nodeView(node, display)),
      ...(this.setup.slips !== undefined && { slips: this.setup.slips }),
      wiring: this.wiring,
      headline: this.headline.path,
      history: display.history,
    };
  }

  /** What its ports are joined to, as the page shows it. */
  protected get wiring(): Readonly<Record<string, string>> {
    return this.setup.wiring;
  }

  /** How its numbers went over the whole run. Looking changes nothing. */
  history(): DeviceHistory {
    const display = this.#shown();
    display.catchUp(this.loop.clock.now);
    return { series: display.courses };
  }

  /** The node whose value heads the card: the first one, unless a device says otherwise. */
  protected get headline(): ValueNode {
    const [first] = this.nodes;
    if (first === undefined) throw new TypeError(`The device ${this.id} has no nodes.`);
    return first;
  }

  /** What it does right now, in a few words. */
  protected abstract get activity(): string;

  /** To be called before anything changes in it. */
  protected beforeChange(): void {
    this.#shown().catchUp(this.loop.clock.now);
  }

  /** Makes a number; `name` is what follows the name of the device in its path. */
  protected numeric(name: string, options: NumericOptions & OptionsOf<number, Quantity>): NumericNode {
    return this.#add(new NumericNode({ ...options, ...this.#place(name) }));
  }

  /** Makes a value that is on or off. */
  protected boolean(name: string, options: OptionsOf<boolean, boolean>): ValueNode<boolean, boolean> {
    return this.#add(new ValueNode({ ...options, ...this.#place(name), kind: booleanKind }));
  }

  /** Makes a value that is one of several. */
  protected choice(name: string, options: OptionsOf<string, string> & { readonly cases: readonly EnumCase[] }): ValueNode<string, string> {
    return this.#add(new ValueNode({ ...options, ...this.#place(name), kind: enumKind(options.cases) }));
  }

  protected action(action: DeviceAction): void {
    this.#actions.push(action);
  }

  /** Numbers of its own; `name` keeps those of different things apart. */
  protected random(name: string): SeededRandom {
    return new SeededRandom(this.setup.seed, `${this.id}.${name}`);
  }

  #place(name: string) {
    let random: SeededRandom | null = null;
    return { path: `${this.id}.${name}`, link: this.link, random: () => (random ??= this.random(`${name}.fault`)) };
  }

  #add<Node extends ValueNode>(node: Node): Node {
    this.#nodes.push(node);
    return node;
  }

  #shown(): Display {
    return (this.#display ??= new Display(this.connection, this.nodes, this.headline));
  }
}

function nodeView(node: ValueNode, display: Display): NodeView {
  const { kind, writer } = node;
  const reading = display.reading(node);
  const json = (value: unknown) => (value === null ? null : kind.json(value));
  return {
    path: node.path,
    label: node.label,
    spec: kind.spec,
    readable: node.watching !== null,
    writable: writer !== null,
    observed: node.observedBy,
    nullable: node.nullable,
    ...(node.handy && { byHand: true }),
    ...(reading === null ? {} : { value: json(reading.value), valueAt: reading.at / 1e6 }),
    ...(writer === null || writer.target === null ? {} : { target: json(writer.target.value) }),
    settled: writer?.settled ?? true,
    error: node.error,
    claim: node.claims?.owner ?? null,
  };
}
