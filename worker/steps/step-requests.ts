import { reasonText } from '../../model/messages.js';
import type { Reason } from '../../model/owner.js';
import type { Request, RequestResult } from '../../model/requests.js';
import type { StepPath } from '../../model/steps.js';
import { answerRequest, payload } from '../process/owner-requests.js';
import type { Emit } from '../process/reporter.js';
import { ParallelStep } from './parallel-step.js';
import { ProcessStep } from './process-step.js';
import { type Step, StepPointError } from './step.js';

/** What requests to the steps of a protocol come to. Every one is answered, and told to the trace. */
export class StepRequests {
  constructor(
    private readonly root: () => Step,
    private readonly emit: Emit,
  ) {}

  answer(request: Request): RequestResult {
    const { step: path = '' } = request;
    const step = this.#find(path);
    if (step === null) return this.tell(path, request, 'no-such-step', false);
    try {
      if (request.type === 'jump') return step.on ? step.jump(request.point, request.force === true) : this.#notOn(step, request);
      return step instanceof ProcessStep ? this.ofProcess(step, request) : this.#ofComposite(step, request);
    } catch (error) {
      if (!(error instanceof StepPointError)) throw error;
      return this.tell(path, request, 'invalid-point', false, error.message);
    }
  }

  ofProcess(step: ProcessStep, request: Request): RequestResult {
    const over = step.state === 'held' || step.state === 'ended';
    if (over && request.type === 'retry' && step.haltedByHandling && mayRunAgain(step)) {
      const result = this.tell(step.path, request, 'accepted', true);
      step.runAgain();
      return result;
    }
    if (!step.on || step.state === 'held' || step.owner === null) return this.#notOn(step, request);
    const { step: _, ...toProcess } = request;
    return answerRequest(step.owner, toProcess, (event) => this.emit({ step: step.path, ...event }));
  }

  /** Tells the trace what came of a request. */
  tell(path: StepPath, request: Request, reason: Reason, accepted: boolean, detail = ''): RequestResult {
    this.emit({ step: path, event: 'request', type: request.type, ...payload(request), accepted, reason });
    return { accepted, reason, message: [reasonText(request.type, reason), detail].filter(Boolean).join(' ') };
  }

  #ofComposite(step: Step, request: Request): RequestResult {
    if (request.type !== 'halt' && request.type !== 'skip') return this.tell(step.path, request, 'not-a-process', false);
    if (!step.on) return this.#notOn(step, request);
    const result = this.tell(step.path, request, step.state === 'halting' ? 'repeated' : 'accepted', true);
    step.halt();
    return result;
  }

  #notOn(step: Step, request: Request): RequestResult {
    return this.tell(step.path, request, step.state === 'waiting' ? 'not-running' : 'ended', false);
  }

  #find(path: StepPath): Step | null {
    for (const step of this.root().steps()) if (step.path === path) return step;
    return null;
  }
}

/** As long as what follows it has not begun. */
function mayRunAgain(step: ProcessStep): boolean {
  return step.state === 'held' || (step.parent instanceof ParallelStep && step.parent.state === 'active');
}
