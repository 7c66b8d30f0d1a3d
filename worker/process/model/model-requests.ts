import type { Request } from '../../../model/requests.js';
import type { Model } from './model-owner.js';
import { verdict } from './model-verdict.js';

/** What comes of a request, and what is done then (1.4, 1.5). */
export function answer(model: Model, request: Request): void {
  const { trace } = model;
  let [accepted, reason] = verdict(request.type, model);
  if (accepted && request.type === 'jump' && (request.point as number) < 0) [accepted, reason] = [false, 'invalid-point'];
  const data = 'data' in request && request.data !== undefined && 'value' in request.data ? request.data : null;
  const isBad = data?.value === 'bad' && (request.type === 'swap' || model.mode === 'failed');
  if (accepted && isBad) [accepted, reason] = [false, 'data-invalid'];
  trace.tell({ event: 'request', ...request, ...(data === null ? {} : { data: data.value }), accepted, reason });
  if (reason === 'data-invalid') trace.report('error', 'DataError');
  if (reason === 'invalid-point') trace.note('request-refused', noSuchPoint);
  if (accepted) carryOut(model, request);
}

/** What importing a point says that the process does not have. */
export const noSuchPoint = 'no such point';

function carryOut(model: Model, request: Request): void {
  switch (request.type) {
    case 'halt':
    case 'skip':
      return halt(model);
    case 'pause':
      if (model.pending.pause === 'none') model.pending.pause = 'pending';
      return model.changed();
    case 'resume':
      model.pending.pause = 'none';
      model.pending.sitting = false;
      model.trace.thaw();
      return model.changed();
    case 'jump':
      model.pending.jump = { point: request.point };
      model.changed();
      if (request.force === true) force(model, model.pending.jump);
      return;
    case 'swap': {
      const swap = { data: (request.data as { value: unknown }).value, point: request.point ?? null };
      if (model.mode === 'running') model.pending.swap = swap;
      else {
        model.appliedData = swap.data;
        model.appliedPoint = swap.point ?? model.appliedPoint;
        model.dataStored = true;
      }
      return model.changed();
    }
    case 'message': {
      const life = model.life!;
      if (life.main?.stand?.mail === true && model.message === null) model.message = request.value;
      else life.mailbox.push(request.value);
      return;
    }
    case 'retry': {
      const data = (request.data as { value: unknown } | undefined) ?? null;
      model.newInput = data === null || data.value === model.input ? null : data;
      model.decided = true;
    }
  }
}

/** 1.5.11: whatever is pending is dropped. */
function halt(model: Model): void {
  const jump = model.pending.jump ?? model.forced?.jump ?? null;
  const dropped = [
    ...(model.pending.swap === null ? [] : ['the new data']),
    ...(jump === null ? [] : [`the jump to ${String(jump.point)}`]),
    ...(model.pending.view.pause ? ['the pause'] : []),
  ];
  if (dropped.length > 0) model.trace.note('dropped-by-halt', dropped);
  model.pending.clear();
  model.pending.halted = true;
  model.forced = null;
  if (model.mode === 'running') return cancel(model);
  model.decided = true;
  model.become('halting');
}

/** 1.5.9. */
function force(model: Model, jump: { readonly point: unknown }): void {
  model.forced = { jump, swap: model.pending.swap };
  model.pending.swap = model.pending.jump = null;
  model.pending.carryPause();
  model.pending.halted = true;
  cancel(model);
}

function cancel(model: Model): void {
  model.changed();
  model.cancelled = true;
  model.life!.main?.stand?.leave?.();
}
