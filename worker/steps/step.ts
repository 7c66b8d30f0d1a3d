import type { Json } from '../../model/json.js';
import type { Outcome } from '../../model/owner.js';
import type { RequestResult } from '../../model/requests.js';
import { isOn, type StepPath, type StepState, type StepView } from '../../model/steps.js';
import type { Term } from '../../model/term.js';
import type { Block } from './block.js';
import type { CompositeStep } from './composite-step.js';
import type { ProcessStep } from './process-step.js';
import type { StepHost } from './step-host.js';

/** Said of a point that is none of a step. */
export class StepPointError extends Error {}

/** One step of a protocol that is carried out. It is started, ends, and may be started again. */
export abstract class Step {
  state: StepState = 'waiting';
  outcome: Outcome | null = null;

  constructor(
    readonly path: StepPath,
    readonly parent: CompositeStep | null,
    protected readonly host: StepHost,
  ) {}

  abstract readonly block: Block;
  abstract readonly name: string;

  /** Begins at a point; `null`: at the beginning. The point has been checked. */
  abstract start(point: Json): void;
  /** Halts whatever is going on in it; again while it is halting already. */
  abstract halt(): void;
  /** Answers a jump that was made to this step. */
  abstract jump(point: Json, force: boolean): RequestResult;
  /** Raises `StepPointError` for a point at which it cannot start. */
  abstract checkPoint(point: Json): void;
  /** What is left of it. */
  abstract term(): Term;
  /** How long all of it takes, as far as that is known beforehand. */
  abstract duration(): Term;
  abstract view(): StepView;
  /** Goes on although an error held it. */
  abstract release(): void;
  /** The steps within it that are processes, in the order of the protocol. */
  abstract leaves(): Iterable<ProcessStep>;
  abstract steps(): Iterable<Step>;

  /** It is on: reached, and not over. */
  get on(): boolean {
    return isOn(this.state);
  }

  /** Something around it is being halted. */
  get beingHaltedAround(): boolean {
    return this.parent !== null && (this.parent.state === 'halting' || this.parent.beingHaltedAround);
  }

  within(scope: Step): boolean {
    return this === scope || (this.parent?.within(scope) ?? false);
  }

  /** Forgets the last time: the steps around it begin anew. */
  reset(): void {
    this.state = 'waiting';
    this.outcome = null;
  }

  protected become(state: StepState): void {
    this.state = state;
    this.host.stepChanged(this);
  }

  protected end(outcome: Outcome): void {
    this.outcome = outcome;
    this.become('ended');
    if (this.parent) this.parent.childEnded(this);
    else this.host.ended(outcome);
  }
}
