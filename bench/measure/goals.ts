import { short, table } from './table.js';

/** What a number should be. Goals are printed, never asserted: the machine is noisy and shared. */
export interface Goal {
  readonly what: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly unit: string;
}

export function goalTable(goals: readonly Goal[]): string {
  return table(
    ['goal', 'wanted', 'measured', ''],
    goals.map((goal) => [goal.what, wanted(goal), `${short(goal.value)}${unitOf(goal)}`, isMet(goal) ? 'met' : 'NOT MET']),
  );
}

function isMet({ value, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Goal): boolean {
  return value >= atLeast && value <= atMost;
}

function wanted(goal: Goal): string {
  const { atLeast, atMost } = goal;
  return [
    atLeast === undefined ? '' : `≥ ${short(atLeast)}${unitOf(goal)}`,
    atMost === undefined ? '' : `≤ ${short(atMost)}${unitOf(goal)}`,
  ].join('');
}

function unitOf({ unit }: Goal): string {
  return unit === '×' ? '×' : ` ${unit}`;
}
