import { CancelledError, type Future, isCancellation } from '../task/index.js';
import { JumpRequest, SwapRequest } from './requests.js';
import { safely } from './safely.js';

/** How the body of a process ended, before anybody judges it (semantics 1.2). */
export type BodyEnd =
  | { readonly type: 'returned' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'jump'; readonly point: unknown; readonly error: unknown }
  | { readonly type: 'swap'; readonly data: unknown; readonly point: unknown; readonly error: unknown }
  | { readonly type: 'raised'; readonly error: unknown };

export function endOfBody(body: Future<unknown>): BodyEnd {
  if (body.cancelled) return { type: 'cancelled' };
  const thrown = body.exception();
  if (!body.failed) return { type: 'returned' };
  const error = instantiated(thrown);
  // What was thrown may be anything, a proxy that raises included.
  return safely(() => endByRequest(error), null) ?? { type: 'raised', error };
}

function endByRequest(error: unknown): BodyEnd | null {
  if (isCancellation(error)) return { type: 'cancelled' };
  if (error instanceof JumpRequest) return { type: 'jump', point: error.point, error };
  if (error instanceof SwapRequest) return { type: 'swap', data: error.data, point: error.point, error };
  return null;
}

/** `throw am.ProcessFailureError` without `new` is taken as what was meant, as Python does with a class; what the constructor raises counts instead. */
function instantiated(thrown: unknown): unknown {
  if (typeof thrown !== 'function') return thrown;
  try {
    const meant = thrown === CancelledError || thrown === Error || thrown.prototype instanceof Error;
    return meant ? new (thrown as new () => unknown)() : thrown;
  } catch (error) {
    return error;
  }
}
