import type { Term } from '../../model/term.js';
import { MovingStep, type Position } from './moving-step.js';
import type { Step } from './step.js';
import { followedBy, nothing } from './step-terms.js';

/** Steps one after the other. Its points are `{index, child}`, as Automancer's. */
export class SequenceStep extends MovingStep {
  protected readonly pointMember = 'index';

  protected get positions(): number {
    return this.children.length;
  }

  protected childAt(index: number): Step {
    return this.children[index]!;
  }

  protected enter({ number, child }: Position): void {
    this.position = number;
    for (const later of this.children.slice(number)) later.reset();
    const step: Step | undefined = this.children[number];
    if (step === undefined) this.end('completed');
    else step.start(child);
  }

  term(): Term {
    if (this.state === 'waiting') return this.duration();
    if (!this.on) return nothing;
    const rest = this.children.slice(this.position + 1).map((child) => child.duration());
    return rest.reduce(followedBy, this.children[this.position]?.term() ?? nothing);
  }

  duration(): Term {
    return this.children.map((child) => child.duration()).reduce(followedBy, nothing);
  }
}
