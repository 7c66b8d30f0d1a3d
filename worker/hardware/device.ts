import type { DeviceView, NodeView } from '../../model/devices.js';
import type { EventLoop } from '../task/index.js';
import { Connection } from './connection.js';
import { Display } from './display.js';
import { Link } from './link.js';
import type { ValueNode } from './value-node.js';

export interface DeviceOptions {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** Seconds from a request to its answer. */
  readonly latency: number;
}

/** What a bench is made of: a thing with a cable and nodes. */
export abstract class Device {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly connection: Connection;
  readonly link: Link;
  abstract readonly nodes: readonly ValueNode[];
  /** The node whose value heads the card. */
  protected abstract readonly headline: ValueNode;
  #display: Display | null = null;

  constructor(
    readonly loop: EventLoop,
    { id, label, kind, latency }: DeviceOptions,
  ) {
    this.id = id;
    this.label = label;
    this.kind = kind;
    this.connection = new Connection(loop.clock);
    this.link = new Link(loop, this.connection, label, latency);
  }

  /** What it does right now, in a few words. */
  protected abstract get activity(): string;

  /** Plugs its cable in or out; the device goes on as it was. False when that is so already. */
  connect(connected: boolean): boolean {
    this.beforeChange();
    return this.connection.set(connected);
  }

  /** To be called before anything changes in it. */
  protected beforeChange(): void {
    this.#shown().catchUp(this.loop.clock.now);
  }

  view(): DeviceView {
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
      headline: this.headline.path,
      history: display.history,
    };
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
    ...(reading === null ? {} : { value: json(reading.value), valueAt: reading.at / 1e6 }),
    ...(writer === null || writer.target === null ? {} : { target: json(writer.target.value) }),
    settled: writer?.settled ?? true,
    error: node.error,
    claim: node.claims?.owner ?? null,
  };
}
