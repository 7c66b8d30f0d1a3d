import type { Outbound } from './outbound.js';
import type { Program } from './program.js';
import type { DurationInput } from './remaining-time.js';
import type { RequestSlots } from './request-slots.js';
import type { Warnings } from './warnings.js';

interface Declaring {
  readonly program: Program;
  readonly slots: RequestSlots;
  readonly outbound: Outbound;
  readonly warnings: Warnings;
}

/** Tells the duration that the process declares for its data, as if it had sent it first of all. */
export function declareDuration({ program, slots, outbound, warnings }: Declaring): void {
  try {
    const declared = program.duration(slots.appliedData) ?? null;
    if (declared !== null && outbound.sendDuration(declared as DurationInput, false)) warnings.negativeDuration();
  } catch (error) {
    warnings.durationFailed(error);
  }
}
