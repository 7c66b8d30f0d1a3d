/** Where a step through a run's past leads: instants of its trace, in virtual seconds. */
import type { TraceEvent } from '../../model/events.js';
import type { StepPath } from '../../model/steps.js';
import { countAt, type Trace } from '../../model/trace.js';

export type Leap = 'event' | 'request' | 'suspension' | 'state';

/** Whether a step of a kind ends at an event. `path`: the process that is shown; `''`: one alone. */
function endsAt(leap: Leap, path: StepPath): (event: TraceEvent) => boolean {
  switch (leap) {
    case 'event':
      return () => true;
    case 'request':
      return ({ event }) => event === 'request';
    case 'suspension':
      return ({ event, step = '' }) => event === 'suspended' && step === path;
    case 'state':
      return ({ event, step = '' }) => event === 'state' && step === path;
  }
}

/** The next instant after `t` at which something of the kind happened; `null`: nothing did. */
export function nextInstant(trace: Trace, t: number, leap: Leap, path: StepPath = ''): number | null {
  const ends = endsAt(leap, path);
  for (let index = countAt(trace, t); index < trace.length; index++) if (ends(trace.events[index]!)) return trace.events[index]!.t;
  return null;
}

/** The last instant before `t` at which something happened; `null`: nothing did. */
export function previousInstant({ events, length }: Trace, t: number): number | null {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.t < t) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : events[low - 1]!.t;
}
