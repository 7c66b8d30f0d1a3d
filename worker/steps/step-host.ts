import type { Json } from '../../model/json.js';
import type { Outcome, Reason } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import type { Term } from '../../model/term.js';
import type { EventLoop } from '../task/index.js';
import type { ProcessOwner } from '../process/owner.js';
import type { Program } from '../process/program.js';
import type { ProcessBlock } from './block.js';
import type { ErrorHandling } from './error-handling.js';
import type { ProcessStep } from './process-step.js';
import type { Step } from './step.js';

/** What the steps of a protocol need of the run that they belong to. */
export interface StepHost {
  readonly loop: EventLoop;
  readonly handling: ErrorHandling;
  programOf(block: ProcessBlock): Program;
  /** A new owner for a step that is a process; `point` as the process has imported it, `null`: at its beginning. */
  newOwner(step: ProcessStep, point: unknown): ProcessOwner;
  /** How long a process says that it takes with the data of the protocol. */
  declaredDuration(block: ProcessBlock): Term;
  /** Carries out a request to a process and tells the trace. */
  requestOf(step: ProcessStep, request: Request): RequestResult;
  /** Tells the trace that a step takes a jump, before it does. */
  accept(step: Step, point: Json, reason: Reason): RequestResult;
  /** Tells of a step that is another state, outcome or round. */
  stepChanged(step: Step): void;
  /** The whole protocol is over. */
  ended(outcome: Outcome): void;
}
