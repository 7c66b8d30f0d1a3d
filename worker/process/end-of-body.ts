import { CancelledError, type Future, isCancellation } from '../task/index.js';
import { JumpRequest, SwapRequest } from './requests.js';

/** How the body of a process ended, before anybody judges it (semantics 1.2). */
export type BodyEnd =
  | { readonly type: 'returned' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'jump'; readonly point: unknown }
  | { readonly type: 'swap'; readonly data: unknown }
  | { readonly type: 'raised'; readonly error: unknown };

export function endOfBody(body: Future<unknown>): BodyEnd {
  if (body.cancelled) return { type: 'cancelled' };
  const error = body.exception();
  if (!body.failed) return { type: 'returned' };
  if (error instanceof CancelledError || isCancellation(error)) return { type: 'cancelled' };
  if (error instanceof JumpRequest) return { type: 'jump', point: error.point };
  if (error instanceof SwapRequest) return { type: 'swap', data: error.data };
  return { type: 'raised', error: instantiated(error) };
}

/** `throw am.ProcessFailureError` without `new` is taken as what was meant, as Python does with a class. */
function instantiated(error: unknown): unknown {
  if (typeof error !== 'function' || !(error.prototype instanceof Error || error === Error)) return error;
  return new (error as new () => Error)();
}
