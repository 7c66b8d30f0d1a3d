/** What stands for a class of which process code makes no instances itself: `instanceof` works with it, `new` does not. */
export interface InstanceTest<T> {
  readonly [Symbol.hasInstance]: (value: unknown) => value is T;
}

export function instanceTest<T>(type: abstract new (...values: never[]) => T): InstanceTest<T> {
  return { [Symbol.hasInstance]: (value): value is T => value instanceof type };
}
