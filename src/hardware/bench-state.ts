import type { Failure } from '../../model/failure.js';
import type { Place } from '../../model/place.js';

/** Which bench is shown, and what is worth knowing about it. */
export interface BenchState {
  /** The name of the bench of the next run: `bench.yaml` for the one that is described there. */
  readonly chosen: string;
  /** That of the bench whose devices are shown. */
  readonly shown: string;
  /** What is wrong with the text of the bench. */
  readonly failures: readonly Failure[];
  /** A run is on, on another bench than the chosen one. */
  readonly waits: boolean;
  /** How many faults are on, of devices and services. */
  readonly faults: number;
  choose(name: string): void;
  endFaults(): void;
  reveal(place: Place): void;
}

/** Whether there is anything to tell. */
export function hasNotes({ chosen, shown, failures, waits }: BenchState): boolean {
  return chosen !== shown || waits || failures.length > 0;
}
