import type { EventLoop } from '../task/index.js';
import type { Device } from './device.js';
import type { Environment } from './environment.js';

/** A number by which devices of one type differ. */
export interface Parameter {
  /** What it is, with its unit in words if it has one. */
  readonly description: string;
  /** `''` for plain numbers. */
  readonly unit: string;
  readonly default: number;
  /** Least and largest that make sense, in `unit`. */
  readonly range: readonly [minimum: number, maximum: number];
}

/** Where a device can be joined to another one. */
export interface Port {
  readonly description: string;
  /** The types of device that fit. */
  readonly accepts: readonly string[];
  /** Whether the device does nothing without it. */
  readonly needed: boolean;
  /** Why one device alone can be joined to another one by such a port, in a clause; left out: any number can. */
  readonly sole?: string;
}

/** What the devices of one type have in common, and how one is made. Each stands in a file of its own in devices/. */
export interface DeviceType {
  /** Its name in the description of a bench: `thermostat`. */
  readonly type: string;
  /** What devices of this type are called for people unless they have a label. */
  readonly label: string;
  /** What it is and does, in a sentence. */
  readonly description: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly ports?: Readonly<Record<string, Port>>;
  /** What moves in it and can slip, for people: `the plunger`. The device moves by `Device.slip` then. Left out: nothing does. */
  readonly slips?: string;
  create(setup: DeviceSetup): Device;
}

/** Keeps a file that a device makes. Raises an error with a sentence when that is not possible. */
export type StoreFile = (path: string, bytes: Uint8Array) => void;

/** What a device is given when it is made. */
export interface DeviceSetup {
  readonly loop: EventLoop;
  /** Of everything random on the bench. */
  readonly seed: number;
  /** As a process imports it. */
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** As its type has it. */
  readonly slips?: string;
  readonly environment: Environment;
  /** Left out: there is nowhere to keep files. */
  readonly store?: StoreFile;
  /** A parameter of the type: as the bench has it, or the default. Raises an error for one that the type does not have. */
  parameter(name: string): number;
  /** The names of the devices that its ports are joined to. */
  readonly wiring: Readonly<Record<string, string>>;
  /** The device that a port is joined to, which was made before; `null`: none. */
  wired(port: string): Device | null;
}
