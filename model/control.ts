/** Manual control: what a person does with a node by hand (semantics 7.5), and the sentences about it. */
import type { Json } from './json.js';

/**
 * Takes a node over, sets its value, gives it back. `node` is its path. A number is in the unit of the node, a text may name another
 * unit of the same kind (`310 K`); `null` turns off a node that can be off.
 */
export type ControlCommand =
  { readonly type: 'claim' | 'release'; readonly node: string } | { readonly type: 'set'; readonly node: string; readonly value: Json };

/** What can be set without being claimed, as the nodes with `byHand` can: the temperature of the room. It cannot be claimed at all. */
export const ambientNode = {
  path: 'environment.ambient',
  label: 'Room temperature',
  spec: { type: 'numeric', unit: 'degC', range: [-20, 60], resolution: 0.1 },
} as const;

export type ControlAction = ControlCommand['type'];

export const controlReasons = [
  'accepted',
  'already-yours',
  'not-yours',
  'no-such-node',
  'not-writable',
  'not-claimable',
  'invalid-value',
] as const;
export type ControlReason = (typeof controlReasons)[number];

export interface ControlResult {
  readonly accepted: boolean;
  readonly reason: ControlReason;
  /** One plain sentence: what happened or why not. */
  readonly message: string;
}

/** `detail`: why a value does not fit, in a sentence. */
export function controlText(action: ControlAction, node: string, reason: ControlReason, detail: string | null = null): string {
  switch (reason) {
    case 'accepted':
      return accepted[action](node);
    case 'already-yours':
      return `${node} is under manual control already.`;
    case 'not-yours':
      return `${node} is not under manual control: take control of it first.`;
    case 'no-such-node':
      return `There is no node ${node} on this bench.`;
    case 'not-writable':
      return `${node} can only be read, so nobody can control it.`;
    case 'not-claimable':
      return `${node} belongs to nobody, so it is set without taking control.`;
    case 'invalid-value':
      return detail ?? `${node} does not take this value.`;
  }
}

const accepted: Readonly<Record<ControlAction, (node: string) => string>> = {
  claim: (node) => `${node} is under manual control: what a process writes there waits until it is released.`,
  set: (node) => `${node} is set by hand.`,
  release: (node) => `${node} is released: whoever waits for it goes on.`,
};
