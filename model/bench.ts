import type { MailServer } from './mail-server.js';
import type { WebAddress } from './web-addresses.js';

/**
 * A bench in plain data: which devices stand on it, what they are called, how they are set up and what they are joined to.
 * What types of devices there are is in worker/hardware/devices.
 */
export interface BenchDescription {
  /** The name by which a run asks for it: `incubator`. */
  readonly name: string;
  /** For people. */
  readonly label: string;
  /** What it is for, in a sentence. */
  readonly summary: string;
  readonly environment?: EnvironmentDescription;
  /** In the order in which the page shows them. */
  readonly devices: readonly DeviceDescription[];
  /** What processes find besides the devices; left out: the network of the laboratory and no files. */
  readonly services?: ServicesDescription;
}

/** The services of a bench; what is left out is that of the laboratory (model/web-addresses.ts, model/mail-server.ts). */
export interface ServicesDescription {
  /** All that the network knows. */
  readonly web?: readonly WebAddress[];
  readonly mail?: MailServer;
  /** The files that there are before a run; left out: none. */
  readonly files?: readonly InitialFile[];
}

export interface InitialFile {
  /** As a process reads it: `plates/layout.csv`. */
  readonly path: string;
  readonly text: string;
}

export interface EnvironmentDescription {
  /** Temperature of the room, °C; left out: 22. */
  readonly ambient?: number;
}

export interface DeviceDescription {
  /** As a process imports it; a name of the language: `thermostat`. */
  readonly name: string;
  /** A type of device: `thermostat`. */
  readonly type: string;
  /** For people; left out: that of its type. */
  readonly label?: string;
  /** Those that differ from the defaults of the type, in the unit that it names. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** What it is joined to: the name of a device for a port of the type. */
  readonly wiring?: Readonly<Record<string, string>>;
}
