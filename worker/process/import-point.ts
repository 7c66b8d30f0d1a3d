import type { Json } from '../../model/json.js';
import { plain } from './export-location.js';
import type { Program } from './program.js';

export type ImportedPoint = { readonly ok: true; readonly point: unknown } | { readonly ok: false; readonly message: string };

/** The point object for a point as it was asked for, or why it is none of this process (semantics 6.3). Runs code of the process. */
export function importPoint(program: Program, raw: Json): ImportedPoint {
  try {
    return { ok: true, point: program.importPoint(plain(raw, 'point')) };
  } catch (error) {
    return { ok: false, message: program.describe(error).message };
  }
}
