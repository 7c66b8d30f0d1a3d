import type { TraceEvent } from '../events.js';
import type { Json } from '../json.js';
import type { Check, CheckRun, Expectation, Expected, Pattern, Probe, Range, Window } from './check.js';
import { fits, matches, within } from './pattern.js';
import { endOf, seenInstead } from './seen.js';

/** What a check says about a run. */
export type Verdict =
  | { readonly met: true }
  | {
      readonly met: false;
      /** What is missing and where to look. */
      readonly missing: string;
      /** What was seen instead, in sentences. */
      readonly instead: string;
      /** The instant that shows it, in virtual seconds. */
      readonly at: number;
    };

/** The values that have to be read during the run of a check, in the order of its expectations. */
export function probesOf({ expect }: Check): readonly Probe[] {
  return expect.flatMap((one) => (one.type === 'device' ? [{ node: one.node, at: one.at }] : []));
}

/** The nodes of which the expectations of a check want every change. */
export function nodesOf({ expect }: Check): readonly string[] {
  const paths = expect.flatMap(patternsOf).flatMap(({ event, path }) => (event === 'device' && typeof path === 'string' ? [path] : []));
  return [...new Set(paths)];
}

export function patternsOf(expected: Expected): readonly Pattern[] {
  if (expected.type === 'order') return expected.patterns;
  return expected.type === 'event' || expected.type === 'never' ? [expected.pattern] : [];
}

/** Looks whether everything was seen that a check wants; the first thing that was not decides. */
export function evaluate(check: Check, run: CheckRun): Verdict {
  let probe = 0;
  for (const expectation of check.expect) {
    const unit = run.units?.[probe] ?? null;
    const value = expectation.type === 'device' ? run.values[probe++] : undefined;
    const result = look(expectation, run, value);
    if (result.met) continue;
    const at = Math.max(0, Math.min(expectation.show ?? result.at, lastInstant(run)));
    return { met: false, missing: expectation.missing, instead: seenInstead(expectation, run, result.found, { value, unit }), at };
  }
  return { met: true };
}

interface Look {
  readonly met: boolean;
  /** The events that fitted. */
  readonly found: readonly TraceEvent[];
  /** The instant that shows why not. */
  readonly at: number;
}

function look(expected: Expectation, run: CheckRun, value: Json | undefined): Look {
  const last = lastInstant(run);
  switch (expected.type) {
    case 'event': {
      const found = inWindow(run.events, expected).filter((event) => matches(event, expected.pattern));
      const wanted = typeof expected.count === 'number' ? { min: expected.count, max: expected.count } : expected.count;
      const tooMany = found.length > (wanted.max ?? Infinity) ? found[wanted.max ?? 0] : undefined;
      return { met: within(found.length, wanted), found, at: tooMany?.t ?? expected.to ?? found.at(-1)?.t ?? expected.from ?? last };
    }
    case 'never': {
      const found = inWindow(run.events, expected).filter((event) => matches(event, expected.pattern));
      return { met: found.length === 0, found, at: found[0]?.t ?? last };
    }
    case 'order': {
      const found = inOrder(inWindow(run.events, expected), expected.patterns);
      return { met: found.length === expected.patterns.length, found, at: expected.to ?? last };
    }
    case 'outcome': {
      const end = endOf(run);
      return { met: end?.outcome === expected.outcome, found: [], at: last };
    }
    case 'device':
      return { met: fitsValue(value, expected), found: [], at: expected.at };
    case 'takes': {
      const end = endOf(run);
      const ended = end !== undefined && end.outcome !== 'running';
      return { met: ended && within(end.t, expected), found: [], at: last };
    }
  }
}

function inWindow(events: readonly TraceEvent[], { from = 0, to = Infinity }: Window): readonly TraceEvent[] {
  return events.filter(({ t }) => t >= from && t <= to);
}

/** The events that fit the patterns one after the other, as far as there are any. */
function inOrder(events: readonly TraceEvent[], patterns: readonly Pattern[]): readonly TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const event of events) {
    const next = patterns[found.length];
    if (next !== undefined && matches(event, next)) found.push(event);
  }
  return found;
}

function fitsValue(value: Json | undefined, { is, min, max }: { readonly is?: Json } & Range): boolean {
  if (value === undefined || (is !== undefined && !fits(value, is))) return false;
  return (min === undefined && max === undefined) || (typeof value === 'number' && within(value, rangeOf(min, max)));
}

const rangeOf = (min = -Infinity, max = Infinity): Range => ({ min, max });

const lastInstant = ({ events }: CheckRun): number => events.at(-1)?.t ?? 0;
