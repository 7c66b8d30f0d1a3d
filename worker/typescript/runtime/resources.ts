import { CancelledError, type Coroutine, reached } from '../../task/index.js';

interface Resource {
  readonly value: unknown;
  readonly dispose: (this: unknown) => unknown;
  /** The await that closes it; -1: it is closed at once. */
  readonly site: number;
}

/** The resources of one block with `using`: disposed of in the opposite order when the block is left, however it is left. */
export class Resources {
  private readonly stack: Resource[] = [];
  private error: { readonly value: unknown } | null = null;

  /** `using x = value`. Raises `TypeError` for what cannot be disposed of; nothing is done for null and undefined. */
  use<T>(value: T, _site: number): T {
    if (value === null || value === undefined) return value;
    this.stack.push({ value, dispose: methodOf(value, [Symbol.dispose]), site: -1 });
    return value;
  }

  /** `await using x = value`. */
  useAsync<T>(value: T, site: number): T {
    if (value === null || value === undefined) return value;
    this.stack.push({ value, dispose: methodOf(value, [Symbol.asyncDispose, Symbol.dispose]), site });
    return value;
  }

  fail(error: unknown): never {
    this.error = { value: error };
    throw error;
  }

  dispose(): void {
    const before = this.error;
    for (let resource = this.stack.pop(); resource !== undefined; resource = this.stack.pop()) {
      try {
        resource.dispose.call(resource.value);
      } catch (error) {
        this.add(error);
      }
    }
    this.raise(before);
  }

  *disposeAsync(): Coroutine<void> {
    const before = this.error;
    for (let resource = this.stack.pop(); resource !== undefined; resource = this.stack.pop()) {
      try {
        const closing = resource.dispose.call(resource.value);
        if (resource.site === -1) continue;
        reached.site = resource.site;
        yield closing;
      } catch (error) {
        this.add(error);
      }
    }
    this.raise(before);
  }

  /** Two errors become one that says so. A cancellation is no error: it gives way to one, and interrupts the cleanup as it does anywhere. */
  private add(error: unknown): void {
    const { error: before } = this;
    const apart = before === null || before.value instanceof CancelledError || error instanceof CancelledError;
    this.error = { value: apart ? error : suppressed(error, before.value) };
  }

  /** Raises what came of disposing; what was on its way before goes on by itself. */
  private raise(before: { readonly value: unknown } | null): void {
    if (this.error !== null && this.error !== before) throw this.error.value;
  }
}

function methodOf(value: unknown, names: readonly symbol[]): (this: unknown) => unknown {
  for (const name of names) {
    const method = (value as Partial<Record<symbol, unknown>>)[name];
    if (typeof method === 'function') return method as (this: unknown) => unknown;
  }
  throw new TypeError('The value of a using declaration cannot be disposed of: it has no [Symbol.dispose]() method.');
}

interface SuppressedErrorConstructor {
  new (error: unknown, suppressed: unknown, message?: string): Error;
}

class OwnSuppressedError extends Error {
  override readonly name = 'SuppressedError';
  constructor(
    readonly error: unknown,
    readonly suppressed: unknown,
    message = '',
  ) {
    super(message);
  }
}

/** The engine's, or one like it. */
export const SuppressedError: SuppressedErrorConstructor =
  (globalThis as { SuppressedError?: SuppressedErrorConstructor }).SuppressedError ?? OwnSuppressedError;

function suppressed(error: unknown, before: unknown): Error {
  return new SuppressedError(error, before, 'Disposing of a resource failed after another error.');
}

/** Engines that know no `using` may lack the symbols too. */
export function ensureDisposeSymbols(): void {
  for (const name of ['dispose', 'asyncDispose']) {
    if (!(name in Symbol)) Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
  }
}
