import type { DeviceView, NodeView } from '../../model/devices.js';
import { type FaultCommand, faultProblem, faults, type FaultType, fittingFaults } from '../../model/faults.js';
import { unitText } from '../../model/unit-text.js';

/** What a person has chosen and typed for a fault. */
export interface FaultDraft {
  /** The path of a node; `''`: the whole device. */
  readonly node: string;
  readonly type: FaultType;
  readonly amount: string;
  /** In virtual seconds; empty: until it is ended. */
  readonly seconds: string;
}

export function nodeOf(device: DeviceView, path: string): NodeView | null {
  return device.nodes.find((node) => node.path === path) ?? null;
}

/** Where a fault of this device can be: all of it, and each node that some fault fits. */
export function faultPlaces(device: DeviceView): readonly { readonly path: string; readonly label: string }[] {
  const nodes = device.nodes.filter((node) => fittingFaults(device, node).length > 0);
  return [{ path: '', label: 'Whole device' }, ...nodes.map(({ path, label }) => ({ path, label }))];
}

/** A draft for a place, with the fault of the one before if it fits there. */
export function draftAt(device: DeviceView, node: string, before: FaultType | null = null): FaultDraft {
  const fitting = fittingFaults(device, nodeOf(device, node));
  const type = before !== null && fitting.includes(before) ? before : (fitting[0] ?? 'disconnect');
  return { node, type, amount: defaultAmount(device, node, type), seconds: '30' };
}

export function defaultAmount(device: DeviceView, node: string, type: FaultType): string {
  const { amount } = faults[type];
  return amount === null ? '' : String(amount.default(nodeOf(device, node)));
}

/** The unit beside the field of the amount, as people write it. */
export function amountUnit(device: DeviceView, node: string, type: FaultType): string {
  return (faults[type].amount?.unit(nodeOf(device, node)) ?? '').split('/').map(unitText).join('/');
}

export type Drafted =
  | { readonly ok: true; readonly command: FaultCommand }
  | { readonly ok: false; readonly problem: string; readonly field: 'amount' | 'seconds' };

export function commandOf(device: DeviceView, { node, type, amount, seconds }: FaultDraft): Drafted {
  const typed = faults[type].amount === null ? null : numberOf(amount);
  if (typed !== null && !Number.isFinite(typed))
    return { ok: false, problem: `${faults[type].amount?.label} must be a number.`, field: 'amount' };
  const length = seconds.trim() === '' ? null : numberOf(seconds);
  if (length !== null && !(length > 0 && length <= 1e9)) {
    return { ok: false, problem: 'How long it lasts must be a number of seconds above 0, or empty.', field: 'seconds' };
  }
  const command: FaultCommand = {
    device: device.id,
    ...(node === '' ? {} : { node }),
    type,
    ...(typed === null ? {} : { amount: typed }),
    ...(length === null ? {} : { for: length }),
  };
  const wrong = faultProblem([device], command);
  return wrong === null ? { ok: true, command } : { ok: false, problem: `The fault ${wrong}.`, field: 'amount' };
}

function numberOf(text: string): number {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  return trimmed === '' ? Number.NaN : Number(trimmed);
}
