/**
 * The simulated bench: the devices that a process works with. Every change takes its (virtual) time, and devices can fail.
 */
declare module 'hardware' {
  import type { Quantity } from 'automancer';
  import type { Future, Seconds } from 'asyncio';

  /** A value for a node: a quantity, or its text such as `'37 degC'`; a plain number only where the node has no unit. */
  export type Amount = Quantity | string | number;

  /** Raised when a node cannot be read because its device is disconnected or broken, and when a device refuses what it is told. */
  export class NodeUnavailableError extends Error {}

  /** Raised when a value is written that a node does not allow; the message says which are. */
  export class OutOfRangeError extends RangeError {}

  /** Raised when somebody else holds a node that is to be written. */
  export class ClaimedError extends Error {}

  /** A device of the bench. */
  export interface Device {
    /** Its name: `'thermostat'`. */
    readonly id: string;
    /** Its name for people. */
    readonly label: string;
    /** Whether it answers. */
    readonly connected: boolean;
  }

  /** A value of a device that can be read. `Off`: `null` for one that can be turned off. */
  export interface NumericNode<Off extends null = never> {
    /** Device and node: `'thermostat.readout'`. */
    readonly path: string;
    /** Its name for people. */
    readonly label: string;
    /** The unit in which the device counts: `'degC'`. */
    readonly unit: string;
    /** The values that it allows, in `unit`; `null` for any. */
    readonly range: readonly [minimum: number, maximum: number] | null;
    /** Whether its device answers. */
    readonly connected: boolean;
    /** What is wrong with it, in a sentence; `null`: nothing. */
    readonly error: string | null;
    /** The value last read: `undefined` when it was never read, `null` when it is off. */
    readonly value: Quantity | Off | undefined;

    /**
     * Asks the device for the value now. Raises {@link NodeUnavailableError} when it does not answer.
     *
     * ```ts
     * const temperature = await thermostat.readout.read();
     * context.sendLocation({ temperature: temperature.valueIn('degC') });
     * ```
     */
    read(): Future<Quantity | Off>;

    /**
     * Waits until the value is within `tolerance` of `value` (without one: as close as the device can tell), or has passed it, reading it
     * again and again. Completes with the reading. While the device is disconnected it waits for its return. Raises
     * `asyncio.TimeoutError` after `timeout`, if one is given.
     *
     * ```ts
     * await thermostat.setpoint.write('36.8 degC');
     * await context.wait(thermostat.readout.reach('36.8 degC', { tolerance: '0.2 K' }));
     * ```
     */
    reach(value: Amount, options?: { readonly tolerance?: Amount; readonly timeout?: Seconds }): Future<Quantity>;
  }

  /** A value of a device that can be read and written. */
  export interface WritableNumericNode<Off extends null = never> extends NumericNode<Off> {
    /** The value last asked for: `undefined` when nobody has, `null` for off. */
    readonly target: Quantity | Off | undefined;

    /** Whether there is nothing more to do about the target now; `error` tells whether that was a success. */
    readonly settled: boolean;

    /**
     * Tells the device the value that is wanted, and waits until it has been told. `null` turns it off where that is possible. Claims
     * the node for the process until that ends. While the device is disconnected the value is kept, `error` says so, and it is written on
     * the device's return. Raises {@link OutOfRangeError} for a value that is not allowed, {@link ClaimedError} while another process
     * holds the node, and {@link NodeUnavailableError} when the device refuses.
     */
    write(value: Amount | Off): Future<void>;

    /** Asks to be the only one who writes here, and waits for it. What a process has claimed is given back when it ends. */
    claim(): Future<Claim>;
  }

  /** A value of a device that is either on or off. `Off`: `null` for one that can be disabled. */
  export interface BooleanNode<Off extends null = never> {
    /** Device and node: `'relays.valve1'`. */
    readonly path: string;
    /** Its name for people. */
    readonly label: string;
    /** Whether its device answers. */
    readonly connected: boolean;
    /** What is wrong with it, in a sentence; `null`: nothing. */
    readonly error: string | null;
    /** The value last read: `undefined` when it was never read. */
    readonly value: boolean | Off | undefined;
    /** Asks the device for the value now. Raises {@link NodeUnavailableError} when it does not answer. */
    read(): Future<boolean | Off>;
    /** Waits until it has this value, watching it meanwhile. Raises `asyncio.TimeoutError` after `timeout`, if one is given. */
    reach(value: boolean, options?: { readonly timeout?: Seconds }): Future<boolean>;
  }

  /** A value that is either on or off, and can be written. */
  export interface WritableBooleanNode<Off extends null = never> extends BooleanNode<Off> {
    /** The value last asked for: `undefined` when nobody has. */
    readonly target: boolean | Off | undefined;
    /** Whether there is nothing more to do about the target now; `error` tells whether that was a success. */
    readonly settled: boolean;
    /**
     * Tells the device the value that is wanted, and waits until it has been told. Claims the node for the process until that ends.
     * Raises {@link ClaimedError} while another process holds the node, and {@link NodeUnavailableError} when the device refuses.
     */
    write(value: boolean | Off): Future<void>;
    /** Asks to be the only one who writes here, and waits for it. What a process has claimed is given back when it ends. */
    claim(): Future<Claim>;
  }

  /** A value of a device that is one of several. `Case`: which, and `null` for one that can be disabled. */
  export interface EnumNode<Case extends string | null> {
    /** Device and node: `'valve.position'`. */
    readonly path: string;
    /** Its name for people. */
    readonly label: string;
    /** The values that there are. */
    readonly cases: readonly Case[];
    /** Whether its device answers. */
    readonly connected: boolean;
    /** What is wrong with it, in a sentence; `null`: nothing. */
    readonly error: string | null;
    /** The value last read: `undefined` when it was never read. */
    readonly value: Case | undefined;
    /** Asks the device for the value now. Raises {@link NodeUnavailableError} when it does not answer. */
    read(): Future<Case>;
    /** Waits until it has this value, watching it meanwhile. Raises `asyncio.TimeoutError` after `timeout`, if one is given. */
    reach(value: NonNullable<Case>, options?: { readonly timeout?: Seconds }): Future<NonNullable<Case>>;
  }

  /** A value that is one of several, and can be written. */
  export interface WritableEnumNode<Case extends string | null> extends EnumNode<Case> {
    /** The value last asked for: `undefined` when nobody has. */
    readonly target: Case | undefined;
    /** Whether there is nothing more to do about the target now; `error` tells whether that was a success. */
    readonly settled: boolean;
    /**
     * Tells the device the value that is wanted, and waits until it has taken it. Claims the node for the process until that ends.
     * Raises {@link OutOfRangeError} for a value that there is not, {@link ClaimedError} while another process holds the node, and
     * {@link NodeUnavailableError} when the device refuses.
     */
    write(value: Case): Future<void>;
    /** Asks to be the only one who writes here, and waits for it. What a process has claimed is given back when it ends. */
    claim(): Future<Claim>;
  }

  /** The right to write to a node. */
  export interface Claim {
    /** Whether we have it right now: a person can take it away (*Take control*). */
    readonly owned: boolean;
    /** Gives it back. */
    release(): void;
    [Symbol.dispose](): void;
  }

  /** A block that heats and cools. */
  export interface Thermostat extends Device {
    /** The temperature of the block, in °C; read once a second while somebody watches. */
    readonly readout: NumericNode;
    /** The temperature that is wanted, from 4 to 60 °C; `null` turns it off. */
    readonly setpoint: WritableNumericNode<null>;
  }

  /** Water in a tube, with a probe. It takes on the temperature of the block that it stands in. */
  export interface Sample extends Device {
    /** Its temperature, in °C; read once a second while somebody watches. */
    readonly temperature: NumericNode;
    /** How much there is of it, from 0.05 to 2 ml: more of it follows more slowly. */
    readonly volume: WritableNumericNode;
  }

  /** An orbital shaker. It comes up to speed and to rest at an even acceleration. */
  export interface Shaker extends Device {
    /** The speed that it has, in rpm; read once a second while somebody watches. */
    readonly speed: NumericNode;
    /** The speed that is wanted, in rpm; 0 stops it. */
    readonly setpoint: WritableNumericNode;
  }

  /** A syringe pump. */
  export interface Pump extends Device {
    /**
     * The flow rate, in µl/min; 0 stops it. It falls to 0 by itself when the syringe is empty, and while the pressure in the channel is
     * too high (a closed valve): the pump stalls, `error` says so, and it goes on once the pressure has fallen.
     */
    readonly flow: WritableNumericNode;
    /** The volume dispensed since the run began, in µl. */
    readonly dispensed: NumericNode;
    /** Draws the syringe full, which takes up to half a minute; the flow rests meanwhile and goes on after it. */
    refill(): Future<void>;
  }

  /** A channel of a chip with a pressure sensor at its inlet and a flow sensor. Pressure is flow × resistance. */
  export interface Channel extends Device {
    /** The pressure at its inlet above that of the room, in mbar; read twice a second while somebody watches. */
    readonly pressure: NumericNode;
    /** What flows through it, in µl/min; read twice a second while somebody watches. */
    readonly flow: NumericNode;
    /** What has come out of it since the run began, in µl. */
    readonly delivered: NumericNode;
  }

  /** A pressure controller: it pushes liquid out of a bottle through what it is joined to. */
  export interface Pressure extends Device {
    /** The pressure in the bottle, in mbar; read twice a second while somebody watches. */
    readonly readout: NumericNode;
    /**
     * The pressure that is wanted, from 0 to 2000 mbar; 0 stops the flow. It comes within tenths of a second.
     *
     * ```ts
     * await pressure.setpoint.write('200 mbar');
     * await pressure.readout.reach('200 mbar', { tolerance: '5 mbar' });
     * ```
     */
    readonly setpoint: WritableNumericNode;
  }

  /** A stage that moves a slide under a microscope. Each axis moves on its own, so both can move at once. */
  export interface Stage extends Device {
    /**
     * How far it is to the right, in mm; read five times a second while somebody watches. Writing it takes until the stage is there, and a
     * place beyond its ends is refused. Written again on its way, it comes to rest first.
     *
     * ```ts
     * await asyncio.gather(stage.x.write('20 mm'), stage.y.write('12.5 mm'));
     * ```
     */
    readonly x: WritableNumericNode;
    /** How far it is to the back, in mm; like `x`. */
    readonly y: WritableNumericNode;
    /** How fast the next moves may be, in mm/s. */
    readonly velocity: WritableNumericNode;
  }

  /** A camera on a microscope. It sees the stained cells of the slide where the stage is. */
  export interface Camera extends Device {
    /** How long its shutter is open, in ms, from 0.1 to 1000. Too long, and bright cells are white. */
    readonly exposure: WritableNumericNode;
    /** Where the objective is focused, in µm, from −150 to 150. The slide is not quite level: it has another best focus in each place. */
    readonly focus: WritableNumericNode;
    /** How many pictures it has taken. */
    readonly pictures: NumericNode;
    /**
     * Takes a picture of where the stage is, and keeps it as a PNG file among the files of the run. Completes with the path of the file:
     * `path`, or `camera-0001.png` and so on. A stage that moves meanwhile smears the picture. Raises {@link NodeUnavailableError} while
     * another picture is being taken, and when the camera does not answer.
     *
     * ```ts
     * const path = await camera.capture('scan/3.png');
     * context.sendEffect(new am.FileCreatedEffect(path));
     * ```
     */
    capture(path?: string): Future<string>;
  }

  /** A block that heats and cools. `await thermostat.setpoint.write('37 degC')` */
  export const thermostat: Thermostat;

  /** Water in a tube that stands in the thermostat. `await sample.temperature.reach('36 degC')` */
  export const sample: Sample;

  /** An orbital shaker. `await shaker.setpoint.write('300 rpm')` */
  export const shaker: Shaker;

  /** The channel into which the pump pushes. `await channel.pressure.read()` */
  export const channel: Channel;

  /** A pressure controller. `await pressure.setpoint.write('200 mbar')` */
  export const pressure: Pressure;

  /** The channel into which the pressure controller pushes. `await rinse.flow.reach('20 µl/min')` */
  export const rinse: Channel;

  /** A stage that moves a slide under a microscope. `await stage.x.write('20 mm')` */
  export const stage: Stage;

  /** A camera on a microscope. `await camera.capture()` */
  export const camera: Camera;

  /** A syringe pump. `await pump.flow.write('10 µl/min')` */
  export const pump: Pump;

  /**
   * Drivers that know nothing of `await`: their calls return when they are done. Use them inside `asyncio.toThread`, where each takes
   * its time, one after the other, and everything else goes on. Called directly they keep everything waiting, and a warning says so.
   */
  export interface BlockingDrivers {
    /**
     * An action that takes some time and cannot be interrupted.
     *
     * ```ts
     * await am.shield(asyncio.toThread(() => blocking.sleep(4.5)));
     * ```
     */
    sleep(seconds: Seconds): void;
  }

  /** Drivers whose calls block. `await asyncio.toThread(() => blocking.sleep(4.5))` */
  export const blocking: BlockingDrivers;
}
