export interface AnyIterator {
  next(value?: unknown): unknown;
  throw?(error?: unknown): unknown;
  return?(value?: unknown): unknown;
}

export interface IteratorSource {
  readonly iterator: AnyIterator;
  /** It is an ordinary one, whose values are awaited. */
  readonly sync: boolean;
}

/** The iterator that `for await` and `yield*` use. */
export function iteratorOf(iterable: unknown): IteratorSource {
  const methods = iterable as Partial<Record<symbol, () => AnyIterator>> | null | undefined;
  const asynchronous = methods?.[Symbol.asyncIterator];
  if (asynchronous !== undefined && asynchronous !== null) return { iterator: asynchronous.call(iterable), sync: false };
  const synchronous = methods?.[Symbol.iterator];
  if (typeof synchronous !== 'function')
    throw new TypeError(
      `${typeof iterable === 'object' ? 'The object' : String(iterable)} is not iterable, neither with await nor without.`,
    );
  return { iterator: synchronous.call(iterable), sync: true };
}

/** An iterator's answer; raises `TypeError` if it is none. */
export function resultOf(result: unknown): IteratorResult<unknown, unknown> {
  if (typeof result !== 'object' || result === null) throw new TypeError(`Iterator result ${String(result)} is not an object`);
  return result as IteratorResult<unknown, unknown>;
}
