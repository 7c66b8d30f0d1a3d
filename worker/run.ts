import type { EndOutcome, TraceEvent } from '../model/events.js';
import type { Json } from '../model/json.js';
import type { FaultCommand, ProcessSource } from '../model/protocol.js';
import type { DataInput, Request, RequestResult } from '../model/requests.js';
import type { LoadResult, ProcessInfo } from '../model/snapshot.js';
import { VirtualClock } from './clock/virtual-clock.js';
import { Bench } from './hardware/index.js';
import { type LoadEnvironment, loadProgram } from './languages.js';
import type { DeviceValues } from './process/collect.js';
import { createLogger, type LogLevel } from './process/logger.js';
import { ProcessOwner } from './process/owner.js';
import { answerRequest } from './process/owner-requests.js';
import type { Program } from './process/program.js';
import type { Emit } from './process/reporter.js';
import { EventLoop } from './task/index.js';

export interface RunOptions {
  /** `null`: a bench without a process. */
  readonly source: ProcessSource | null;
  readonly data: DataInput;
  readonly point?: Json | undefined;
  readonly seed: number;
  /** Takes every event, in order of virtual time. */
  onEvent(event: TraceEvent): void;
  /** Every change of a device becomes an event. */
  devices?: boolean;
  /** A loop of the user's text goes round: called every few thousand rounds. */
  guard?: LoadEnvironment['guard'];
}

/**
 * One run of one process on a bench of its own, on a clock of its own: the same code, data, seed, requests and faults give the
 * same events. Somebody else lets its time pass.
 */
export class Run {
  readonly clock = new VirtualClock();
  readonly loop = new EventLoop(this.clock);
  readonly bench: Bench;
  readonly load: LoadResult;
  readonly owner: ProcessOwner | null;
  /** The process is done. */
  done = false;
  #ended = false;
  readonly #emit: Emit;

  constructor(private readonly options: RunOptions) {
    this.#emit = (event) => options.onEvent({ t: this.clock.seconds, ...event });
    this.bench = new Bench(this.loop, { seed: options.seed });
    this.bench.onOverride(({ path, type }) => this.owner?.warnings.overridden(path, type));
    if (options.devices) {
      this.bench.onChange(({ path, value, unit }) => this.#emit({ event: 'device', path, value, ...(unit === undefined ? {} : { unit }) }));
    }
    if (options.source === null) {
      this.load = { ok: false, failures: [] };
      this.owner = null;
      return;
    }
    const loaded = loadProgram(options.source, this.#environment());
    if (!loaded.ok) {
      this.load = loaded;
      this.owner = null;
      for (const failure of loaded.failures) this.#emit({ event: 'load-error', failure });
      return;
    }
    const { program } = loaded;
    this.bench.processName = program.name;
    this.load = { ok: true, info: infoOf(program), warnings: program.warnings };
    this.owner = this.#ownerOf(program);
  }

  get program(): Program | null {
    return this.owner?.program ?? null;
  }

  get devices(): DeviceValues {
    const { bench } = this;
    return { paths: bench.paths, value: (path) => bench.deviceValue(path), watch: (path) => bench.watch(path) };
  }

  sourceIs(source: ProcessSource): boolean {
    const mine = this.options.source;
    return mine !== null && source.language === mine.language && source.code === mine.code;
  }

  /** Begins; what is ready runs when the loop is drained. */
  start(): void {
    const { owner, program } = this;
    if (owner === null || program === null) return;
    this.#emit({ event: 'load', language: program.language, process: program.name });
    for (const warning of program.warnings) owner.reporter.failure('warning', warning);
    owner.start();
  }

  /** Answers a request at the present instant. `null` when there is no process. */
  request(request: Request): RequestResult | null {
    return this.owner === null ? null : answerRequest(this.owner, request, this.#emit);
  }

  fault(command: FaultCommand): void {
    this.bench.fault(command);
    this.#emit({ event: 'fault', device: command.device, type: command.type, active: command.type === 'disconnect' });
  }

  /** Whether anything still goes on that people may want to see. */
  get active(): boolean {
    return this.owner !== null && (!this.done || this.owner.detached().length > 0);
  }

  /** The loop goes round without letting time pass: says where. */
  noteStandstill(turns: number): void {
    const { owner } = this;
    const frame = owner?.view().suspension?.at.at(-1);
    if (owner && frame) owner.warnings.standstill(turns, { file: 'process', line: frame.line, column: frame.column });
  }

  /** Writes the last line of the trace, once; its outcome is `running` when a limit came first. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#emit({ event: 'end', outcome: this.#outcome(), claims: this.bench.claims(), detached: this.owner?.detached().length ?? 0 });
  }

  #outcome(): EndOutcome {
    const state = this.owner?.state;
    switch (state?.mode) {
      case 'done':
        return state.outcome;
      case 'failed':
      case 'collectionFailed':
        return state.mode;
      default:
        return 'running';
    }
  }

  #ownerOf(program: Program): ProcessOwner {
    const { options, bench } = this;
    bench.processName = program.name;
    const owner: ProcessOwner = new ProcessOwner({
      loop: this.loop,
      program,
      data: options.data,
      point: options.point === undefined || options.point === null ? null : program.importPoint(options.point),
      devices: this.devices,
      logger: createLogger((level, message) => this.#log(level, message)),
      emit: this.#emit,
      onEnd: () => {
        bench.releaseAll(program.name);
        this.done = true;
      },
    });
    return owner;
  }

  #environment(): LoadEnvironment {
    return {
      loop: this.loop,
      bench: this.bench,
      seed: this.options.seed,
      log: (level, message) => this.#log(level, message),
      swallowed: (place) => this.owner?.warnings.swallowed(place),
      ...(this.options.guard === undefined ? {} : { guard: this.options.guard }),
    };
  }

  #log(level: LogLevel, message: string): void {
    const place = this.program?.here() ?? null;
    this.#emit({ event: 'log', level, message, ...(place ? { place } : {}) });
  }
}

/** What the page learns of a loaded process. */
function infoOf(program: Program): ProcessInfo {
  const { points } = program;
  return {
    name: program.name,
    data: program.data?.view() ?? null,
    points: points === null ? null : 'type' in points ? { type: points.type.view() } : points,
  };
}
