import { noRunText, reasonText, requestName, requestPurpose, stepPurpose } from '../../model/messages.js';
import { admit, type OwnerState, type Pending, type RequestType } from '../../model/owner.js';
import type { Range } from '../../model/place.js';
import { type Interruption, interruptions, promiseOf, promiseText } from '../../model/promise.js';
import type { Suspension } from '../../model/suspension.js';

/** One control as the page draws it: never hidden, and never disabled without a reason. */
export interface Control {
  readonly type: RequestType;
  /** The accessible name. */
  readonly name: string;
  readonly enabled: boolean;
  /** What it does, or why it cannot be pressed now. */
  readonly note: string;
}

export interface Controllable {
  readonly state: OwnerState;
  readonly pending: Pending;
  readonly suspension: Suspension | null;
}

/** Where the process stands. */
export interface Setting {
  /** What is said when there is no process. */
  readonly without?: string;
  /** Why nothing can be asked of any process now. */
  readonly blocked?: string | null;
  /** It is a step of a protocol. */
  readonly ofStep?: boolean;
  /** Where its text can catch what an await raises. */
  readonly guards?: readonly Range[];
}

/** Reads the admission table: the same one that the owner of the process reads. */
export function controlFor(
  type: RequestType,
  process: Controllable | null,
  { without = noRunText, blocked = null, ofStep = false, guards = [] }: Setting = {},
): Control {
  const name = requestName[type];
  if (blocked !== null) return { type, name, enabled: false, note: blocked };
  if (!process) return { type, name, enabled: false, note: without };
  const { accepted, reason } = admit(process.state, type, process.pending);
  const purpose = (ofStep ? stepPurpose[type] : undefined) ?? requestPurpose[type];
  if (!accepted || reason !== 'accepted') return { type, name, enabled: accepted, note: reasonText(type, reason) };
  const promise = isInterruption(type)
    ? promiseText(type, promiseOf(type, process.state, process.suspension, guards, process.pending), process.suspension)
    : null;
  return { type, name, enabled: true, note: promise ?? purpose };
}

function isInterruption(type: RequestType): type is Interruption {
  return (interruptions as readonly RequestType[]).includes(type);
}

/** The controls of the bar, in order. Pause and Resume share one place. */
export function barControls(process: Controllable | null, setting: Setting = {}): readonly Control[] {
  const paused = process?.state.mode === 'running' && process.state.form === 'paused';
  const types: readonly RequestType[] = [paused ? 'resume' : 'pause', 'halt', 'jump', 'swap', 'message'];
  return types.map((type) => controlFor(type, process, setting));
}
