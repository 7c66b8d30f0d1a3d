import type { Row } from './picture/surface.js';

export interface TableRow {
  readonly key: string;
  readonly lane: string;
  /** Virtual seconds. */
  readonly start: number;
  /** `null`: it is not over. */
  readonly end: number | null;
  readonly text: string;
}

/** What is in sight of the timeline as a table, in the order of time; at most `most` rows. `more`: there are others. */
export function tableRows(
  rows: readonly Row[],
  from: number,
  to: number,
  now: number,
  most: number,
): { readonly rows: readonly TableRow[]; readonly more: boolean } {
  const found: TableRow[] = [];
  for (const row of rows) {
    if ('plot' in row) {
      const { samples, title, id, text } = row.plot;
      const [first, end] = [Math.max(0, samples.countAt(from) - 1), samples.countAt(to)];
      for (let index = first; index < Math.min(end, first + most + 1); index++) {
        const value = samples.value(index);
        // A jump: the next one stands at the same instant.
        if (index + 1 < samples.length && samples.time(index + 1) === samples.time(index)) continue;
        const next = index + 1 < samples.length ? samples.time(index + 1) : null;
        found.push({
          key: `${id} ${index}`,
          lane: title,
          start: samples.time(index),
          end: next,
          text: Number.isNaN(value) ? 'No value' : text(value),
        });
      }
      continue;
    }
    const { lane } = row;
    for (const index of lane.spans.within(from, Math.min(to, now), most + 1)) {
      const end = lane.spans.end(index);
      const start = lane.spans.start(index);
      found.push({
        key: `${lane.id} ${index}`,
        lane: lane.title,
        start,
        end: end === Number.POSITIVE_INFINITY ? null : end,
        text: lane.text(index),
      });
    }
  }
  found.sort((one, other) => one.start - other.start);
  return { rows: found.slice(0, most), more: found.length > most };
}
