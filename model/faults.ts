/** Trouble that a person or a scenario makes for a device: which faults there are, what they fit, and their sentences. */
import type { NodeSpec, Observed } from './devices.js';

export const faultTypes = ['disconnect', 'read-error', 'write-error', 'stuck', 'drift', 'noise', 'slow', 'slipping'] as const;
export type FaultType = (typeof faultTypes)[number];

/** Begins a fault, or ends it; one that is on already begins anew, with its new numbers. */
export interface FaultCommand {
  /** The name of the device. */
  readonly device: string;
  /** The path of one of its nodes; left out: the whole device. */
  readonly node?: string;
  /** `reconnect` ends `disconnect`. */
  readonly type: FaultType | 'reconnect';
  /** `false`: it is over. */
  readonly active?: boolean;
  /** Virtual seconds after which it is over by itself; left out: it stays. */
  readonly for?: number;
  /** How much: see `amount` of the fault; left out: its default. */
  readonly amount?: number;
}

/** A fault that is on, as the page shows it. */
export interface FaultView {
  /** `null`: the whole device. */
  readonly node: string | null;
  readonly type: FaultType;
  /** Virtual seconds; `until` is `null` for one that stays. */
  readonly since: number;
  readonly until: number | null;
  readonly amount: number | null;
}

/** What a fault has to know of a node. */
export interface FaultedNode {
  readonly path: string;
  readonly spec: NodeSpec;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly observed: Observed | null;
}

/** What a fault has to know of a device. */
export interface FaultedDevice {
  readonly nodes: readonly FaultedNode[];
  /** What moves in it and can slip, for people: `the plunger`; left out: nothing does. */
  readonly slips?: string;
}

/** The number that a fault takes. */
interface FaultAmount {
  readonly label: string;
  /** Beside the field. */
  unit(node: FaultedNode | null): string;
  default(node: FaultedNode | null): number;
  readonly range: readonly [minimum: number, maximum: number];
}

/** Without it a fault has made no difference. `moved`: the device was to move. */
export type FaultShows = 'read' | 'written' | 'asked' | 'moved';

interface Fault {
  readonly label: string;
  /** What it does, in a sentence; `amount` with its unit, `slips` as the device has it, if that is known. */
  effect(amount: string, slips?: string): string;
  /** Whether it can befall a whole device: always, if one of its nodes fits, or if something moves in it. */
  readonly device: 'always' | 'if-a-node-fits' | 'if-it-slips' | 'never';
  fits(node: FaultedNode): boolean;
  readonly amount: FaultAmount | null;
  /** What must happen for it to show. */
  readonly shows: FaultShows;
}

/** A number whose device tells it anew from time to time. */
const changing = ({ readable, spec, observed }: FaultedNode): boolean => readable && spec.type === 'numeric' && observed !== 'stable';
const resolutionOf = (node: FaultedNode | null): number => (node?.spec.type === 'numeric' ? (node.spec.resolution ?? 1) : 1);
const unitOf = (node: FaultedNode | null): string => (node?.spec.type === 'numeric' ? node.spec.unit : '');

export const faults: Readonly<Record<FaultType, Fault>> = {
  disconnect: {
    label: 'Disconnected',
    effect: () => 'The cable is pulled: the device does not answer.',
    device: 'always',
    fits: () => false,
    amount: null,
    shows: 'asked',
  },
  'read-error': {
    label: 'Read error',
    effect: () => 'Every reading fails.',
    device: 'if-a-node-fits',
    fits: ({ readable }) => readable,
    amount: null,
    shows: 'read',
  },
  'write-error': {
    label: 'Write error',
    effect: () => 'Every value that is written is refused.',
    device: 'if-a-node-fits',
    fits: ({ writable }) => writable,
    amount: null,
    shows: 'written',
  },
  stuck: {
    label: 'Stuck value',
    effect: () => 'Every reading gives the value of the moment at which the fault began.',
    device: 'if-a-node-fits',
    fits: ({ readable }) => readable,
    amount: null,
    shows: 'read',
  },
  drift: {
    label: 'Drift',
    effect: (amount) => `The reading moves away by ${amount}.`,
    device: 'never',
    fits: changing,
    amount: {
      label: 'Drift per minute',
      unit: (node) => `${unitOf(node)}/min`,
      default: (node) => Number((resolutionOf(node) * 10).toPrecision(12)),
      range: [-1e6, 1e6],
    },
    shows: 'read',
  },
  noise: {
    label: 'Noise',
    effect: (amount) => `The reading is as noisy as usual, ${amount}.`,
    device: 'never',
    fits: changing,
    amount: { label: 'Times the usual noise', unit: () => '×', default: () => 10, range: [1, 1000] },
    shows: 'read',
  },
  slow: {
    label: 'Slow response',
    effect: (amount) => `Every answer comes ${amount} later.`,
    device: 'always',
    fits: ({ readable, writable }) => readable || writable,
    amount: { label: 'Delay', unit: () => 's', default: () => 2, range: [0.001, 3600] },
    shows: 'asked',
  },
  slipping: {
    label: 'Slipping',
    effect: (amount, slips = 'What moves') => `${slips.charAt(0).toUpperCase()}${slips.slice(1)} loses ${amount} of its way.`,
    device: 'if-it-slips',
    fits: () => false,
    amount: { label: 'Part of the way that is lost', unit: () => '%', default: () => 10, range: [0.1, 100] },
    shows: 'moved',
  },
};

/** The faults that fit a node, or a whole device. */
export function fittingFaults({ nodes, slips }: FaultedDevice, node: FaultedNode | null): readonly FaultType[] {
  return faultTypes.filter((type) => {
    const { device, fits } = faults[type];
    if (node !== null) return fits(node);
    if (device === 'if-it-slips') return slips !== undefined;
    return device === 'always' || (device === 'if-a-node-fits' && nodes.some(fits));
  });
}

/** What is wrong with a command, in a sentence that goes on after “The fault”; `null`: nothing. */
export function faultProblem(devices: readonly (FaultedDevice & { readonly id: string })[], command: FaultCommand): string | null {
  const device = devices.find(({ id }) => id === command.device);
  if (device === undefined) return `needs a device, and there is no ${command.device}: there is ${devices.map(({ id }) => id).join(', ')}`;
  const node = device.nodes.find(({ path }) => path === command.node) ?? null;
  if (command.node !== undefined && node === null) {
    return `needs a node, and ${device.id} has no ${command.node}: it has ${device.nodes.map(({ path }) => path).join(', ')}`;
  }
  const type = command.type === 'reconnect' ? 'disconnect' : command.type;
  const fitting = fittingFaults(device, node);
  if (!fitting.includes(type)) {
    return `${type} does not fit ${command.node ?? command.device}: ${fitting.length > 0 ? `what fits is ${fitting.join(', ')}` : 'nothing does'}`;
  }
  const { amount } = faults[type];
  if (command.amount === undefined) return null;
  if (amount === null) return `${type} takes no amount`;
  const [minimum, maximum] = amount.range;
  const within = command.amount >= minimum && command.amount <= maximum && command.amount !== 0;
  return within ? null : `${type} takes an amount of at least ${minimum} and at most ${maximum}, but not 0: it is ${command.amount}`;
}

/** An amount with its unit as people read it: `×10`, `2 s`, `0.5 degC/min`; empty for a fault without one. */
export function amountText(type: FaultType, amount: number | null, unit: string): string {
  if (amount === null) return '';
  return type === 'noise' ? `×${amount}` : `${amount} ${unit}`.trim();
}
