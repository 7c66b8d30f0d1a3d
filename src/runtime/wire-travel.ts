/** Answers about the past of a run as they may come out of the sandbox. */
import * as v from 'valibot';
import { recording } from '../../model/files/recording-schema.js';
import type { Foresight, Glimpse, Moment, RunReply, TracePart } from '../../model/travel.js';
import { event } from './wire-events.js';
import { place, suspensionKind } from './wire-parts.js';
import { device, requestResult, runReply, snapshot } from './wire-schemas.js';
import { services } from './wire-services.js';
import { count, list, seconds } from './wire-values.js';

/** Some events bring much, most bring little; looking at so much plain data takes a few milliseconds. */
export const tracePartNodes = 300_000;
export const tracePart = v.object({ run: count, first: count, events: list(event), total: count }) satisfies v.GenericSchema<
  unknown,
  TracePart
>;
export const presentRecording = v.nullable(recording);
export const moment = v.nullable(v.object({ at: seconds, snapshot, services })) satisfies v.GenericSchema<unknown, Moment | null>;
export const replayReply = v.nullable(runReply) satisfies v.GenericSchema<unknown, RunReply | null>;
export const glimpse = v.nullable(
  v.object({ at: seconds, ambient: v.pipe(v.number(), v.finite()), devices: list(device, 200) }),
) satisfies v.GenericSchema<unknown, Glimpse | null>;
export const foresight = v.nullable(
  v.object({
    verdict: requestResult,
    effect: v.picklist(['now', 'later', 'recreates', 'never', 'unknown']),
    at: v.nullable(seconds),
    place: v.nullable(place),
    by: v.nullable(v.union([suspensionKind, v.literal('test')])),
  }),
) satisfies v.GenericSchema<unknown, Foresight | null>;
