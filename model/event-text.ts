/** Sentences for the events of a run, for the event list and for whoever reads a trace aloud. */
import { stateOf } from './event-look.js';
import { controlText } from './control.js';
import type { TraceEvent } from './events.js';
import { amountText, faults, type FaultType } from './faults.js';
import { dataText, reasonText, requestName } from './messages.js';
import { stateName } from './owner.js';
import type { HandlingAction } from './steps.js';
import type { SuspensionFrame, SuspensionKind } from './suspension.js';
import { serviceFaultText, serviceText } from './service-text.js';
import { clockText, durationText } from './time-text.js';
import type { Term } from './term.js';

/** What happened, in one plain sentence; of a protocol with the step in front, unless the sentence names it. */
export function eventText(event: TraceEvent): string {
  return event.step && event.event !== 'step' ? `${event.step}: ${sentence(event)}` : sentence(event);
}

function sentence(event: TraceEvent): string {
  switch (event.event) {
    case 'load':
      return `Loaded ${event.process}.`;
    case 'load-error':
      return event.failure.message;
    case 'state':
      return stateSentence(event);
    case 'request':
      return requestSentence(event);
    case 'location':
      return `Location ${dataText(event.location)}`;
    case 'term':
      return termText(event.term);
    case 'error':
    case 'warning':
    case 'note':
      return event.message;
    case 'effect':
      return effectText(event);
    case 'suspended':
      return `Waits ${suspensionText(event.at)}.`;
    case 'resumed':
      return `Goes on ${suspensionText(event.at)}.`;
    case 'log':
      return event.message;
    case 'service':
      return serviceText(event);
    case 'device':
      return `${event.path} is ${dataText(event.value)}${event.unit ? ` ${event.unit}` : ''}`;
    case 'fault':
      return faultSentence(event);
    case 'service-fault':
      return serviceFaultText(event);
    case 'control':
      return controlSentence(event);
    case 'step':
      return stepText(event);
    case 'handling':
      return handlingText[event.action];
    case 'end':
      return endText(event);
  }
}

/** A step by its place and name: `Step 2.1, heat`. */
function stepText({ step, name, state, outcome, round }: Extract<TraceEvent, { event: 'step' }>): string {
  const what = step ? `Step ${step}, ${name},` : 'The protocol';
  const how = outcome === 'halted' ? ' (halted)' : '';
  switch (state) {
    case 'active':
      return round === undefined ? `${what} begins.` : `${what} is in round ${round}.`;
    case 'halting':
      return `${what} is being halted.`;
    case 'held':
      return `${what} is over${how}; what follows waits until the error has been dealt with.`;
    case 'ended':
      return `${what} is over${how}.`;
    case 'waiting':
      return `${what} has not begun.`;
  }
}

const handlingText: Readonly<Record<HandlingAction, string>> = {
  started: 'The step failed: the steps beside it are paused, or halted where they cannot pause.',
  pause: 'Asked to pause, because another step failed.',
  halt: 'Halted because another step failed: it cannot pause. Retry runs it again.',
  overdue: 'It was asked to pause and has not come to a checkpoint() within the grace time: it can be halted instead.',
  stable: 'Everything beside the failed step stands still: retry it, skip it, or halt everything.',
  resume: 'Goes on: the failed step has been dealt with.',
  ended: 'The error has been dealt with.',
};

/** What an effect did, in words. */
export function effectText(effect: { readonly type: string; readonly message?: string; readonly path?: string }): string {
  if (effect.path !== undefined) return `File created: ${effect.path}`;
  return effect.message ?? `Effect of type ${effect.type}`;
}

function stateSentence(event: Extract<TraceEvent, { event: 'state' }>): string {
  const state = stateOf(event);
  const name = state ? stateName(state) : event.mode;
  const pausable = event.form === 'normal' && event.pausable ? ', can be paused' : '';
  const again = event.instance > 1 ? `, instance ${event.instance}` : '';
  const note = state?.mode === 'done' && state.outcome === 'cancelled' ? ' by a cancellation that nobody asked for' : '';
  return `${name}${pausable}${note}${again}`;
}

function controlSentence({ action, path, value, reason }: Extract<TraceEvent, { event: 'control' }>): string {
  if (action !== 'set') return controlText(action, path, reason);
  const what = value === null ? 'off' : dataText(value, 40);
  return reason === 'accepted'
    ? `${path} is set to ${what} by hand.`
    : `${path} was not set to ${what}. ${controlText(action, path, reason)}`;
}

/** Units of amounts where the unit of the node is not known. */
const amountWords: Partial<Record<FaultType, string>> = { drift: 'per minute', slow: 's', slipping: '%' };

function faultSentence({ device, node, type, active, amount }: Extract<TraceEvent, { event: 'fault' }>): string {
  const { label, effect } = faults[type];
  const what = `${node ?? device}: ${label.toLowerCase()}`;
  return active ? `${what}. ${effect(amountText(type, amount ?? null, amountWords[type] ?? ''))}` : `${what} is over.`;
}

function requestSentence(event: Extract<TraceEvent, { event: 'request' }>): string {
  const payload = event.point ?? event.value ?? event.data;
  const what = payload === undefined ? '' : ` ${dataText(payload, 40)}`;
  const force = event.force ? ' by force' : '';
  const answer = `${requestName[event.type]}${what}${force} ${event.accepted ? 'accepted' : 'refused'}.`;
  return event.reason === 'accepted' ? answer : `${answer} ${reasonText(event.type, event.reason)}`;
}

function termText(term: Term): string {
  switch (term.type) {
    case 'unknown':
      return 'Time left is unknown.';
    case 'forever':
      return 'Never ends by itself.';
    case 'duration':
      return `${durationText(term.value, true)} left.`;
    case 'datetime':
      return `Ends at ${clockText(term.value)}.`;
  }
}

const waitText: Readonly<Record<SuspensionKind, string>> = {
  wait: 'in wait()',
  checkpoint: 'in checkpoint()',
  receive: 'in receive()',
  plain: 'at an await that only a halt interrupts',
  blocking: 'for a blocking action that nothing interrupts',
};

/** Where a process is suspended: `in wait(), line 12`. */
export function suspensionText(at: readonly SuspensionFrame[]): string {
  const frame = at.at(-1);
  return frame ? `${waitText[frame.kind]}, line ${frame.line}` : 'somewhere';
}

function endText(event: Extract<TraceEvent, { event: 'end' }>): string {
  const end = {
    completed: 'The run ended: completed.',
    halted: 'The run ended: halted.',
    cancelled: 'The run ended: cancelled.',
    stopped: 'The run ended: the runtime was stopped.',
    failed: 'The run stopped: the process failed.',
    collectionFailed: 'The run stopped: the data could not be used.',
    running: 'The time limit came before the end.',
  }[event.outcome];
  const claims = event.claims.length > 0 ? ` Still claimed: ${event.claims.join(', ')}.` : '';
  const detached = event.detached > 0 ? ` ${event.detached} ${event.detached === 1 ? 'action goes' : 'actions go'} on.` : '';
  return `${end}${claims}${detached}`;
}
