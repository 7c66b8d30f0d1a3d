import type { StepView } from '../../model/steps.js';
import { remainingText } from '../../model/time-text.js';

/** How a step is getting on, in a few words; `process` is the name of the state of its process. */
export function stepStateText(step: StepView, process: string | null): string {
  const round = step.round ? ` · round ${step.round.number}${step.round.of === null ? '' : ` of ${step.round.of}`}` : '';
  switch (step.state) {
    case 'waiting':
      return 'Waiting';
    case 'held':
      return step.haltedByHandling ? 'Halted by the error' : 'Over, held';
    case 'ended':
      if (step.haltedByHandling) return 'Halted by the error';
      return { halted: 'Halted', stopped: 'Stopped', completed: 'Done', cancelled: 'Done' }[step.outcome ?? 'completed'];
    case 'halting':
      return 'Halting';
    case 'active':
      return `${process ?? 'Running'}${round}`;
  }
}

/** How long a step still takes, where that is known and worth telling. */
export function stepTimeText({ state, term }: StepView, now: number): string {
  return state === 'ended' || state === 'held' || term.type === 'unknown' ? '' : remainingText(term, now);
}
