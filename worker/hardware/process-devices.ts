import type { Coroutine, Future } from '../task/index.js';
import type { Device } from './device.js';
import { DeviceRequest } from './device-request.js';
import type { HoldOf } from './hold.js';
import { ProcessNode, WritableProcessNode } from './process-node.js';
import type { Pump } from './pump.js';
import type { Thermostat } from './thermostat.js';
import type { NumericNode } from './numeric-node.js';

/** A device, as a process sees it: the type `Device` of the module `hardware`. */
class ProcessDevice {
  readonly #device: Device;

  constructor(device: Device) {
    this.#device = device;
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

class ProcessThermostat extends ProcessDevice {
  readonly readout: ProcessNode;
  readonly setpoint: WritableProcessNode<null>;

  constructor(device: Thermostat, hold: (node: NumericNode) => HoldOf) {
    super(device);
    this.readout = new ProcessNode(device.readout);
    this.setpoint = new WritableProcessNode(device.setpoint, hold(device.setpoint));
  }
}

class ProcessPump extends ProcessDevice {
  readonly flow: WritableProcessNode;
  readonly dispensed: ProcessNode;
  readonly #pump: Pump;
  readonly #hold: HoldOf;

  constructor(device: Pump, hold: (node: NumericNode) => HoldOf) {
    super(device);
    this.#pump = device;
    this.#hold = hold(device.flow);
    this.flow = new WritableProcessNode(device.flow, this.#hold);
    this.dispensed = new ProcessNode(device.dispensed);
  }

  /** Draws the syringe full; the flow rests meanwhile. Raises `NodeUnavailableError`. */
  refill(): Future<void> {
    return new DeviceRequest(this.#pump.loop, () => 'the syringe to be full', this.#refill());
  }

  *#refill(): Coroutine<void> {
    yield* this.#hold().own();
    yield* this.#pump.refill();
  }
}

/** The devices of the bench by name. */
export interface ProcessDevices {
  readonly thermostat: ProcessThermostat;
  readonly pump: ProcessPump;
}

/** `hold` makes what processes have of a writable node. */
export function processDevices(thermostat: Thermostat, pump: Pump, hold: (node: NumericNode) => HoldOf): ProcessDevices {
  return { thermostat: new ProcessThermostat(thermostat, hold), pump: new ProcessPump(pump, hold) };
}
