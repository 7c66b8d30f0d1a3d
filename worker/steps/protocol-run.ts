import type { Json } from '../../model/json.js';
import type { Outcome, Reason } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import type { DetachedView, ProcessView } from '../../model/snapshot.js';
import type { StepPath, StepView } from '../../model/steps.js';
import type { Term } from '../../model/term.js';
import type { DeviceValues } from '../process/collect.js';
import type { Logger } from '../process/logger.js';
import { ProcessOwner } from '../process/owner.js';
import type { Program } from '../process/program.js';
import type { DiagnosticNumbers, Emit, UntimedEvent } from '../process/reporter.js';
import type { Warnings } from '../process/warnings.js';
import type { EventLoop, LoopObserver } from '../task/index.js';
import type { ProcessBlock, Protocol } from './block.js';
import { declaredDuration } from './declared-duration.js';
import { ErrorHandling } from './error-handling.js';
import { makeStep } from './make-step.js';
import type { ProcessStep } from './process-step.js';
import { RepeatStep } from './repeat-step.js';
import { shareLoop } from './share-loop.js';
import { type Step, StepPointError } from './step.js';
import type { StepHost } from './step-host.js';
import { StepRequests } from './step-requests.js';
import { ToldTerms } from './told-terms.js';

export interface ProtocolOptions {
  readonly loop: EventLoop;
  readonly protocol: Protocol;
  /** The process that a name stands for; all names of the protocol have been checked. `null`: the default export. */
  program(name: string | null): Program;
  readonly devices: DeviceValues;
  loggerOf(emit: Emit): Logger;
  readonly emit: Emit;
  /** A step that is a process is done; `label` is what its claims go by. */
  stepEnded(label: string): void;
  ended(outcome: Outcome): void;
}

/** A protocol that is carried out: the tree of its steps, the requests to them, and what is told of them. */
export class ProtocolRun implements StepHost {
  readonly loop: EventLoop;
  readonly handling: ErrorHandling;
  readonly #root: Step;
  readonly #requests: StepRequests;
  readonly #terms: ToldTerms;
  readonly #numbers: DiagnosticNumbers = { error: 0, warning: 0, effect: 0 };
  /** Which step the work of an owner is for. */
  readonly #steps = new WeakMap<object, ProcessStep>();
  /** What each owner makes of what the loop tells. */
  readonly #observers = new WeakMap<object, LoopObserver>();
  readonly #durations = new Map<ProcessBlock, Term>();

  constructor(private readonly options: ProtocolOptions) {
    this.loop = options.loop;
    const { root, grace } = options.protocol;
    this.handling = new ErrorHandling(this.loop.clock, grace, (step, scope, action) =>
      this.#tell(step, { event: 'handling', scope: scope.path, action }),
    );
    this.#requests = new StepRequests(() => this.#root, options.emit);
    this.#terms = new ToldTerms(options.emit);
    this.#root = makeStep(this, root);
    shareLoop(this.loop, (scope) => this.#observers.get(this.#stepOf(scope)?.owner ?? this) ?? {});
  }

  /** Begins at a point of the whole; `null`: at the beginning. The point has been checked. */
  start(point: Json): void {
    this.#root.start(point);
  }

  /** Why the protocol cannot begin at a point; `null`: it can. */
  pointProblem(point: Json): string | null {
    try {
      this.#root.checkPoint(point);
      return null;
    } catch (error) {
      if (!(error instanceof StepPointError)) throw error;
      return error.message;
    }
  }

  request(request: Request): RequestResult {
    return this.#requests.answer(request);
  }

  view(): StepView {
    return this.#root.view();
  }

  /** The first process that is on; before and after that the last one that was. */
  process(): ProcessView | null {
    const leaves = [...this.#root.leaves()];
    return (leaves.find(({ on }) => on) ?? leaves.findLast(({ owner }) => owner !== null))?.owner?.view() ?? null;
  }

  /** The owners of the steps that are processes and have been reached. */
  owners(): readonly (readonly [step: StepPath, owner: ProcessOwner])[] {
    return [...this.#root.leaves()].flatMap(({ path, owner }) => (owner === null ? [] : [[path, owner] as const]));
  }

  /** Whose code runs right now, as claims and logs name it. */
  get claimant(): string {
    const step = this.#stepOf(this.loop.scope);
    return step === null ? 'protocol' : label(step);
  }

  /** Tells of the step whose code runs right now. */
  emitOfNow(): Emit {
    const step = this.#stepOf(this.loop.scope);
    return step === null ? this.options.emit : (event) => this.#tell(step, event);
  }

  /** The process whose code runs right now. */
  get ownerOfNow(): ProcessOwner | null {
    return this.#stepOf(this.loop.scope)?.owner ?? null;
  }

  /** What is noticed about the process whose code runs right now. */
  get warnings(): Warnings | null {
    return this.#stepOf(this.loop.scope)?.owner?.warnings ?? null;
  }

  /** What is noticed about the process that goes by a label. */
  warningsOf(claimant: string): Warnings | null {
    return [...this.#root.leaves()].find((leaf) => label(leaf) === claimant)?.owner?.warnings ?? null;
  }

  detached(): readonly DetachedView[] {
    return [...this.#root.leaves()].flatMap(({ owner }) => owner?.detached() ?? []);
  }

  // What the steps need.

  programOf(block: ProcessBlock): Program {
    return this.options.program(block.process);
  }

  newOwner(step: ProcessStep, point: unknown): ProcessOwner {
    const emit: Emit = (event) => {
      this.#tell(step, event);
      if (event.event === 'state') this.handling.look(step);
      if (event.event === 'term' || event.event === 'state') this.#terms.tellAround(step);
    };
    const { observer } = this.loop;
    const owner: ProcessOwner = new ProcessOwner({
      loop: this.loop,
      program: this.programOf(step.block),
      data: step.block.data,
      point,
      devices: this.options.devices,
      logger: this.options.loggerOf(emit),
      emit,
      onEnd: (outcome) => {
        this.options.stepEnded(label(step));
        step.processEnded(outcome);
      },
      numbers: this.#numbers,
    });
    // It has put itself in front of the loop; there it would hear of the others as well.
    this.#observers.set(owner, this.loop.observer);
    this.loop.observer = observer;
    this.#steps.set(owner, step);
    return owner;
  }

  declaredDuration(block: ProcessBlock): Term {
    const known = this.#durations.get(block);
    if (known !== undefined) return known;
    const term = declaredDuration(this.programOf(block), block.data, this.options.devices);
    this.#durations.set(block, term);
    return term;
  }

  requestOf(step: ProcessStep, request: Request): RequestResult {
    return this.#requests.ofProcess(step, request);
  }

  accept(step: Step, point: Json, reason: Reason): RequestResult {
    return this.#requests.tell(step.path, { type: 'jump', point }, reason, true);
  }

  stepChanged(step: Step): void {
    const { path, state, outcome, name } = step;
    const round = step instanceof RepeatStep && step.on ? step.view().round : undefined;
    this.options.emit({
      step: path,
      event: 'step',
      kind: step.block.kind,
      name,
      state,
      ...(outcome === null ? {} : { outcome }),
      ...(round === undefined ? {} : { round: round.number }),
    });
    this.#terms.tellAround(step);
  }

  ended(outcome: Outcome): void {
    this.options.ended(outcome);
  }

  #tell(step: Step, event: UntimedEvent): void {
    this.options.emit({ step: step.path, ...event });
  }

  #stepOf(scope: object | null): ProcessStep | null {
    const own = scope === null ? undefined : this.#steps.get(scope);
    if (own !== undefined) return own;
    for (const leaf of this.#root.leaves()) if (leaf.on) return leaf;
    return null;
  }
}

/** Two steps of one process have different claims. */
function label({ name, path }: ProcessStep): string {
  return `${name} (${path})`;
}
