/** Pieces that events and snapshots have in common. */
import * as v from 'valibot';
import { reasons } from '../../model/owner.js';
import { count, list, seconds, text } from './wire-values.js';

const optional = v.exactOptional;

const file = v.picklist(['process', 'data', 'protocol', 'bench']);
export const place = v.object({ file, line: count, column: count });
export const range = v.object({ ...place.entries, endLine: count, endColumn: count });
const placeOrRange = v.union([range, place]);

export const failure = v.object({
  kind: v.picklist(['load', 'data', 'process', 'runtime']),
  name: text,
  message: text,
  hint: optional(text),
  place: optional(placeOrRange),
  causes: optional(list(v.object({ name: text, message: text }))),
  stack: optional(list(v.object({ function: text, line: count, column: count }))),
});
export const failures = list(failure);

export const form = v.picklist(['normal', 'pausing', 'paused', 'jumping', 'swapping', 'halting']);
export const outcome = v.picklist(['completed', 'halted', 'cancelled', 'stopped']);
export const requestType = v.picklist(['pause', 'resume', 'halt', 'jump', 'swap', 'message', 'retry', 'skip']);
export const reason = v.picklist(reasons);
export const stepKind = v.picklist(['process', 'sequence', 'parallel', 'repeat']);
export const stepState = v.picklist(['waiting', 'active', 'halting', 'held', 'ended']);
export const term = v.variant('type', [
  v.object({ type: v.literal('unknown') }),
  v.object({ type: v.literal('forever') }),
  v.object({ type: v.literal('datetime'), value: seconds, resolution: optional(seconds) }),
  v.object({ type: v.literal('duration'), value: seconds, resolution: optional(seconds) }),
]);
export const suspensionKind = v.picklist(['wait', 'checkpoint', 'receive', 'plain', 'blocking']);
export const frames = list(
  v.object({
    function: text,
    line: count,
    column: count,
    endLine: count,
    endColumn: count,
    kind: suspensionKind,
  }),
);
