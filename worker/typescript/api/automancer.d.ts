/**
 * The process API: what a process and its owner say to each other. Usually `import * as am from 'automancer'`.
 *
 * Points and data whose type is not declared are `any`: any value is accepted then.
 */
declare module 'automancer' {
  import type { Future, Seconds, Task } from 'asyncio';

  // ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A value that can be written as JSON. */
  export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

  /** An object that can be sent as a location: `export()` returns it as plain data. */
  export interface Exportable {
    /** The object as plain data, for the page and the trace. */
    export(): unknown;
  }

  /**
   * A number with a unit: `10 min`, `37 °C`. It never changes; calculations make new ones and check the dimensions.
   *
   * Operators such as `<` and `*` do not work on quantities: use `lessThan`, `times` and so on, or the number `valueIn(unit)`.
   *
   * ```ts
   * const time = am.q('1.5 hr');
   * time.value;         // 5400 (SI: seconds)
   * time.valueIn('min') // 90
   * am.q('2 µl').over(am.q('4 s')).valueIn('µl/min') // 30
   * ```
   */
  export interface Quantity {
    /** The number in SI base units: seconds, kelvin, m³/s. */
    readonly value: number;
    /** The same as `value`. */
    readonly magnitude: number;
    /** What is measured, as exponents of the base quantities: a flow is `{ length: 3, time: -1 }`. */
    readonly dimension: { readonly [base: string]: number | undefined };
    /** The number in another unit: `am.q('20 degC').valueIn('K')` is 293.15. Raises {@link QuantityError} for a unit of another dimension. */
    valueIn(unit: string): number;
    /** The same quantity, shown in another unit. */
    in(unit: string): Quantity;
    /** The sum. The dimensions must be equal; to a temperature in °C something in kelvin can be added. */
    plus(other: Quantity | number): Quantity;
    /** The difference. The dimensions must be equal; that of two temperatures is in kelvin. */
    minus(other: Quantity | number): Quantity;
    /** The product. */
    times(factor: Quantity | number): Quantity;
    /** The quotient. */
    over(divisor: Quantity | number): Quantity;
    /** A whole power. */
    pow(exponent: number): Quantity;
    /** With the sign turned round. */
    negated(): Quantity;
    /** Without the sign. */
    abs(): Quantity;
    /** Below 0, 0 or above 0, as this is smaller than, equal to or larger than the other. */
    compare(other: Quantity | number): number;
    /** Whether both are the same: `1 min` equals `60 s`. */
    equals(other: Quantity | number): boolean;
    /** Whether this is smaller. */
    lessThan(other: Quantity | number): boolean;
    /** Whether this is larger. */
    greaterThan(other: Quantity | number): boolean;
    /** As text: `10 min`. */
    toString(): string;
    /** As plain data, in its own unit. */
    toJSON(): { readonly value: number; readonly unit: string };
  }

  /** The class of quantities, for `instanceof`. To make one use {@link q} or {@link quantityOf}. */
  export const Quantity: { readonly [Symbol.hasInstance]: (value: unknown) => value is Quantity };

  /** Raised by quantities that make no sense: unknown units, or dimensions that do not fit. */
  export class QuantityError extends Error {
    constructor(message: string, hint?: string | null);
    /** What to do about it. */
    readonly hint: string | null;
  }

  /** Makes a quantity from a number and a unit: `am.quantityOf(5, 'min')`. */
  export function quantityOf(amount: number, unit: string): Quantity;
  /** Reads a quantity from text: `am.q('5 min')`, `am.q('36.8 degC')`, `am.q('10 µl/min')`, `am.q('1 hr 5 min')`. */
  export function q(text: string): Quantity;
  /** Reads a quantity from text: the long name of {@link q}. */
  export function parseQuantity(text: string): Quantity;

  /** Virtual seconds since the run began. There is no other clock in a process that is worth asking. */
  export function now(): number;

  // ── Types of data ─────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * A type of data. `export const data = am.record({ … })` declares the data of the process: the data document is checked against
   * it, and `context.data` has the matching type.
   */
  export abstract class DataType<Value = unknown> {
    /** For the compiler only: there is no such member. */
    readonly valueType: Value;
  }

  /** The values of a type of data: `am.DataOf<typeof data>`. Other types stand for themselves. */
  export type DataOf<Type> = Type extends DataType<infer Value> ? Value : Type;
  /** The points of a declaration of points: of a type of data, or of a list of examples. */
  export type PointOf<Points> = Points extends DataType<infer Value> ? Value : Points extends readonly (infer Example)[] ? Example : Points;

  /** The fields of a record. */
  export type Fields = { readonly [name: string]: DataType | Attribute };
  type FieldValue<Field> = Field extends Attribute<infer Value> ? Value : Field extends DataType<infer Value> ? Value : never;
  type AbsentKey<F extends Fields> = {
    [Key in keyof F]: F[Key] extends Attribute<unknown, infer Absent> ? (true extends Absent ? Key : never) : never;
  }[keyof F];
  type Flat<T> = { [Key in keyof T]: T[Key] };
  /** The value of a record with these fields; those that may be absent are optional. */
  export type RecordValue<F extends Fields> = Flat<
    { readonly [Key in Exclude<keyof F, AbsentKey<F>>]: FieldValue<F[Key]> } & { readonly [Key in AbsentKey<F>]?: FieldValue<F[Key]> }
  >;
  type ValueOf<Type> = Type extends DataType<infer Value> ? Value : never;

  /** About a field of a record. */
  export interface AttributeOptions {
    /** The field may be left out; it is absent then, unless there is a default. */
    readonly optional?: boolean;
    /** The value when the field is left out: a value, or what one would write in the data document, for example `'10 min'`. */
    readonly default?: unknown;
    /** A name for forms; the key unless given. */
    readonly label?: string;
    /** An explanation for forms. */
    readonly description?: string;
    /** A longer explanation. */
    readonly documentation?: string;
    /** Using the field gives a warning; with this text, if it is one. */
    readonly deprecated?: boolean | string;
  }

  /** A field of a record with more to say about it than its type; see {@link attribute}. */
  export class Attribute<Value = unknown, Absent extends boolean = boolean> {
    constructor(type: DataType<Value>, options?: AttributeOptions);
    /** The type of its values. */
    readonly type: DataType<Value>;
    /** For the compiler only: there is no such member. */
    readonly absence: Absent;
  }

  /** How an {@link IntType} is bounded. */
  export interface IntOptions {
    /** `'positive'`: from 1; `'positive_or_null'`: from 0; `'any'` (the default): any whole number. */
    readonly mode?: 'any' | 'positive' | 'positive_or_null';
  }

  /** How a {@link QuantityType} is bounded. Numbers are in the unit of the type; the bounds themselves are allowed. */
  export interface QuantityOptions {
    /** Whether `nil` (off, none) is a value too: `null` in the process. */
    readonly allowNil?: boolean;
    /** The smallest value: `'1 ms'`. */
    readonly min?: Quantity | string | number | null;
    /** The largest value. */
    readonly max?: Quantity | string | number | null;
  }

  /** Any value at all. Short: `am.any()`. */
  export class AnyType extends DataType<any> {
    constructor();
  }
  /** `true` or `false`. Short: `am.bool()`. */
  export class BoolType extends DataType<boolean> {
    constructor();
  }
  /** A whole number. Short: `am.int()`. */
  export class IntType extends DataType<number> {
    constructor(options?: IntOptions);
  }
  /** A text. Short: `am.str()`. */
  export class StrType extends DataType<string> {
    constructor();
  }
  /** A name: letters, digits and `_`, not beginning with a digit. Short: `am.identifier()`. */
  export class IdentifierType extends DataType<string> {
    constructor();
  }
  /** One of the values listed. Short: `am.oneOf('fast', 'slow')`. */
  export class EnumType<const Variant extends string | number = string | number> extends DataType<Variant> {
    constructor(...variants: readonly Variant[]);
  }
  /** A list of values of one type. Short: `am.list(am.str())`. */
  export class ListType<Item = unknown> extends DataType<readonly Item[]> {
    constructor(item: DataType<Item>);
  }
  /** Named fields. Short: `am.record({ address: am.str() })`. */
  export class RecordType<F extends Fields = Fields> extends DataType<RecordValue<F>> {
    constructor(fields: F);
  }
  /** Values of one type under any names. Short: `am.dict(am.int())`. */
  export class KVDictType<Item = unknown> extends DataType<{ readonly [key: string]: Item }> {
    constructor(item: DataType<Item>);
  }
  /** A number with a unit of the dimension of `unit`. Short: `am.quantity('second')`. */
  export class QuantityType<Nil extends null = never> extends DataType<Quantity | Nil> {
    constructor(unit?: string, options?: QuantityOptions);
  }
  /** The first of several types that fits. Short: `am.union(am.bool(), am.str())`. */
  export class UnionType<const Variants extends readonly DataType[] = readonly DataType[]> extends DataType<ValueOf<Variants[number]>> {
    constructor(...variants: Variants);
  }

  /** Any value at all, as it was written: `10 min` stays a text. */
  export function any(): DataType<any>;
  /** `true` or `false`. */
  export function bool(): DataType<boolean>;
  /** A whole number. `am.int({ mode: 'positive' })`: from 1. */
  export function int(options?: IntOptions): DataType<number>;
  /** A text. */
  export function str(): DataType<string>;
  /** A name: letters, digits and `_`, not beginning with a digit. */
  export function identifier(): DataType<string>;
  /** One of the values listed: `am.oneOf('fast', 'slow')`. */
  export function oneOf<const Variant extends string | number>(...variants: readonly Variant[]): DataType<Variant>;
  /** Another name of {@link oneOf}. */
  export function enumeration<const Variant extends string | number>(...variants: readonly Variant[]): DataType<Variant>;
  /** A list of values of one type: `am.list(am.quantity('second'))`. */
  export function list<Item>(item: DataType<Item>): DataType<readonly Item[]>;
  /**
   * Named fields, each with its type, or with an {@link attribute}.
   *
   * ```ts
   * export const data = am.record({
   *   temperature: am.quantity('degC', { min: 4, max: 60 }),
   *   repeats: am.attribute(am.int({ mode: 'positive' }), { default: 1, label: 'Repeats' }),
   * });
   * ```
   */
  export function record<const F extends Fields>(fields: F): DataType<RecordValue<F>>;
  /** Values of one type under any names. */
  export function dict<Item>(item: DataType<Item>): DataType<{ readonly [key: string]: Item }>;
  /**
   * A number with a unit of the dimension of `unit`, for example `am.quantity('second', { min: '1 ms' })`; without a unit, a plain
   * number. With `allowNil: true`, `nil` in the data document is `null` in the process.
   */
  export function quantity(unit: string, options: QuantityOptions & { readonly allowNil: true }): DataType<Quantity | null>;
  export function quantity(unit?: string, options?: QuantityOptions): DataType<Quantity>;
  /** The first of several types that fits: `am.union(am.quantity('second'), am.oneOf('forever'))`. */
  export function union<const Variants extends readonly DataType[]>(...variants: Variants): DataType<ValueOf<Variants[number]>>;
  /** A field of a record that may be left out (`optional`), or has a default, a label or a description. */
  export function attribute<Value>(
    type: DataType<Value>,
    options: AttributeOptions & { readonly default: {} | null },
  ): Attribute<Value, false>;
  export function attribute<Value>(type: DataType<Value>, options: AttributeOptions & { readonly optional: true }): Attribute<Value, true>;
  export function attribute<Value>(type: DataType<Value>, options?: AttributeOptions): Attribute<Value, false>;

  // ── The process ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** How long something takes: seconds, a quantity of time or its text, or a term. */
  export type Duration = Seconds | DurationTerm | DatetimeTerm;

  /** What {@link defineProcess} takes. */
  export interface ProcessDefinition<Data = any, Location = unknown, Point = any, RawPoint = any> {
    /** The name of the process on the page; that of the function `run` otherwise. */
    readonly name?: string;
    /** The type of the data. Without it any data is accepted. */
    readonly data?: DataType<Data>;
    /** The points that one can jump to: a type, or a list of examples. */
    readonly points?: DataType<RawPoint> | readonly RawPoint[];
    /** How long the process takes with this data, for the time before it says so itself. */
    duration?(data: Data): Duration | null | undefined;
    /** Makes the point object from what was asked for. Throw an error to refuse a point that does not exist. */
    importPoint?(raw: RawPoint): Point;
    /** The process itself. */
    run(context: ProcessContext<Data, Location, Point>): PromiseLike<unknown> | void;
  }

  /**
   * Declares a process with everything that is known about it; the types of `context.data` and `context.point` follow.
   *
   * ```ts
   * export default am.defineProcess({
   *   data: am.record({ time: am.quantity('second') }),
   *   points: am.record({ progress: am.any() }),
   *   duration: (data) => data.time,
   *   async run(context) {
   *     await asyncio.sleep(context.data.time);
   *   },
   * });
   * ```
   */
  export function defineProcess<Data = any, Location = unknown, RawPoint = any, Point = RawPoint>(
    definition: ProcessDefinition<Data, Location, Point, RawPoint>,
  ): ProcessDefinition<Data, Location, Point, RawPoint>;

  /** Tells what `context.wait` has started that it is not wanted any more. */
  export interface WaitSignal {
    /** Whether it is not wanted any more. */
    readonly aborted: boolean;
    /** Calls `listener` when it is not wanted any more; at once when that is so already. Returns a function that takes the listener off. */
    onAbort(listener: () => void): () => void;
  }

  /** Writes lines to the timeline of the run. */
  export interface Logger {
    /** Writes a line for the curious. */
    debug(...values: readonly unknown[]): void;
    /** Writes a line. */
    info(...values: readonly unknown[]): void;
    /** Writes a line that stands out. */
    warn(...values: readonly unknown[]): void;
    /** Writes a line that stands out as an error. */
    error(...values: readonly unknown[]): void;
  }

  /**
   * How a process talks to its owner. It is handed to the process function.
   *
   * The type parameters are declared types or the types of values: `am.ProcessContext<typeof data, MyLocation, typeof points>`.
   *
   * Used after the process has ended, its members raise an error.
   */
  export interface ProcessContext<Data = any, Location = unknown, Point = any> {
    /** The data that the process was started with. It stays the same after a swap: the new data is in the {@link SwapRequest}. */
    readonly data: DataOf<Data>;
    /** The point at which to start; `null` for the beginning. Set when a jump has recreated the process. */
    readonly point: PointOf<Point> | null;

    /**
     * Whether the process can be paused now; false at first. Set it to `true` to get a *Pause* button; a process that cannot be
     * paused is halted instead when something goes wrong elsewhere.
     *
     * Setting it back to `false` does not take back a pause that is pending already.
     */
    pausable: boolean;

    /** Writes lines to the timeline; `console` does the same. */
    readonly logger: Logger;

    /**
     * Shows where the process is: plain data (numbers, texts, lists, objects), or an object with a method `export()` returning that.
     * Of several sent in one turn of the event loop only the last is shown. A member `progress` from 0 to 1 is shown as a bar.
     *
     * ```ts
     * context.sendLocation({ phase: 'heating', progress: 0.5 });
     * ```
     */
    sendLocation(location: Location): void;

    /** Says how much running time remains from now on: `context.sendDuration(4.5)`, `context.sendDuration('2 min')`. It stands still while the process is paused. */
    sendDuration(duration: Duration): void;

    /** Says when the process ends, as a {@link DurationTerm} or a {@link DatetimeTerm}. `sendDuration` is usually enough. */
    sendTerm(term: DurationTerm | DatetimeTerm): void;

    /** Reports errors, warnings and effects together. */
    sendAnalysis(analysis: {
      readonly errors?: readonly Diagnostic[];
      readonly warnings?: readonly Diagnostic[];
      readonly effects?: readonly Effect[];
    }): void;

    /** Reports an error to the person who runs the process. The process goes on: to fail, throw {@link ProcessFailureError}. */
    sendError(diagnostic: Diagnostic): void;

    /** Reports a warning to the person who runs the process. */
    sendWarning(diagnostic: Diagnostic): void;

    /** Reports something that the process has brought about, such as a file. */
    sendEffect(effect: Effect): void;

    /**
     * A place where the process can pause: waits here while it is paused, and raises {@link JumpRequest} or {@link SwapRequest} when
     * one is pending. Returns at once, without giving others a turn, when nothing is pending.
     *
     * ```ts
     * for (let index = 0; index < 10; index++) {
     *   await step(index);
     *   await context.checkpoint();
     * }
     * ```
     */
    checkpoint(): Future<void>;

    /**
     * Waits for something that can be interrupted: when a pause, a jump or a swap is requested, cancels it, waits for its cleanup and
     * raises {@link PauseRequest}, {@link JumpRequest} or {@link SwapRequest}. After a pause request call `checkpoint()`.
     *
     * With a function, that is called only if nothing is pending.
     *
     * ```ts
     * try {
     *   await context.wait(longStep());
     * } catch (error) {
     *   if (!(error instanceof am.PauseRequest)) throw error;
     *   await context.checkpoint();
     * }
     * ```
     */
    wait<T>(awaitable: PromiseLike<T> | ((signal: WaitSignal) => PromiseLike<T>)): Future<T>;

    /** Raises a request that is pending, without waiting: for loops that never await. A pending pause is raised each time. */
    test(): void;

    /**
     * Waits for the next message sent to the process (*Send message…*). Only a halt interrupts it; write
     * `context.wait(context.receive())` to let requests through. No message gets lost that way.
     */
    receive(): Future<any>;

    /** Returns a request as it is, with the type of this process' points or data. */
    cast(request: JumpRequest): { readonly point: PointOf<Point>; readonly oldPoint: PointOf<Point> | null };
    cast(request: SwapRequest): { readonly data: DataOf<Data>; readonly oldData: DataOf<Data> };
    cast<T>(request: T): T;
  }

  // ── Requests and failures ─────────────────────────────────────────────────────────────────────────────────────────

  /** What the three requests have in common. */
  export class ProcessException extends Error {}

  /**
   * Raised by `context.wait()` when the process is to pause. Bring the hardware into a safe state, then call `context.checkpoint()`,
   * which waits until the process is to resume. Letting it leave the process is a failure.
   */
  export class PauseRequest extends ProcessException {
    constructor();
  }

  /**
   * Raised by `context.wait()` and `context.checkpoint()` when the process is to go to another point. Catch it and go there; if it
   * leaves the process, the process is recreated with the new point (`context.point`).
   */
  export class JumpRequest extends ProcessException {
    constructor(point: unknown, oldPoint?: unknown);
    /** The point to go to. */
    readonly point: any;
    /** The point applied before this one; `null` if there was none. */
    readonly oldPoint: any;
  }

  /**
   * Raised by `context.wait()` and `context.checkpoint()` when the process is to go on with other data. Catch it and take the new
   * data; if it leaves the process, the process is recreated with the new data (`context.data`).
   */
  export class SwapRequest extends ProcessException {
    constructor(data: unknown, oldData?: unknown, point?: unknown);
    /** The new data. */
    readonly data: any;
    /** The data applied before it. */
    readonly oldData: any;
    /** Where to start with the new data, if that was said; `null`: at the beginning. */
    readonly point: any;
  }

  export {
    /** Another name of {@link PauseRequest}. */
    PauseRequest as ProcessPauseRequest,
    /** Another name of {@link JumpRequest}. */
    JumpRequest as ProcessJumpRequest,
    /** Another name of {@link SwapRequest}. */
    SwapRequest as ProcessSwapRequest,
  };

  /**
   * Throw it to fail with a message for people. Without a message that of the cause is shown.
   *
   * ```ts
   * throw new am.ProcessFailureError('Invalid credentials', { cause: error });
   * ```
   */
  export class ProcessFailureError extends Error {
    constructor(message?: string, options?: { readonly cause?: unknown });
  }

  // ── Diagnostics and effects ───────────────────────────────────────────────────────────────────────────────────────

  /** More about a {@link Diagnostic}. */
  export interface DiagnosticOptions {
    /** A short identifier. */
    readonly name?: string;
    /** More about it, in plain words. */
    readonly description?: string;
  }

  /** Something to tell the person who runs the process, with `context.sendError` or `context.sendWarning`. */
  export class Diagnostic {
    constructor(message: string, options?: DiagnosticOptions);
    /** What happened, in one sentence. */
    readonly message: string;
    /** A short identifier; `'unknown'` unless given. */
    readonly name: string;
    /** More about it, in plain words. */
    readonly description: string | null;
  }

  /** A diagnostic made from an error (its message, its class, the chain of its causes) or from a text. */
  export class GenericDiagnostic extends Diagnostic {
    constructor(error: unknown);
  }

  /** Errors, warnings and effects in one piece, for `context.sendAnalysis`. */
  export class RuntimeAnalysis {
    constructor(parts?: {
      readonly errors?: readonly Diagnostic[];
      readonly warnings?: readonly Diagnostic[];
      readonly effects?: readonly Effect[];
    });
    /** The errors, in order. */
    readonly errors: readonly Diagnostic[];
    /** The warnings, in order. */
    readonly warnings: readonly Diagnostic[];
    /** The effects, in order. */
    readonly effects: readonly Effect[];
    /** Both together, list by list. */
    plus(other: RuntimeAnalysis): RuntimeAnalysis;
  }

  /** Something that the process has brought about in the world, for `context.sendEffect`. */
  export abstract class Effect {
    /** What kind of effect it is. */
    abstract readonly type: string;
  }

  /** An effect in plain words: `new am.GenericEffect('Plate sealed')`. */
  export class GenericEffect extends Effect {
    constructor(message: string, options?: { readonly description?: string; readonly icon?: string });
    /** `'generic'`. */
    readonly type: 'generic';
    /** What was brought about. */
    readonly message: string;
    /** More about it. */
    readonly description: string | null;
    /** The name of an icon. */
    readonly icon: string | null;
  }

  /** Tells that a file was created; it does not create it. */
  export class FileCreatedEffect extends Effect {
    constructor(path: string);
    /** `'fileCreated'`. */
    readonly type: 'fileCreated';
    /** The path of the file. */
    readonly path: string;
  }

  // ── Terms ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** "This long, once it runs": slides while the process is paused. */
  export class DurationTerm {
    /** `seconds`: how long; `resolution`: the uncertainty, in seconds. */
    constructor(seconds: number, resolution?: number);
    /** Nobody knows how long. */
    static unknown(): DurationTerm;
    /** It never ends. */
    static forever(): DurationTerm;
    /** Nothing is left. */
    static zero(): DurationTerm;
    /** Seconds; NaN: unknown; infinity: forever. */
    readonly value: number;
    /** The uncertainty, in seconds. */
    readonly resolution: number;
    /** The sum; with a datetime, a datetime. Resolutions add up. */
    plus(other: DurationTerm): DurationTerm;
    plus(other: DatetimeTerm): DatetimeTerm;
    /** So many times this long. */
    times(factor: number): DurationTerm;
  }

  /** "Until then": does not move while time passes. */
  export class DatetimeTerm {
    /** `seconds`: virtual seconds since the run began, as {@link now} counts; `resolution`: the uncertainty, in seconds. */
    constructor(seconds: number, resolution?: number);
    /** Nobody knows when. */
    static unknown(): DatetimeTerm;
    /** It never ends. */
    static forever(): DatetimeTerm;
    /** Virtual seconds since the run began; NaN: unknown; infinity: forever. */
    readonly value: number;
    /** The uncertainty, in seconds. */
    readonly resolution: number;
    /** So much later. */
    plus(other: DurationTerm): DatetimeTerm;
  }

  // ── Waiting ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The index and the result of the winner of a {@link race}. */
  export type Winner<Awaitables extends readonly unknown[]> = {
    [Index in keyof Awaitables]: [Index extends `${infer Position extends number}` ? Position : number, Awaited<Awaitables[Index]>];
  }[number];

  /**
   * Waits until something has really ended, halt or not: a first halt is kept back until then and raised afterwards; a second one
   * cancels it. If it fails, its error takes the place of the halt.
   *
   * Use it around actions that must not be left half done.
   *
   * ```ts
   * try {
   *   await asyncio.sleep(60);
   * } finally {
   *   await am.shield(closeValve());
   * }
   * ```
   */
  export function shield<T>(awaitable: PromiseLike<T>): Task<T>;

  /**
   * Waits for the first to end, cancels the others and waits until they have really ended, cleanup included. Completes with the
   * index and the result of the first.
   *
   * ```ts
   * const [index, value] = await am.race(button(), asyncio.sleep(10));
   * ```
   */
  export function race<const Awaitables extends readonly [PromiseLike<unknown>, ...PromiseLike<unknown>[]]>(
    ...awaitables: Awaitables
  ): Task<Winner<Awaitables>>;
  export function race<T>(...awaitables: readonly PromiseLike<T>[]): Task<[number, T]>;

  /** Waits until all have ended, also when some fail. Then raises what failed: one error as it is, several as an `AggregateError`. */
  export function waitAll<const Awaitables extends readonly PromiseLike<unknown>[]>(
    ...awaitables: Awaitables
  ): Task<import('asyncio').Results<Awaitables>>;

  /** Like {@link waitAll}, but the first that fails cancels the others. */
  export function tryAll<const Awaitables extends readonly PromiseLike<unknown>[]>(
    ...awaitables: Awaitables
  ): Task<import('asyncio').Results<Awaitables>>;

  /** Cancels tasks and waits until they have really ended, cleanup included. What they raise besides being cancelled is raised. */
  export function cancelTask(...tasks: readonly PromiseLike<unknown>[]): Task<void>;
}
