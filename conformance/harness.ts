import type { ControlCommand } from '../model/control.js';
import type { TraceEvent } from '../model/events.js';
import type { FaultCommand } from '../model/faults.js';
import { importsOf } from '../cli/scenario-file.js';
import type { Json } from '../model/json.js';
import type { ServiceFaultCommand } from '../model/service-faults.js';
import type { Request } from '../model/requests.js';
import { emptyScenario, type Scenario } from '../model/scenario.js';
import { simulate } from '../worker/simulate.js';

/** A request at a virtual time in milliseconds. */
export type At = readonly [milliseconds: number, request: Request];

export interface Setup {
  readonly requests?: readonly At[];
  /** A data document. */
  readonly data?: string;
  readonly point?: Json;
  /** A protocol of the processes that the code exports. */
  readonly protocol?: string;
  readonly serviceFaults?: readonly (readonly [milliseconds: number, fault: ServiceFaultCommand])[];
  readonly faults?: readonly (readonly [milliseconds: number, device: string, type: FaultCommand['type'], more?: Partial<FaultCommand>])[];
  readonly controls?: readonly (readonly [milliseconds: number, command: ControlCommand])[];
  readonly seed?: number;
  /** Virtual milliseconds. */
  readonly until?: number;
  /** The name of a bench; left out: the default one. */
  readonly bench?: string;
  readonly devices?: boolean;
  readonly suspensions?: boolean;
}

type Of<Name extends TraceEvent['event']> =
  Extract<TraceEvent, { event: Name }> extends never ? TraceEvent & { readonly event: Name } : Extract<TraceEvent, { event: Name }>;

/** What came of a run, in the notation of section 9 of the semantics: times in virtual milliseconds. */
export class Played {
  constructor(readonly events: readonly TraceEvent[]) {}

  of<Name extends TraceEvent['event']>(name: Name): readonly Of<Name>[] {
    return this.events.filter((event): event is Of<Name> => event.event === name);
  }

  /** `col@0 N-@0 H@50 D:halted@50`. */
  get states(): string {
    return this.of('state')
      .map((event) => `${token(event)}@${milliseconds(event.t)}`)
      .join(' ');
  }

  /** Of one step of a protocol. */
  step(path: string): Played {
    return new Played(this.events.filter(({ step }) => step === path));
  }

  /** What became of the steps of a protocol: `started 1@100`. */
  get handling(): string {
    return this.of('handling')
      .map(({ action, step, t }) => `${action} ${step}@${milliseconds(t)}`)
      .join(' ');
  }

  /** The states without their times. */
  get trace(): string {
    return this.of('state').map(token).join(' ');
  }

  /** `pause@50=T`, or with the reason: `pause@50=F(not-pausable)`. */
  get answers(): string {
    return this.of('request')
      .map(
        (event) =>
          `${event.type}@${milliseconds(event.t)}=${event.accepted ? 'T' : 'F'}${event.reason === 'accepted' ? '' : `(${event.reason})`}`,
      )
      .join(' ');
  }

  /** What the process logged: `100 step 1`. */
  get log(): readonly string[] {
    return this.of('log').map((event) => `${milliseconds(event.t)} ${event.message}`);
  }

  get locations(): readonly (readonly [number, Json])[] {
    return this.of('location').map((event) => [milliseconds(event.t), event.location] as const);
  }

  /** `0 datetime(2000)`. */
  get terms(): readonly string[] {
    return this.of('term').map(({ t, term }) => `${milliseconds(t)} ${term.type}${'value' in term ? `(${milliseconds(term.value)})` : ''}`);
  }

  get warnings(): readonly string[] {
    return this.of('warning').map((event) => event.name);
  }

  get notes(): readonly string[] {
    return this.of('note').map((event) => event.name);
  }

  /** The instance of each state: `1 1 1 2 2`. */
  get instances(): string {
    return this.of('state')
      .map(({ instance }) => instance)
      .join(' ');
  }

  get errors(): readonly string[] {
    return this.of('error').map((event) => event.message);
  }

  get end(): Of<'end'> {
    return this.of('end')[0]!;
  }
}

/** Runs TypeScript under a scenario. `import`s of the three modules stand before the code already. */
export function play(code: string, setup: Setup = {}): Played {
  const events: TraceEvent[] = [];
  const scenario: Scenario = {
    ...emptyScenario,
    ...(setup.data === undefined ? {} : { data: { text: setup.data } }),
    point: setup.point ?? null,
    seed: setup.seed ?? 1,
    until: (setup.until ?? 86_400_000) / 1000,
    requests: (setup.requests ?? []).map(([at, what]) => ({ at: at / 1000, what })),
    serviceFaults: (setup.serviceFaults ?? []).map(([at, what]) => ({ at: at / 1000, what })),
    faults: (setup.faults ?? []).map(([at, device, type, more]) => ({ at: at / 1000, what: { device, type, ...more } })),
    bench: setup.bench ?? emptyScenario.bench,
    controls: (setup.controls ?? []).map(([at, what]) => ({ at: at / 1000, what })),
  };
  const protocol = setup.protocol === undefined ? {} : { protocol: setup.protocol };
  // One line, so that the lines of the code are counted from 2.
  const prelude = `${importsOf(scenario.bench)}\n`;
  simulate({ language: 'typescript', code: `${prelude}${code}`, ...protocol }, scenario, {
    onEvent: (event) => events.push(event),
    devices: setup.devices ?? false,
    suspensions: setup.suspensions ?? false,
  });
  return new Played(events);
}

export const pause: Request = { type: 'pause' };
export const resume: Request = { type: 'resume' };
export const halt: Request = { type: 'halt' };
export const skip: Request = { type: 'skip' };
export const retry: Request = { type: 'retry' };
export const jump = (point: Json, force = false): Request => ({ type: 'jump', point, ...(force ? { force } : {}) });
export const swap = (text: string, point?: Json): Request => ({ type: 'swap', data: { text }, ...(point === undefined ? {} : { point }) });
export const send = (value: Json): Request => ({ type: 'message', value });

function token(event: Of<'state'>): string {
  switch (event.mode) {
    case 'collecting':
      return 'col';
    case 'collectionFailed':
      return 'colF';
    case 'failed':
      return 'F';
    case 'halting':
      return 'h';
    case 'done':
      return `D:${event.outcome}`;
    default:
      return { normal: event.pausable ? 'N+' : 'N-', pausing: 'pg', paused: 'pd', jumping: 'J', swapping: 'W', halting: 'H' }[
        event.form ?? 'normal'
      ];
  }
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e3;
}
