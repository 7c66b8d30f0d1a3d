import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import { reasonText } from '../../model/messages.js';
import { admit, type Reason } from '../../model/owner.js';
import type { DataInput, Request, RequestResult } from '../../model/requests.js';
import { evaluateNow } from './collect.js';
import { plain } from './export-location.js';
import type { ProcessOwner } from './owner.js';
import type { Emit } from './reporter.js';

/** What comes of a request, and what is done then. */
interface Answer {
  readonly accepted: boolean;
  readonly reason: Reason;
  /** Said after the sentence of the reason. */
  readonly detail?: string;
  readonly failures?: readonly Failure[];
  readonly apply?: () => void;
}

/**
 * Answers one request: admitted by the table in `model/owner.ts`, then validated, told to the trace, and only then carried out
 * (semantics 1.4, 1.5).
 */
export function answerRequest(owner: ProcessOwner, request: Request, emit: Emit): RequestResult {
  const verdict = admit(owner.state, request.type, owner.slots.pending);
  const answer: Answer = verdict.accepted ? carryOut(owner, request, verdict.reason) : verdict;
  const { accepted, reason, detail } = answer;
  emit({ event: 'request', type: request.type, ...payload(request), accepted, reason });
  for (const failure of answer.failures ?? []) owner.reporter.failure('error', failure);
  answer.apply?.();
  return { accepted, reason, message: [reasonText(request.type, reason), detail].filter((text) => text !== undefined).join(' ') };
}

function carryOut(owner: ProcessOwner, request: Request, reason: Reason): Answer {
  const { slots } = owner;
  const yes = (apply: () => void): Answer => ({ accepted: true, reason, apply });
  const change = (apply: () => void) =>
    yes(() => {
      apply();
      owner.changed();
      owner.instance?.wake();
    });
  switch (request.type) {
    case 'halt':
    case 'skip':
      return yes(() => owner.halt());
    case 'pause':
      return change(() => slots.requestPause());
    case 'resume':
      return change(() => {
        slots.resume();
        owner.pausedChanged(false);
      });
    case 'jump':
      return jump(owner, request, reason);
    case 'swap':
      return swap(owner, request, reason);
    case 'message':
      return message(owner, request.value, reason);
    case 'retry':
      return retry(owner, request.data ?? null, reason);
  }
}

function jump(owner: ProcessOwner, request: Extract<Request, { type: 'jump' }>, reason: Reason): Answer {
  let point: unknown;
  try {
    point = owner.program.importPoint(plain(request.point, 'point', 0));
  } catch (error) {
    return { accepted: false, reason: 'invalid-point', detail: owner.program.describe(error).message };
  }
  return {
    accepted: true,
    reason,
    apply: () => {
      owner.slots.jump = { point, raw: request.point };
      owner.changed();
      if (request.force === true) owner.force(point);
      else owner.instance?.wake();
    },
  };
}

/** The data is evaluated first: a process is never disturbed by data that does not fit it (semantics 1.5.10). */
function swap(owner: ProcessOwner, request: Extract<Request, { type: 'swap' }>, reason: Reason): Answer {
  const collected = evaluateNow(request.data, owner.program.data, owner.devices);
  if (!collected.ok) return invalidData(collected.failures);
  let point: unknown = null;
  try {
    if (request.point !== undefined && request.point !== null) point = owner.program.importPoint(request.point);
  } catch (error) {
    return { accepted: false, reason: 'invalid-point', detail: owner.program.describe(error).message };
  }
  return {
    accepted: true,
    reason,
    apply: () => {
      if (owner.state.mode === 'failed') {
        owner.slots.appliedData = collected.value;
        if (point !== null) owner.slots.appliedPoint = point;
        return;
      }
      owner.slots.swap = { data: collected.value, point };
      owner.changed();
      owner.instance?.wake();
    },
  };
}

function message(owner: ProcessOwner, value: Json, reason: Reason): Answer {
  try {
    const copy = plain(value, 'message', 0);
    return { accepted: true, reason, apply: () => owner.instance?.mailbox.deliver(copy) };
  } catch (error) {
    return { accepted: false, reason: 'invalid-message', detail: owner.program.describe(error).message };
  }
}

/** The data document that comes along counts only when it was changed: otherwise data that was swapped in meanwhile is kept. */
function retry(owner: ProcessOwner, data: DataInput | null, reason: Reason): Answer {
  const changed = data !== null && JSON.stringify(data) !== JSON.stringify(owner.input) ? data : null;
  if (changed !== null && owner.state.mode === 'failed') {
    const collected = evaluateNow(changed, owner.program.data, owner.devices);
    if (!collected.ok) return invalidData(collected.failures);
  }
  return { accepted: true, reason, apply: () => owner.recover({ type: 'retry', data: changed }) };
}

function invalidData(failures: readonly Failure[]): Answer {
  const first = failures[0];
  return { accepted: false, reason: 'data-invalid', failures, ...(first ? { detail: first.message } : {}) };
}

function payload(request: Request) {
  switch (request.type) {
    case 'jump':
      return { point: request.point, ...(request.force ? { force: true } : {}) };
    case 'swap':
      return { data: inputData(request.data), ...(request.point === undefined ? {} : { point: request.point }) };
    case 'message':
      return { value: request.value };
    case 'retry':
      return request.data ? { data: inputData(request.data) } : {};
    default:
      return {};
  }
}

function inputData(input: DataInput): Json {
  return 'text' in input ? input.text : input.value;
}
