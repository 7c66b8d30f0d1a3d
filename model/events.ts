import type { ControlAction, ControlReason } from './control.js';
import type { Failure } from './failure.js';
import type { FaultType } from './faults.js';
import type { Json } from './json.js';
import type { Form, Outcome, Reason, RequestType } from './owner.js';
import type { Place } from './place.js';
import type { ServiceFaultName } from './service-faults.js';
import type { ServiceEventType, ServiceName } from './services.js';
import type { HandlingAction, StepKind, StepPath, StepState } from './steps.js';
import type { SuspensionFrame } from './suspension.js';
import type { Term } from './term.js';

export interface DiagnosticEvent {
  readonly id: number;
  readonly name: string;
  readonly message: string;
  readonly place?: Place;
  /** The chain of causes, or other details, in plain words. */
  readonly description?: string;
}

/**
 * The trace of a run: the lines that `simulate` prints and that the page's lists are made of (spec: trace).
 * `t` is virtual seconds.
 */
export type TraceEvent = {
  readonly t: number;
  /** Of a protocol: the step that it is about. */
  readonly step?: StepPath;
} & (
  | { readonly event: 'load'; readonly language: string; readonly process: string }
  | { readonly event: 'load-error'; readonly failure: Failure }
  | {
      readonly event: 'state';
      readonly mode: string;
      readonly form?: Form;
      readonly pausable?: boolean;
      readonly outcome?: Outcome;
      readonly instance: number;
    }
  | {
      readonly event: 'request';
      readonly type: RequestType;
      readonly point?: Json;
      readonly data?: Json;
      readonly value?: Json;
      readonly force?: boolean;
      readonly accepted: boolean;
      readonly reason: Reason;
    }
  | { readonly event: 'location'; readonly location: Json }
  | { readonly event: 'term'; readonly term: Term }
  | ({ readonly event: 'error' | 'warning' } & DiagnosticEvent)
  /** Explains what happened (`noteTexts` in explanations.ts): nothing is wrong. */
  | { readonly event: 'note'; readonly name: string; readonly message: string; readonly place?: Place }
  | {
      readonly event: 'effect';
      readonly id: number;
      readonly type: string;
      readonly message?: string;
      readonly path?: string;
      readonly place?: Place;
    }
  | {
      readonly event: 'step';
      readonly kind: StepKind;
      readonly name: string;
      readonly state: StepState;
      readonly outcome?: Outcome;
      readonly round?: number;
    }
  /** Error handling: in which scope, and what was done about the step. */
  | { readonly event: 'handling'; readonly scope: StepPath; readonly action: HandlingAction }
  | { readonly event: 'suspended' | 'resumed'; readonly at: readonly SuspensionFrame[] }
  | { readonly event: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string; readonly place?: Place }
  | { readonly event: 'device'; readonly path: string; readonly value: Json; readonly unit?: string }
  /** `times` and `seconds` as the command had them; left out: as the table of faults says. `times` is `null` for one that stays. */
  | {
      readonly event: 'service-fault';
      readonly service: ServiceName;
      readonly type: ServiceFaultName['type'];
      readonly active: boolean;
      readonly times?: number | null;
      readonly seconds?: number;
    }
  /** A service did something; `about` names what: a file. */
  | {
      readonly event: 'service';
      readonly service: ServiceName;
      readonly type: ServiceEventType;
      readonly about: string;
      /** Bytes. */
      readonly size?: number;
      /** Of an answer. */
      readonly status?: number;
      /** How long it took. */
      readonly seconds?: number;
      /** Why it failed. */
      readonly message?: string;
      /** Of a mail: its recipients, and how many mails that makes in this run. */
      readonly to?: readonly string[];
      readonly total?: number;
    }
  | {
      readonly event: 'fault';
      readonly device: string;
      readonly node?: string;
      readonly type: FaultType;
      readonly active: boolean;
      readonly amount?: number;
    }
  /** Manual control of a node: who took it, what was set (numbers in the unit of the node). */
  | {
      readonly event: 'control';
      readonly path: string;
      readonly action: ControlAction;
      readonly value?: Json;
      readonly accepted: boolean;
      readonly reason: ControlReason;
    }
  | { readonly event: 'end'; readonly outcome: EndOutcome; readonly claims: readonly string[]; readonly detached: number }
);

/** How a whole run ended; `running`: the limit came first. */
export type EndOutcome = Outcome | 'failed' | 'collectionFailed' | 'running';
