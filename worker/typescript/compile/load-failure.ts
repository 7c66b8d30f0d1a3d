import type { Failure } from '../../../model/failure.js';
import type { Place, Range } from '../../../model/place.js';

/** Why a text cannot be loaded as a process. */
export function loadFailure(name: string, message: string, hint: string | null, place?: Place | Range | null): Failure {
  return { kind: 'load', name, message, ...(hint === null ? {} : { hint }), ...(place ? { place } : {}) };
}
