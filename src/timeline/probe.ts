import { clockText, durationText } from '../../model/time-text.js';
import type { LaneBook } from './lane-book.js';
import type { Scale } from './picture/scale.js';
import type { Row } from './picture/surface.js';

/** What stands at a place of the picture. */
export interface Found {
  /** Virtual seconds. */
  readonly t: number;
  /** Of which row; empty: beside all. */
  readonly title: string;
  readonly text: string;
  /** From when to when, and for how long. */
  readonly stretch: string;
}

/** So many pixels beside it the pointer still means an event. */
const reach = 4;

/** What stands at `x` (pixels of the device) in a row. */
export function probe(row: Row | undefined, scale: Scale, x: number, now: number, ratio: number): Found {
  const t = Math.max(0, scale.instant(x));
  if (row === undefined) return { t, title: '', text: '', stretch: '' };
  if ('plot' in row) {
    const { title, samples, text, head } = row.plot;
    const value = t >= now ? head(now) : samples.at(t);
    return { t, title, text: Number.isNaN(value) || t > now ? '' : text(value), stretch: '' };
  }
  const { lane } = row;
  const around = lane.marks ? reach * ratio : 1;
  const index = lane.spans.highest(scale.instant(x - around), scale.instant(x + around));
  if (index === null) return { t, title: lane.title, text: '', stretch: '' };
  const [start, end] = [lane.spans.start(index), lane.spans.end(index)];
  return { t, title: lane.title, text: lane.text(index), stretch: stretchText(start, end, now) };
}

/** `00:00:12.0 to 00:01:00.0, 48 s`, or the instant. */
export function stretchText(start: number, end: number, now: number): string {
  if (end === start) return clockText(start, 1);
  const length = durationText(Math.min(end, now) - start, true);
  return end === Number.POSITIVE_INFINITY
    ? `since ${clockText(start, 1)}, ${length} so far`
    : `${clockText(start, 1)} to ${clockText(end, 1)}, ${length}`;
}

/** What every step did at an instant, in words: for those who hear the timeline. */
export function momentText(book: LaneBook, t: number): string {
  const parts = book.lanes
    .filter(({ sort }) => sort === 'state' || sort === 'location' || sort === 'await')
    .flatMap((lane) => {
      const count = lane.spans.countAt(t);
      const index = count - 1;
      if (index < 0 || lane.spans.end(index) < t) return [];
      const step = lane.id.includes(' ') && lane.sort === 'state' ? `step ${lane.id.slice(lane.id.indexOf(' ') + 1)} ` : '';
      return [`${step}${lane.label(index)}`];
    });
  return [clockText(t, 1), ...parts].join(', ');
}
