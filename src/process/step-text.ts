import type { StepView } from '../../model/steps.js';

/** How a step is getting on, in a few words; `process` is the name of the state of its process. */
export function stepStateText(step: StepView, process: string | null): string {
  const round = step.round ? ` · round ${step.round.number}${step.round.of === null ? '' : ` of ${step.round.of}`}` : '';
  switch (step.state) {
    case 'waiting':
      return 'Waiting';
    case 'held':
      return step.haltedByHandling ? 'Halted by error handling' : 'Over, held';
    case 'ended':
      if (step.haltedByHandling) return 'Halted by error handling';
      return step.outcome === 'halted' ? 'Halted' : 'Done';
    case 'halting':
      return 'Halting';
    case 'active':
      return `${process ?? 'Running'}${round}`;
  }
}
