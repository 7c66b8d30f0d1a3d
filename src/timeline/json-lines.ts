/** Events as text, an event a line: what `simulate` prints. */
import type { TraceEvent } from '../../model/events.js';
import { browserSlices, inSlices, type SliceTime } from '../ui/slices.js';

/** `read` gives the event of a row, `null` for a row without one. Works in slices: a million rows would stop the page for seconds. */
export async function jsonLines(count: number, read: (index: number) => TraceEvent | null, time: SliceTime = browserSlices): Promise<Blob> {
  const parts: string[] = [];
  let lines: string[] = [];
  const join = (): void => {
    if (lines.length > 0) parts.push(lines.join(''));
    lines = [];
  };
  await inSlices(
    count,
    (index) => {
      const event = read(index);
      if (event !== null) lines.push(`${JSON.stringify(event)}\n`);
      if (lines.length >= 4096) join();
    },
    time,
  );
  join();
  return new Blob(parts, { type: 'application/jsonl' });
}
