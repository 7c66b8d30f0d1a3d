import type { Outcome, OwnerState } from '../../model/owner.js';
import type { DetachedView, ProcessView } from '../../model/snapshot.js';
import type { DataSource } from '../data/index.js';
import type { EventLoop } from '../task/index.js';
import type { DeviceValues } from './collect.js';
import { detachedWork } from './detached-work.js';
import { DroppedLocations } from './dropped-locations.js';
import { EffectsSoFar } from './effects-so-far.js';
import type { Instance, ObservationPoint } from './instance.js';
import type { Logger } from './logger.js';
import { Notes } from './notes.js';
import { Outbound } from './outbound.js';
import { type LifeOwner, OwnerLife } from './owner-life.js';
import type { Program } from './program.js';
import { type DiagnosticNumbers, type Emit, Reporter } from './reporter.js';
import { RequestSlots } from './request-slots.js';
import { StateTrace } from './state-trace.js';
import { suspensionOf } from './suspension-of.js';
import { Warnings } from './warnings.js';

export interface OwnerOptions {
  readonly loop: EventLoop;
  readonly program: Program;
  readonly data: DataSource;
  /** Starting point, imported already; `null`: none. */
  readonly point: unknown;
  readonly devices: DeviceValues;
  readonly logger: Logger;
  readonly emit: Emit;
  /** The process is done; called once. */
  onEnd(outcome: Outcome): void;
  /** Where several owners share a loop: their errors, warnings and effects are numbered together. */
  readonly numbers?: DiagnosticNumbers;
}

/**
 * The owner of one process (semantics 1): what it is made of, and what is seen of it. Its life goes on by itself, on the process' own event
 * loop; requests come from outside, through `answerRequest`, at any moment.
 */
export class ProcessOwner implements LifeOwner {
  readonly loop: EventLoop;
  readonly program: Program;
  readonly devices: DeviceValues;
  readonly logger: Logger;
  readonly slots: RequestSlots;
  readonly reporter: Reporter;
  readonly outbound: Outbound;
  readonly warnings: Warnings;
  readonly notes: Notes;
  readonly effects = new EffectsSoFar();
  readonly life: OwnerLife;
  readonly #states: StateTrace;

  /** Something came about in the world that was no effect reported by the process: a mail. Told when an earlier instance did the same. */
  sideEffect(what: string): void {
    if (this.effects.add(what)) this.warnings.effectRepeated(what);
  }

  constructor({ loop, program, data, point, devices, logger, emit, onEnd, numbers }: OwnerOptions) {
    this.loop = loop;
    this.program = program;
    this.devices = devices;
    this.logger = logger;
    this.slots = new RequestSlots(null, point);
    this.reporter = new Reporter(emit, () => program.here(), numbers);
    this.#states = new StateTrace(emit);
    this.warnings = new Warnings(loop, this.reporter, program);
    this.notes = new Notes(loop, this.reporter, program);
    const dropped = new DroppedLocations(
      loop.clock,
      () => program.here(),
      (count, turns, place) => this.notes.locationsDropped(count, turns, place),
    );
    this.outbound = new Outbound(loop, emit, dropped);
    this.life = new OwnerLife(this, data, onEnd);
  }

  get instance(): Instance | null {
    return this.life.instance;
  }

  get state(): OwnerState {
    const { mode, instance } = this.life;
    return mode.mode === 'running' ? { mode: 'running', form: this.slots.form, pausable: instance?.pausable ?? false } : mode;
  }

  view(): ProcessView {
    const { slots } = this;
    const { body, failure, instances } = this.life;
    return {
      name: this.program.name,
      state: this.state,
      pending: slots.pending,
      ...(slots.jump === null ? {} : { pendingPoint: slots.jump.raw }),
      instance: instances,
      location: this.outbound.location,
      term: this.outbound.term,
      suspension: body === null ? null : suspensionOf(this.program, body),
      failure,
      detached: this.detached(),
    };
  }

  detached(): readonly DetachedView[] {
    return detachedWork(this.loop, this.program, this, this.life.body);
  }

  /** Who wants to know where the process learns of a request. */
  onObserved: (by: ObservationPoint) => void = () => undefined;

  observed(by: ObservationPoint): void {
    this.onObserved(by);
  }

  /** Tells of the state if it has changed. */
  changed(): void {
    this.#states.show(this.state, this.life.instances);
  }
}
