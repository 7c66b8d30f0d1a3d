import type { FaultView } from './faults.js';
import type { Json } from './json.js';

/** Who may write a node (section 7.5). */
export type ClaimOwner = { readonly type: 'process'; readonly name: string } | { readonly type: 'user' } | null;

export type NodeSpec =
  | {
      readonly type: 'numeric';
      readonly unit: string;
      readonly range: readonly [number, number] | null;
      readonly resolution: number | null;
    }
  | { readonly type: 'boolean' }
  | { readonly type: 'enum'; readonly cases: readonly { readonly id: string; readonly label: string }[] };

/** How a value comes to be known: asked for again and again, told by the device when it changes, or asked for once per connection. */
export type Observed = 'polled' | 'pushed' | 'stable';

/** A value node of a device as the page shows it. Numbers are in the node's own unit (`spec.unit`), not SI. */
export interface NodeView {
  readonly path: string;
  readonly label: string;
  readonly spec: NodeSpec;
  readonly readable: boolean;
  readonly writable: boolean;
  /** `null`: it cannot be read. */
  readonly observed: Observed | null;
  /** Whether it can be turned off, by writing `null`. */
  readonly nullable: boolean;
  /** A person sets it without taking control of it: what lies in the device or on it. */
  readonly byHand?: boolean;
  /** `undefined`: never read. `null`: disabled. */
  readonly value?: Json;
  /** Virtual seconds of the value. */
  readonly valueAt?: number;
  /** `undefined`: never set. `null`: explicitly off. */
  readonly target?: Json;
  readonly settled: boolean;
  readonly error: string | null;
  readonly claim: ClaimOwner;
}

export interface DeviceView {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly connected: boolean;
  /** Virtual seconds since when it has been (dis)connected. */
  readonly connectedSince: number;
  /** What the device does right now, in a few words. */
  readonly activity: string;
  readonly nodes: readonly NodeView[];
  /** What moves in it and can slip, for people: `the plunger`; left out: nothing does. */
  readonly slips?: string;
  /** What is wrong with it by command, oldest first. */
  readonly faults: readonly FaultView[];
  /** What each of its ports is joined to: the id of a device, or the path of one of its nodes; left out: it stands alone. */
  readonly wiring?: Readonly<Record<string, string>>;
  /** The node whose value heads the card, and the node whose target it follows. */
  readonly headline: string;
  /** Recent samples of the headline value: `[virtual seconds, value]`, oldest first, bounded. */
  readonly history: readonly (readonly [number, number])[];
}
