import type { Json } from '../../model/json.js';
import type { RequestResult } from '../../model/requests.js';
import type { Term } from '../../model/term.js';
import { CompositeStep } from './composite-step.js';
import { StepPointError } from './step.js';
import { later, nothing } from './step-terms.js';

/** Steps at the same time; over when all of them are. */
export class ParallelStep extends CompositeStep {
  start(): void {
    this.reset();
    this.become('active');
    for (const child of this.children) child.start(null);
  }

  childEnded(): void {
    if (this.children.some((child) => child.on || child.state === 'waiting')) return;
    this.end(this.state === 'halting' ? 'halted' : 'completed');
  }

  jump(): RequestResult {
    throw this.#noPoints();
  }

  checkPoint(point: Json): void {
    if (point !== null) throw this.#noPoints();
  }

  term(): Term {
    if (this.state !== 'waiting' && !this.on) return nothing;
    const now = this.host.loop.clock.seconds;
    return this.children.map((child) => child.term()).reduce((one, other) => later(one, other, now), nothing);
  }

  duration(): Term {
    return this.children.map((child) => child.duration()).reduce((one, other) => later(one, other, 0), nothing);
  }

  #noPoints(): StepPointError {
    return new StepPointError('Steps that run at the same time have no points: jump within one of them.');
  }
}
