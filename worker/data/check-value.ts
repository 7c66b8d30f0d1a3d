import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import { type DataType, invalid } from './data-type.js';
import { nodeOfJson } from './read-json.js';
import { failuresOf, Report } from './report.js';

export type CheckedValue<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Failure[] };

/** Reads plain data as a type says: for points, messages and defaults. Messages begin with the path of the wrong member. */
export function checkValue<Value>(type: DataType<Value>, raw: Json): CheckedValue<Value> {
  const report = new Report();
  const value = type.read(nodeOfJson(raw), report);
  if (report.problems.length === 0 && value === invalid) report.problem({ span: null, path: '' }, 'The data is nested too deeply.');
  return value === invalid || report.problems.length > 0 ? { ok: false, problems: failuresOf(report.problems, null) } : { ok: true, value };
}
