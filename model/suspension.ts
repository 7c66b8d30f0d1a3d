/** How an await can be interrupted: `wait` by every request, `checkpoint` likewise, the others by a halt only; `blocking` not even by that. */
export type SuspensionKind = 'wait' | 'checkpoint' | 'receive' | 'plain' | 'blocking';

/** One await at which one function of the process is suspended. Lines and columns from 1; the end is exclusive. */
export interface SuspensionFrame {
  readonly function: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly kind: SuspensionKind;
}

/** Where a process is suspended: the chain of awaits from the process function (first) to the innermost (last). */
export interface Suspension {
  readonly at: readonly SuspensionFrame[];
  /** Virtual seconds at which the innermost await began. */
  readonly since: number;
  /** What it waits for, in a few words: `sleep 30 s`, `thermostat.readout ≥ 36.8 °C`. */
  readonly detail?: string;
  /** Virtual seconds at which it wakes, when that is known. */
  readonly until?: number;
}
