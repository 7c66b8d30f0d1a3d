import type { StepView } from '../../model/steps.js';
import type { Term } from '../../model/term.js';
import type { Block } from './block.js';
import { MovingStep, type Position } from './moving-step.js';
import type { Step } from './step.js';
import { followedBy, nothing, times } from './step-terms.js';

/** One step again and again. Its points are `{iteration, child}`, as Automancer's; iterations count from 0. */
export class RepeatStep extends MovingStep {
  protected readonly pointMember = 'iteration';

  protected get positions(): number | null {
    return (this.block as Extract<Block, { kind: 'repeat' }>).count;
  }

  protected childAt(): Step {
    return this.children[0]!;
  }

  /** A round begins in the next turn, so that rounds that take no time end up in no recursion. */
  protected enter({ number, child }: Position): void {
    this.position = number;
    this.host.loop.callSoon(() => {
      if (this.state === 'halting') return this.end('halted');
      if (this.positions !== null && number >= this.positions) return this.end('completed');
      this.childAt().reset();
      this.host.stepChanged(this);
      this.childAt().start(child);
    });
  }

  term(): Term {
    if (this.state === 'waiting') return this.duration();
    if (!this.on) return nothing;
    const left = this.positions === null ? null : Math.max(0, this.positions - this.position - 1);
    return followedBy(this.childAt().term(), times(this.childAt().duration(), left));
  }

  duration(): Term {
    return times(this.childAt().duration(), this.positions);
  }

  override view(): StepView {
    return { ...super.view(), ...(this.on ? { round: { number: this.position + 1, of: this.positions } } : {}) };
  }
}
