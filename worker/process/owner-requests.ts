import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import { reasonText } from '../../model/messages.js';
import { admit, type Reason } from '../../model/owner.js';
import type { DataInput, Request, RequestResult } from '../../model/requests.js';
import { evaluateNow } from './collect.js';
import { errorMessage } from './error-text.js';
import { plain } from './export-location.js';
import { type ImportedPoint, importPoint } from './import-point.js';
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
  // The failures of data tell by themselves what is wrong with it.
  if (detail !== undefined && answer.failures === undefined) owner.notes.refused(detail);
  answer.apply?.();
  return { accepted, reason, message: [reasonText(request.type, reason), detail].filter(Boolean).join(' ') };
}

function carryOut(owner: ProcessOwner, request: Request, reason: Reason): Answer {
  const yes = (apply: () => void): Answer => ({ accepted: true, reason, apply });
  switch (request.type) {
    case 'halt':
    case 'skip':
      return yes(() => owner.life.halt());
    case 'pause':
      return yes(() => pauseOwner(owner));
    case 'resume':
      return yes(() => resumeOwner(owner));
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

/** Asks a running process to pause. It must be pausable. */
export function pauseOwner(owner: ProcessOwner): void {
  change(owner, () => owner.slots.requestPause());
}

/** Lets a paused process go on. */
export function resumeOwner(owner: ProcessOwner): void {
  change(owner, () => {
    owner.slots.resume();
    owner.outbound.thaw();
  });
}

/** Changes what is pending, and lets the process look. */
function change(owner: ProcessOwner, apply: () => void): void {
  apply();
  owner.changed();
  owner.instance?.wake();
}

function jump(owner: ProcessOwner, { point: raw, force }: Extract<Request, { type: 'jump' }>, reason: Reason): Answer {
  const imported = importPoint(owner.program, raw);
  if (!imported.ok) return invalidPoint(imported.message);
  const newPoint = { point: imported.point, raw };
  return {
    accepted: true,
    reason,
    apply: () => {
      change(owner, () => (owner.slots.jump = newPoint));
      if (force === true) owner.life.force(newPoint);
    },
  };
}

/** The data is evaluated first: a process is never disturbed by data that does not fit it (semantics 1.5.10). */
function swap(owner: ProcessOwner, request: Extract<Request, { type: 'swap' }>, reason: Reason): Answer {
  const { slots } = owner;
  const collected = evaluateNow(request.data, owner.program, owner.devices);
  if (!collected.ok) return invalidData(collected.failures);
  const imported = request.point == null ? noPoint : importPoint(owner.program, request.point);
  if (!imported.ok) return invalidPoint(imported.message);
  const { value: data, warnings } = collected;
  const { point } = imported;
  return {
    accepted: true,
    reason,
    apply: () => {
      for (const warning of warnings) owner.reporter.failure('warning', warning);
      if (owner.state.mode === 'running') return change(owner, () => (slots.swap = { data, point }));
      // Failed: the next retry uses it.
      owner.life.storeData(data);
      if (point !== null) slots.appliedPoint = point;
    },
  };
}

function message(owner: ProcessOwner, value: Json, reason: Reason): Answer {
  try {
    const copy = plain(value, 'message');
    return { accepted: true, reason, apply: () => owner.instance?.mailbox.deliver(copy) };
  } catch (error) {
    return { accepted: false, reason: 'invalid-message', detail: errorMessage(error) };
  }
}

/** The data document that comes along counts only when it was changed: otherwise data that was swapped in meanwhile is kept. */
function retry(owner: ProcessOwner, data: DataInput | null, reason: Reason): Answer {
  const changed = data !== null && owner.life.isNewInput(data) ? data : null;
  if (changed !== null && owner.state.mode === 'failed') {
    const collected = evaluateNow(changed, owner.program, owner.devices);
    if (!collected.ok) return invalidData(collected.failures);
  }
  return { accepted: true, reason, apply: () => owner.life.retry(changed) };
}

const noPoint: ImportedPoint = { ok: true, point: null };

function invalidPoint(detail: string): Answer {
  return { accepted: false, reason: 'invalid-point', detail };
}

function invalidData(failures: readonly Failure[]): Answer {
  const first = failures[0];
  return { accepted: false, reason: 'data-invalid', failures, ...(first ? { detail: first.message } : {}) };
}

/** What a request carries, as the trace tells it. */
export function payload(request: Request) {
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
