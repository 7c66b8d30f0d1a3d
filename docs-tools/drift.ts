import { prettyLine } from '../cli/pretty.js';
import { eventText } from '../model/event-text.js';
import type { TraceEvent } from '../model/events.js';
import { Comparison } from '../model/first-difference.js';
import type { Trace } from '../model/trace.js';
import { clockText } from '../model/time-text.js';

/** Where two runs part, in three lines for a person; `null`: they are the same. */
export function driftText(recorded: readonly TraceEvent[], now: readonly TraceEvent[]): string | null {
  const comparison = new Comparison();
  while (comparison.advance(traceOf(recorded), traceOf(asWritten(now)), true));
  const { found } = comparison;
  if (found === null) return null;
  const shown = shownDifference(found.one, found.other);
  return [`The same until ${clockText(found.at, 3)}, then:`, `  recorded  ${shown(found.one)}`, `  now       ${shown(found.other)}`].join(
    '\n',
  );
}

const traceOf = (events: readonly TraceEvent[]): Trace => ({ events, length: events.length, total: events.length });

/** What a file makes of numbers that JSON does not know, it has to make of both. */
const asWritten = (events: readonly TraceEvent[]): readonly TraceEvent[] => JSON.parse(JSON.stringify(events)) as readonly TraceEvent[];

/** In words, as long as these tell the two apart; else as it stands in the file. */
function shownDifference(one: TraceEvent | null, other: TraceEvent | null): (event: TraceEvent | null) => string {
  const words = (event: TraceEvent | null): string => {
    if (event === null) return 'nothing more';
    // A line of a file that somebody wrote may be an event of no known kind.
    const sentence: string | undefined = eventText(event);
    return sentence === undefined ? JSON.stringify(event) : prettyLine(event, false);
  };
  return words(one) === words(other) ? (event) => JSON.stringify(event) : words;
}
