import type { BenchDescription, DeviceDescription } from '../../model/bench.js';
import type { EventLoop } from '../task/index.js';
import { deviceTypes } from './devices/index.js';
import type { Device } from './device.js';
import type { DeviceType, StoreFile } from './device-type.js';
import type { Environment } from './environment.js';

export interface Surroundings {
  readonly loop: EventLoop;
  readonly seed: number;
  readonly environment: Environment;
  readonly store?: StoreFile;
  /** The types of device that there are; left out: all. */
  readonly types?: readonly DeviceType[];
}

/**
 * Makes the devices of a bench, in the order of its description; a device that another one is joined to is made before it.
 * Raises an error for a description that cannot be: that of a user is checked before (`readBench`).
 */
export function buildDevices({ devices }: BenchDescription, surroundings: Surroundings): readonly Device[] {
  const made = new Map<string, Device>();
  const begun = new Set<string>();
  const named = (name: string): DeviceDescription => {
    const found = devices.find((device) => device.name === name);
    if (found === undefined) throw new TypeError(`There is no device ${name} on the bench.`);
    return found;
  };
  const make = (description: DeviceDescription): Device => {
    const { name } = description;
    const known = made.get(name);
    if (known !== undefined) return known;
    if (begun.has(name)) throw new TypeError(`The device ${name} is joined to itself.`);
    begun.add(name);
    const wires = new Map(Object.entries(description.wiring ?? {}).map(([port, other]) => [port, make(named(other))]));
    const device = makeOne(typeOf(description, surroundings.types ?? deviceTypes), description, wires, surroundings);
    made.set(name, device);
    return device;
  };
  return devices.map(make);
}

function typeOf({ type, name }: DeviceDescription, types: readonly DeviceType[]): DeviceType {
  const found = types.find((known) => known.type === type);
  if (found === undefined) throw new TypeError(`There is no type of device ${type}, which ${name} is said to be.`);
  return found;
}

function makeOne(
  type: DeviceType,
  { name, label = type.label, parameters = {} }: DeviceDescription,
  wires: ReadonlyMap<string, Device>,
  surroundings: Surroundings,
): Device {
  return type.create({
    ...surroundings,
    name,
    label,
    type: type.type,
    ...(type.slips === undefined ? {} : { slips: type.slips }),
    parameter(parameter) {
      const value = parameters[parameter] ?? type.parameters?.[parameter]?.default;
      if (value === undefined) throw new TypeError(`Devices of the type ${type.type} have no parameter ${parameter}.`);
      return value;
    },
    wiring: Object.fromEntries([...wires].map(([port, { id }]) => [port, id])),
    wired: (port) => wires.get(port) ?? null,
  });
}
