/** The run of a check as it may come out of the sandbox. */
import * as v from 'valibot';
import type { CheckRun } from '../../model/lessons/check.js';
import { event } from './wire-events.js';
import { count, json, list, text } from './wire-values.js';

/** More than the runtime keeps of the run of a check, and more than a check looks at. */
const most = { events: 50_000, values: 1_000 } as const;

export const checkRun = v.nullable(
  v.object({
    events: list(event, most.events),
    values: list(v.union([v.undefined(), json]), most.values),
    units: v.exactOptional(list(v.nullable(text), most.values)),
    stop: v.variant('type', [
      v.object({ type: v.picklist(['over', 'stands-still', 'too-long']) }),
      v.object({ type: v.literal('loop'), line: count }),
    ]),
  }),
) satisfies v.GenericSchema<unknown, CheckRun | null>;
