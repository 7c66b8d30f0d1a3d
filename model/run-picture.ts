/** A run as a small picture: what state it was in, where it said that it was, and what devices did meanwhile. */
import { stateOf } from './event-look.js';
import type { TraceEvent } from './events.js';
import type { Json } from './json.js';
import { stateName } from './owner.js';

export interface RunPicture {
  /** Virtual seconds from the beginning to the end. */
  readonly length: number;
  /** The states of the process, in order; none for a protocol, whose steps have each their own. */
  readonly states: readonly PictureState[];
  /** What the process said about where it was, or the steps of a protocol, from top to bottom. */
  readonly rows: readonly string[];
  /** When it was in which of `rows`, in order of time. */
  readonly spans: readonly PictureSpan[];
  readonly curves: readonly PictureCurve[];
}

/** `name` as a person reads it: `Paused`. Times in virtual seconds. */
export interface PictureState {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface PictureSpan {
  /** Index in `rows`. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Of a step of a protocol: its state. */
  readonly state?: string;
}

/** A value of a device, or the progress of the process. It holds from each of `points` to the next, unless it is `slanted`. */
export interface PictureCurve {
  /** `thermostat.readout`, or `progress`. */
  readonly name: string;
  /** As the device counts; left out: none. */
  readonly unit?: string;
  readonly low: number;
  readonly high: number;
  /** Time in virtual seconds and value; `null`: from here on there is none. */
  readonly points: readonly (readonly [number, number | null])[];
  readonly slanted?: boolean;
}

/** More would be a wall of lines in a picture of this size. */
const mostRows = 16;
const mostCurves = 2;
/** What is shorter than this share of the run cannot be seen. */
const leastShare = 0.004;

/**
 * Draws a run from all of its events, those of devices included. `nodes` are the values of devices that its process speaks of, such as
 * `pump.flow`: they are drawn rather than others of the same devices.
 */
export function runPicture(events: readonly TraceEvent[], nodes: readonly string[]): RunPicture {
  const length = Math.max(events.at(-1)?.t ?? 0, 1e-6);
  const steps = stepRows(events, length);
  const places = steps ?? locationRows(events, length);
  const curves = [...progressCurve(events, length), ...deviceCurves(events, nodes)].slice(0, mostCurves);
  return { length, states: steps === null ? statesOf(events, length) : [], ...places, curves };
}

interface Rows {
  readonly rows: readonly string[];
  readonly spans: readonly PictureSpan[];
}

function statesOf(events: readonly TraceEvent[], length: number): readonly PictureState[] {
  const named = events.flatMap((event) => {
    const state = stateOf(event);
    return state === null ? [] : [{ at: event.t, name: stateName(state) }];
  });
  const spans = named.map(({ at, name }, index) => ({ name, from: at, to: named[index + 1]?.at ?? length }));
  return joined(spans.filter(({ from, to }) => to - from > length * leastShare));
}

/** Neighbours of one name become one. */
function joined(spans: readonly PictureState[]): readonly PictureState[] {
  const result: PictureState[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.name === span.name) result[result.length - 1] = { ...last, to: span.to };
    else result.push(span);
  }
  return result;
}

/** The processes of a protocol with their states; `null`: there is no protocol. */
function stepRows(events: readonly TraceEvent[], length: number): Rows | null {
  const paths = new Map<string, string>();
  for (const event of events) {
    if (event.event === 'step' && event.kind === 'process' && event.step !== undefined) paths.set(event.step, event.name);
  }
  if (paths.size === 0) return null;
  const shown = [...paths].slice(0, mostRows);
  const spans = shown.flatMap(([path], row) =>
    statesOf(
      events.filter(({ step }) => step === path),
      length,
    )
      // How it ended lasts until the end of the run: that is no time of the step.
      .filter(({ name }) => !['Done', 'Halted', 'Stopped'].includes(name))
      .map(({ name, from, to }) => ({ row, from, to, state: name })),
  );
  return { rows: shown.map(([, name]) => name), spans };
}

function locationRows(events: readonly TraceEvent[], length: number): Rows {
  const told = events.flatMap((event) => {
    const label = event.event === 'location' ? labelOf(event.location) : null;
    return label === null ? [] : [{ at: event.t, label }];
  });
  const all = [...new Set(told.map(({ label }) => label))];
  const rows = all.slice(0, mostRows);
  const spans: PictureSpan[] = [];
  told.forEach(({ at, label }, index) => {
    const row = rows.indexOf(label);
    const to = told[index + 1]?.at ?? length;
    const last = spans.at(-1);
    if (row < 0 || to - at < length * leastShare) return;
    if (last?.row === row && last.to === at) spans[spans.length - 1] = { ...last, to };
    else spans.push({ row, from: at, to });
  });
  const seen = new Set(spans.map(({ row }) => row));
  const kept = rows.filter((_, row) => seen.has(row));
  return { rows: kept, spans: spans.map((span) => ({ ...span, row: kept.indexOf(rows[span.row]!) })) };
}

/** A short name for a location: its first word, else its first whole number, else its first path or address; `null`: none of these. */
function labelOf(location: Json): string | null {
  if (typeof location === 'string') return location;
  if (typeof location !== 'object' || location === null || 'progress' in location) return null;
  const parts = Object.entries(location);
  const texts = parts.flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
  const count = parts.find(([, value]) => Number.isInteger(value));
  return texts.find((text) => !text.includes('/')) ?? (count ? `${count[0]} ${count[1] as number}` : null) ?? texts[0] ?? null;
}

/** Locations with `progress`: with a `date` (virtual milliseconds) and a `duration` it goes on by itself until the next one. */
function progressCurve(events: readonly TraceEvent[], length: number): readonly PictureCurve[] {
  const told = events.flatMap(({ t, ...event }) =>
    event.event === 'location' && typeof event.location === 'object' && event.location !== null && 'progress' in event.location
      ? [{ at: t, ...(event.location as { readonly progress: Json; readonly date?: Json; readonly duration?: Json }) }]
      : [],
  );
  const points: [number, number][] = [];
  told.forEach(({ at, progress, date, duration }, index) => {
    if (typeof progress !== 'number') return;
    points.push([at, progress]);
    const to = told[index + 1]?.at ?? length;
    const runs = typeof date === 'number' && typeof duration === 'number' && duration > 0;
    points.push([to, runs ? Math.min(1, progress + ((to - at) * 1000) / duration) : progress]);
  });
  return points.length < 2 ? [] : [{ name: 'progress', low: 0, high: 1, points, slanted: true }];
}

function deviceCurves(events: readonly TraceEvent[], nodes: readonly string[]): readonly PictureCurve[] {
  const devices = new Set(nodes.map((node) => node.split('.')[0]));
  const values = new Map<string, { unit: string | undefined; points: [number, number | null][] }>();
  for (const event of events) {
    if (event.event !== 'device' || !devices.has(event.path.split('.')[0]) || event.path.startsWith('clock.')) continue;
    const value = typeof event.value === 'boolean' ? Number(event.value) : event.value;
    if (typeof value !== 'number' && value !== null) continue;
    if (!values.has(event.path)) values.set(event.path, { unit: event.unit, points: [] });
    values.get(event.path)!.points.push([event.t, value]);
  }
  const curves = [...values].flatMap(([name, { unit, points }]) => {
    const numbers = points.flatMap(([, value]) => (value === null ? [] : [value]));
    const low = Math.min(...numbers);
    const high = Math.max(...numbers);
    if (!(high > low)) return [];
    return [{ name, ...(unit === undefined ? {} : { unit }), low, high, points: thinned(points, (high - low) * 0.02) }];
  });
  const spoken = (name: string): number => (nodes.includes(name) ? 1 : 0);
  return curves.sort((one, other) => spoken(other.name) - spoken(one.name) || other.points.length - one.points.length);
}

/** Leaves out values that differ from the last one kept by no more than `least`; the last one stays. */
function thinned(points: readonly (readonly [number, number | null])[], least: number): readonly (readonly [number, number | null])[] {
  const kept: (readonly [number, number | null])[] = [];
  points.forEach((point, index) => {
    const last = kept.at(-1)?.[1];
    const close = typeof last === 'number' && point[1] !== null && Math.abs(point[1] - last) <= least;
    if (!close || index === points.length - 1) kept.push(point);
  });
  return kept;
}
