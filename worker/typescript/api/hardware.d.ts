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
     * holds the node, and {@link NodeUnavailableError} when the device refuses; what it refuses because it is faulty is written
     * once that is over, unless another value is wanted by then.
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

  /** A node of any kind. */
  export type AnyNode = NumericNode<any> | BooleanNode<any> | EnumNode<any>;

  /**
   * What of a node can be watched: its value (each reading, also when it is the same again), whether its device answers, the value that is
   * wanted, who has claimed it, and whether it is settled or what is wrong with it (`'status'`).
   */
  export type NodeChange = 'value' | 'connection' | 'target' | 'ownership' | 'status';

  /** What has changed in one turn of the event loop. */
  export interface WatchEvent {
    /** Virtual seconds since the run began. */
    readonly at: number;
    /** Each once, in the order in which it happened. What the node has now says the node itself, which may have gone on since. */
    readonly changes: readonly { readonly node: AnyNode; readonly type: NodeChange }[];
  }

  /** Watches nodes. */
  export interface Watcher {
    /** The oldest event that was not taken yet; waits for one if there is none. Raises a `TypeError` after `stop()`. */
    next(): Future<WatchEvent>;
    /** Watches no more, as the end of the process does. Who waits for an event is cancelled. */
    stop(): void;
    [Symbol.dispose](): void;
  }

  /**
   * Watches nodes: what is to be polled is polled until `stop()`, or the end of the process. There is one event for each turn of the event
   * loop in which something has changed, first in first out; beyond 1,000 that nobody takes, they are added to the newest.
   *
   * ```ts
   * using watcher = watch([thermostat.readout, thermostat.setpoint], ['value', 'connection']);
   * for (;;) {
   *   const { changes } = await context.wait(watcher.next());
   *   for (const { node, type } of changes) console.log(node.path, type, String(node.value));
   * }
   * ```
   */
  export function watch(nodes: AnyNode | readonly AnyNode[], changes?: NodeChange | readonly NodeChange[]): Watcher;

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
    /** How much there is of it, from 0.05 to 2 ml: more of it follows more slowly. A person can pour without taking control. */
    readonly volume: WritableNumericNode;
  }

  /** An orbital shaker. It comes up to speed and to rest at an even acceleration. */
  export interface Shaker extends Device {
    /** The speed that its platform has, in rpm; read once a second while somebody watches. */
    readonly speed: NumericNode;
    /** The speed that is wanted, in rpm; 0 stops it. */
    readonly setpoint: WritableNumericNode;
  }

  /** A valve that joins a common port to one of six. It looks for its first port when it is switched on, which takes 3 s. */
  export interface RotaryValve extends Device {
    /**
     * The port that it stands at. Writing turns it the shorter way, a quarter of a second from a port to the next one, and waits until it
     * is there; it hears nothing else meanwhile. When it has lost steps it stands between two ports: writing raises
     * {@link NodeUnavailableError}, the last port that it has passed is shown, and it has to find its first port again.
     */
    readonly position: WritableEnumNode<'1' | '2' | '3' | '4' | '5' | '6'>;
    /** Whether it turns. */
    readonly moving: BooleanNode;
    /** Looks for its first port again, and stays there. */
    home(): Future<void>;
  }

  /** A board with eight relays, each of which opens a valve. */
  export interface Relays extends Device {
    /** Whether valve 1 is open. The contact follows within 10 ms, as those of the others do. */
    readonly valve1: WritableBooleanNode;
    /** Whether valve 2 is open. */
    readonly valve2: WritableBooleanNode;
    /** Whether valve 3 is open. */
    readonly valve3: WritableBooleanNode;
    /** Whether valve 4 is open. */
    readonly valve4: WritableBooleanNode;
    /** Whether valve 5 is open. */
    readonly valve5: WritableBooleanNode;
    /** Whether valve 6 is open. */
    readonly valve6: WritableBooleanNode;
    /** Whether valve 7 is open. */
    readonly valve7: WritableBooleanNode;
    /** Whether valve 8 is open. */
    readonly valve8: WritableBooleanNode;
    /** All eight as one number: valve 1 is the bit of 1, valve 8 that of 128. */
    readonly mask: NumericNode;
    /** Sets all eight at one instant: `await relays.writeMask(0b0000_0101)` opens valves 1 and 3 and closes the others. */
    writeMask(mask: number): Future<void>;
  }

  /** A balance. It takes some seconds to settle, and its zero drifts. */
  export interface Balance extends Device {
    /** What it shows, in g; read twice a second while somebody watches. */
    readonly weight: NumericNode;
    /** Whether what it shows has settled. `await balance.stable.reach(true)` */
    readonly stable: BooleanNode;
    /** What somebody has put on the pan beside the beaker, in g. */
    readonly load: WritableNumericNode;
    /** Takes what it shows now for zero from now on. */
    tare(): Future<void>;
  }

  /** A plate reader with a column of eight wells: a dilution series of a yellow dye, the last one blank. */
  export interface PlateReader extends Device {
    /** The wavelength at which it measures, in nm; the dye absorbs most at 405 nm. */
    readonly wavelength: WritableNumericNode;
    /** The absorbance of each well. Stray light keeps it below 3, however dark a well is. */
    readonly wells: {
      /** The darkest well. */
      readonly a1: NumericNode;
      /** Half of the dye of a1, and so on. */
      readonly b1: NumericNode;
      /** Half of the dye of b1. */
      readonly c1: NumericNode;
      /** Half of the dye of c1. */
      readonly d1: NumericNode;
      /** Half of the dye of d1. */
      readonly e1: NumericNode;
      /** Half of the dye of e1. */
      readonly f1: NumericNode;
      /** Half of the dye of f1. */
      readonly g1: NumericNode;
      /** The blank, without any dye. */
      readonly h1: NumericNode;
    };
    /** Reads all wells, which takes some seconds, and gives their absorbances by well. Raises {@link NodeUnavailableError} when one cannot be read. */
    measure(): Future<Readonly<Record<'a1' | 'b1' | 'c1' | 'd1' | 'e1' | 'f1' | 'g1' | 'h1', number>>>;
  }

  /** A pressure in a register of a programmable controller, which takes a new value over at the end of its cycle of 0.1 s. */
  export interface PlcTag extends Device {
    /** The pressure, in bar, as near as the register can tell it. */
    readonly value: WritableNumericNode;
    /** The register itself: 0 to 27648. */
    readonly raw: NumericNode;
  }

  /** The time of the run as a node. */
  export interface Clock extends Device {
    /** Virtual seconds since the run began. */
    readonly time: NumericNode;
  }

  /** A syringe pump. */
  export interface Pump extends Device {
    /**
     * The flow rate, in µl/min; 0 stops it. It falls to 0 by itself when the syringe is empty, and while the pressure in the channel is
     * too high (a closed valve): the pump stalls, `error` says so, and it goes on once the pressure has fallen.
     */
    readonly flow: WritableNumericNode;
    /** The volume dispensed since the run began, in µl: measured at the plunger, so it tells when that slips, while `flow` is the motor's. */
    readonly dispensed: NumericNode;
    /** Draws the syringe full, which takes up to half a minute; the flow rests meanwhile and goes on after it. */
    refill(): Future<void>;
  }

  /**
   * A channel of a chip with a pressure sensor at its inlet and a flow sensor. Pressure is flow × resistance, and that falls as its water
   * gets warmer: by 2 % per kelvin. It is as warm as the block that it lies on, or as the room.
   */
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
     * place beyond its ends is refused. Written again on its way, it comes to rest first. A halt of the process does not stop it. It is
     * known by counted steps: a stage that loses some shows where it should be.
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

  /** The channel into which the pump pushes; valve 1 opens and closes it. `await channel.pressure.read()` */
  export const channel: Channel;

  /** A pressure controller. `await pressure.setpoint.write('200 mbar')` */
  export const pressure: Pressure;

  /** The channel into which the pressure controller pushes; valve 2 opens and closes it. `await rinse.flow.reach('20 µl/min')` */
  export const rinse: Channel;

  /** A stage that moves a slide under a microscope. `await stage.x.write('20 mm')` */
  export const stage: Stage;

  /** A camera on a microscope. `await camera.capture()` */
  export const camera: Camera;

  /** A valve that joins a common port to one of six. `await valve.position.write('3')` */
  export const valve: RotaryValve;

  /** A board with eight valves. `await relays.valve1.write(true)` */
  export const relays: Relays;

  /** A syringe pump without a channel behind it, over the balance. `await dispenser.flow.write('500 µl/min')` */
  export const dispenser: Pump;

  /** A balance under what the dispenser delivers. `await balance.weight.read()` */
  export const balance: Balance;

  /** A plate reader. `const absorbances = await reader.measure()` */
  export const reader: PlateReader;

  /** A pressure in a controller. `await plc.value.write('2.5 bar')` */
  export const plc: PlcTag;

  /** The time of the run as a node. `await clock.time.reach('60 s')` */
  export const clock: Clock;

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
