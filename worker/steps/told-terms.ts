import type { Term } from '../../model/term.js';
import type { Emit } from '../process/reporter.js';
import { sameTerm } from '../process/terms.js';
import type { Step } from './step.js';

/** Tells the trace how long the steps of steps take, whenever that has become another time (semantics 6.4). */
export class ToldTerms {
  readonly #told = new WeakMap<Step, Term>();

  constructor(private readonly emit: Emit) {}

  /** What goes on in a step is another: that can only change what is around it, which is told from the inside to the outside. */
  tellAround(step: Step): void {
    for (let around: Step | null = step; around !== null; around = around.parent) if (around.block.kind !== 'process') this.#tell(around);
  }

  /** The term of a step that has not been reached says nothing new: it is what it declares. */
  #tell(step: Step): void {
    if (step.state === 'waiting') return;
    const term = step.term();
    const told: Term = this.#told.get(step) ?? { type: 'unknown' };
    if (sameTerm(term, told)) return;
    this.#told.set(step, term);
    this.emit({ step: step.path, event: 'term', term });
  }
}
