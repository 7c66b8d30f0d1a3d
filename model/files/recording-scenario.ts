import type { Json } from '../json.js';
import type { Recording } from '../recording.js';
import type { DataInput } from '../requests.js';

/** A text that is a value, as a data document writes it; other values stand for themselves. */
const dataOf = (data: DataInput): Json =>
  'text' in data ? data.text : typeof data.value === 'string' ? JSON.stringify(data.value) : data.value;

/**
 * The scenario that does to a process what was done in a recording (JSON, for `simulate --scenario`). The process, its protocol and a bench of
 * its own are files beside it.
 */
export function scenarioText({ source, data, point, seed, bench, acts, end }: Recording): string {
  const own = source.bench !== undefined && source.bench.trim() !== '';
  const scenario = {
    data: dataOf(data),
    ...(point === null ? {} : { point }),
    seed,
    ...(own ? {} : { bench }),
    until: end / 1e6,
    acts: acts.map(({ at, ...rest }) => ({ at: at / 1e6, ...rest })),
  };
  return `${JSON.stringify(scenario, null, 2)}\n`;
}
