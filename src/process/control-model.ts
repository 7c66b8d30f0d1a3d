import { noRunText, reasonText, requestName, requestPurpose, stepPurpose } from '../../model/messages.js';
import { admit, type OwnerState, type Pending, type RequestType } from '../../model/owner.js';

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
}

/** Where the process stands. */
export interface Setting {
  /** What is said when there is no process. */
  readonly without?: string;
  /** It is a step of a protocol. */
  readonly ofStep?: boolean;
}

/** Reads the admission table: the same one that the owner of the process reads. */
export function controlFor(
  type: RequestType,
  process: Controllable | null,
  { without = noRunText, ofStep = false }: Setting = {},
): Control {
  const name = requestName[type];
  if (!process) return { type, name, enabled: false, note: without };
  const { accepted, reason } = admit(process.state, type, process.pending);
  const purpose = (ofStep ? stepPurpose[type] : undefined) ?? requestPurpose[type];
  return { type, name, enabled: accepted, note: accepted && reason === 'accepted' ? purpose : reasonText(type, reason) };
}

/** The controls of the bar, in order. Pause and Resume share one place. */
export function barControls(process: Controllable | null, setting: Setting = {}): readonly Control[] {
  const paused = process?.state.mode === 'running' && process.state.form === 'paused';
  const types: readonly RequestType[] = [paused ? 'resume' : 'pause', 'halt', 'jump', 'swap', 'message'];
  return types.map((type) => controlFor(type, process, setting));
}
