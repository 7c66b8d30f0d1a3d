import { suspensionText } from '../../model/event-text.js';
import type { Handling, StepView } from '../../model/steps.js';
import type { Suspension } from '../../model/suspension.js';
import { durationText, remainingText } from '../../model/time-text.js';

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

/** What error handling is doing, and what can be done. */
export function handlingText(handling: Handling): string {
  return handling === 'stable'
    ? 'A step failed. Everything beside it stands still: retry it, skip it, or halt the steps around it.'
    : 'A step failed. The steps beside it are on their way to a stop.';
}

/** Said of a step that was asked to pause at `since` and has not come to a checkpoint within the grace time. */
export function overdueText(since: number, suspension: Suspension | null, now: number): string {
  const where = suspension === null ? '' : ` It waits ${suspensionText(suspension.at)}.`;
  return `Asked to pause ${durationText(Math.floor(Math.max(0, now - since)))} ago, and not at a checkpoint() yet.${where}`;
}
