/** A run as plain data: what it was made from and what was done to it. The rest follows: the same recording gives the same trace. */
import type { ControlCommand } from './control.js';
import type { FaultCommand } from './faults.js';
import type { Json } from './json.js';
import type { ProcessSource } from './protocol.js';
import type { DataInput, Request } from './requests.js';
import type { ServiceFaultCommand } from './service-faults.js';

/** What the files of recordings say that they are. */
export const recordingFormat = 'process-playground-recording';

/** What the files of shared states say that they are (model/files/link.ts). */
export const sharedFormat = 'process-playground-shared';

/** Something done to a run from outside. */
export type Act =
  | { readonly type: 'request'; readonly what: Request }
  | { readonly type: 'control'; readonly what: ControlCommand }
  | { readonly type: 'fault'; readonly what: FaultCommand }
  | { readonly type: 'service-fault'; readonly what: ServiceFaultCommand };

/**
 * An act at its instant, in whole virtual microseconds. It comes after everything that was due at that instant, and after what the
 * acts before it brought about there.
 */
export interface TimedAct {
  readonly at: number;
  readonly act: Act;
  /**
   * The instant did not come to rest (a loop that lets no time pass): after how many turns of the event loop the act came. Left out: it
   * had come to rest.
   */
  readonly turns?: number;
  /** Done to the bench before the run began, at 0: what the process does first meets it. */
  readonly prepared?: true;
}

export interface Recording {
  readonly source: ProcessSource;
  readonly data: DataInput;
  /** Where the run began; `null`: at the beginning. */
  readonly point: Json;
  readonly seed: number;
  readonly bench: string;
  /** In the order in which they were done. */
  readonly acts: readonly TimedAct[];
  /** How far the run went, in whole virtual microseconds. */
  readonly end: number;
}
