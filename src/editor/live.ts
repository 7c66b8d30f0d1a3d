import type { Place, Range } from '../../model/place.js';
import type { Suspension } from '../../model/suspension.js';
import { clockText } from '../../model/time-text.js';

/** One await at which the process is suspended, in the text as it is now. */
export interface LiveFrame {
  readonly range: Range;
  /** The one that it really waits for; the others wait for the function that contains it. */
  readonly innermost: boolean;
  /** The text there was changed since the run began; the place is about where it was. */
  readonly stale: boolean;
}

/** The awaits to mark, outermost first. `before` is given back when nothing has changed, so that nothing is drawn anew. */
export function liveFrames(
  suspension: Suspension | null,
  now: (place: Range) => { readonly range: Range; readonly stale: boolean },
  before: readonly LiveFrame[] = [],
): readonly LiveFrame[] {
  const at = suspension?.at ?? [];
  const frames = at.map((frame, index): LiveFrame => {
    const { line, column, endLine, endColumn } = frame;
    const { range, stale } = now({ file: 'process', line, column, endLine, endColumn });
    return { range, stale, innermost: index === at.length - 1 };
  });
  return frames.length === before.length && frames.every((frame, index) => sameFrame(frame, before[index])) ? before : frames;
}

function sameFrame(a: LiveFrame, b: LiveFrame | undefined): boolean {
  if (!b || a.innermost !== b.innermost || a.stale !== b.stale) return false;
  return samePlace(a.range, b.range) && a.range.endLine === b.range.endLine && a.range.endColumn === b.range.endColumn;
}

const samePlace = (a: Place, b: Place): boolean => a.file === b.file && a.line === b.line && a.column === b.column;

/** What stands beside the innermost await: what it waits for, and how long it has. `seconds`: the virtual time. */
export function liveNote(suspension: Suspension, seconds: number, stale: boolean): string {
  const kind = suspension.at.at(-1)?.kind ?? 'plain';
  const elapsed = shortClock(seconds - suspension.since);
  const what = suspension.detail ? ` · ${suspension.detail}` : '';
  const words = {
    checkpoint: 'suspended here · paused',
    receive: `waiting${what || ' · for a message'} ·`,
    blocking: `cannot be interrupted${what} ·`,
    wait: `waiting${what} ·`,
    plain: `waiting${what} ·`,
  }[kind];
  return `${stale ? 'changed since the run · ' : ''}${words} ${elapsed}`;
}

/** The exact times, for who points at the note. */
export function liveNoteTitle({ since, until }: Suspension): string {
  return `Since ${clockText(since)}${until === undefined ? '' : `, until ${clockText(until)}`} (virtual time)`;
}

/** `00:12`, or `01:00:12` from an hour on. */
function shortClock(seconds: number): string {
  const text = clockText(seconds);
  return text.startsWith('00:') ? text.slice(3) : text;
}
