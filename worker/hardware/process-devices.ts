import type { Coroutine, Future } from '../task/index.js';
import type { Device, DeviceAction } from './device.js';
import { DeviceRequest } from './device-request.js';
import type { HoldOf } from './hold.js';
import { ProcessNode, WritableProcessNode } from './process-node.js';
import type { ValueNode } from './value-node.js';

/** Makes what processes have of a writable node. */
type MakeHold = (node: ValueNode) => HoldOf;

/**
 * A device, as a process sees it: an interface of the module `hardware`. Beside these members it has its nodes, each where its path says
 * (`relays.valve1`), and its actions.
 */
export class ProcessDevice {
  readonly #device: Device;

  constructor(device: Device, hold: MakeHold) {
    this.#device = device;
    const holds = new Map<ValueNode, HoldOf>();
    for (const node of device.nodes) {
      if (node.writer !== null) holds.set(node, hold(node));
      const own = holds.get(node);
      put(this, node.path.split('.').slice(1), own === undefined ? new ProcessNode(node) : new WritableProcessNode(node, own));
    }
    for (const action of device.actions) {
      const owned = action.owns.map((node) => holds.get(node) ?? hold(node));
      put(this, [action.name], (...given: readonly unknown[]): Future<unknown> => request(device, action, owned, given));
    }
  }

  get id(): string {
    return this.#device.id;
  }

  get label(): string {
    return this.#device.label;
  }

  get connected(): boolean {
    return this.#device.connection.connected;
  }
}

function request(device: Device, action: DeviceAction, owned: readonly HoldOf[], given: readonly unknown[]): Future<unknown> {
  return new DeviceRequest(device.loop, () => action.waitsFor, acting(action, owned, given));
}

/** Whoever asks a device to act owns what that changes. */
function* acting(action: DeviceAction, owned: readonly HoldOf[], given: readonly unknown[]): Coroutine<unknown> {
  for (const hold of owned) yield* hold().own();
  const result = yield* action.run(...given);
  for (const hold of owned) hold().keepTarget();
  return result;
}

/** Hangs a value where its path says; what lies between are plain objects. */
function put(root: object, path: readonly string[], value: unknown): void {
  let place = root as Record<string, unknown>;
  for (const part of path.slice(0, -1)) place = (place[part] ??= {}) as Record<string, unknown>;
  const name = path.at(-1)!;
  if (name in place) throw new TypeError(`There are two things called ${path.join('.')} in one device.`);
  Object.defineProperty(place, name, { value, enumerable: true });
}

/** The devices of a bench by name. */
export type ProcessDevices = Readonly<Record<string, ProcessDevice>>;

export function processDevices(devices: readonly Device[], hold: MakeHold): ProcessDevices {
  return Object.fromEntries(devices.map((device) => [device.id, new ProcessDevice(device, hold)]));
}
