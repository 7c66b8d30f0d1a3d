/** A condition on a run: what a device has come to, or where a process says that it is. */
import { dataText } from '../../model/messages.js';
import type { NodeHistory } from '../../model/history.js';
import type { Json } from '../../model/json.js';
import type { StepPath } from '../../model/steps.js';
import { countAt, type Trace } from '../../model/trace.js';

export const comparisons = ['=', '≠', '<', '≤', '>', '≥'] as const;
export type Comparison = (typeof comparisons)[number];

export interface Condition {
  /** A node by its path (`thermostat.readout`), or a member of the location (`left.value`; empty: the whole of it). */
  readonly of: 'node' | 'location';
  readonly path: string;
  readonly comparison: Comparison;
  /** As it was typed: a number, or a text. */
  readonly value: string;
  /** The values that there are, where it is one of a few: off and on, or the cases of an enum, in their order. */
  readonly choices?: readonly Choice[];
}

/** One of a few values: how it is compared, and what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a boolean can be. */
export const switchChoices: readonly Choice[] = [
  { value: 'false', label: 'off' },
  { value: 'true', label: 'on' },
];

/** How values are compared of which there are a few. */
export const equalities: readonly Comparison[] = ['=', '≠'];

/** Whether a value is as wanted. Numbers are compared as numbers; anything else only equals, or does not. */
export function holds(value: Json | undefined, comparison: Comparison, wanted: string): boolean {
  if (value === undefined || value === null) return false;
  const number = Number(wanted.replace(',', '.'));
  if (typeof value === 'number' && wanted.trim() !== '' && Number.isFinite(number)) {
    switch (comparison) {
      case '=':
        return value === number;
      case '≠':
        return value !== number;
      case '<':
        return value < number;
      case '≤':
        return value <= number;
      case '>':
        return value > number;
      case '≥':
        return value >= number;
    }
  }
  const text = typeof value === 'string' ? value : dataText(value);
  if (comparison === '=') return text === wanted.trim();
  return comparison === '≠' && text !== wanted.trim();
}

/** Why it cannot be looked for; `null`: it can. */
export function conditionProblem({ of, comparison, value, choices }: Condition): string | null {
  if (choices) {
    if (!equalities.includes(comparison)) return 'It can only be = or ≠.';
    return choices.some((choice) => choice.value === value) ? null : `Choose one of ${choices.map(({ label }) => label).join(', ')}.`;
  }
  const number = value.trim() !== '' && Number.isFinite(Number(value.replace(',', '.')));
  if (!number && (of === 'node' || !['=', '≠'].includes(comparison))) return 'Enter a number to compare with.';
  return value.trim() === '' ? 'Enter what to compare with.' : null;
}

export function conditionText({ of, path, comparison, value: typed, choices }: Condition): string {
  const value = choices?.find((choice) => choice.value === typed)?.label ?? typed;
  return `${of === 'location' ? `location${path === '' ? '' : `.${path}`}` : path} ${comparison} ${value.trim()}`;
}

/** The members of a location that can be compared: those that are no objects, a few levels deep. */
export function memberPaths(location: Json, before = '', levels = 3): readonly string[] {
  if (typeof location !== 'object' || location === null || Array.isArray(location)) return [before];
  if (levels === 0) return [];
  return Object.entries(location).flatMap(([name, value]) => memberPaths(value, before === '' ? name : `${before}.${name}`, levels - 1));
}

export function memberAt(location: Json, path: string): Json | undefined {
  let value: Json | undefined = location;
  for (const name of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const members: Readonly<Record<string, Json>> = value as Readonly<Record<string, Json>>;
    value = Object.hasOwn(members, name) ? members[name] : undefined;
  }
  return value;
}

/** The first instant after `t` at which a location of the process fits; `null`: none does. */
export function locationInstant(trace: Trace, t: number, condition: Condition, step: StepPath): number | null {
  for (let index = countAt(trace, t); index < trace.length; index++) {
    const event = trace.events[index]!;
    if (event.event !== 'location' || (event.step ?? '') !== step) continue;
    if (holds(memberAt(event.location, condition.path), condition.comparison, condition.value)) return event.t;
  }
  return null;
}

/** The first instant after `t` at which a value of the node fits, of those that are kept. */
export function nodeInstant({ samples }: NodeHistory, t: number, { comparison, value, choices }: Condition): number | null {
  const told = (sample: number | null): Json | undefined => (choices && sample !== null ? choices[sample]?.value : sample);
  return samples.find(([seconds, sample]) => seconds > t && holds(told(sample), comparison, value))?.[0] ?? null;
}
