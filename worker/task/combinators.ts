import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { Several, claimOutcomes } from './several.js';

class Settlement<T> extends Several<PromiseSettledResult<T>[]> {
  protected override allDone(): void {
    this.setResult(this.children.map((child) => settled(child as Future<T>)));
  }
}

class FirstResult<T> extends Several<T> {
  protected override childDone(child: Future<unknown>): void {
    if (!child.failed && !child.cancelled) this.setResult(child.result() as T);
  }

  protected override allDone(): void {
    this.setException(new AggregateError(this.children.map(reasonOf), 'All promises were rejected'));
  }
}

class FirstOutcome<T> extends Several<T> {
  protected override childDone(child: Future<unknown>): void {
    if (child.failed) this.setException(child.exception());
    else if (child.cancelled) this.setCancelled('');
    else this.setResult(child.result() as T);
  }

  /** Without children it stays pending, as the language has it. */
  protected override allDone(): void {}
}

/** `Promise.allSettled` on the loop. */
export function allSettled<T>(loop: EventLoop, values: Iterable<T | PromiseLike<T>>): Future<PromiseSettledResult<T>[]> {
  return new Settlement<T>(loop, followAll(loop, values));
}

/** `Promise.any` on the loop. */
export function any<T>(loop: EventLoop, values: Iterable<T | PromiseLike<T>>): Future<T> {
  return new FirstResult<T>(loop, followAll(loop, values));
}

/** `Promise.race` on the loop: unlike Automancer's `race` it leaves the others running. */
export function firstOutcome<T>(loop: EventLoop, values: Iterable<T | PromiseLike<T>>): Future<T> {
  return new FirstOutcome<T>(loop, followAll(loop, values));
}

function followAll<T>(loop: EventLoop, values: Iterable<T | PromiseLike<T>>): readonly Future<T>[] {
  const children = Array.from(values, (value) => loop.follow(value));
  claimOutcomes(children);
  return children;
}

function settled<T>(child: Future<T>): PromiseSettledResult<T> {
  if (child.failed || child.cancelled) return { status: 'rejected', reason: reasonOf(child) };
  return { status: 'fulfilled', value: child.result() };
}

function reasonOf(child: Future<unknown>): unknown {
  try {
    child.result();
    return undefined;
  } catch (reason) {
    return reason;
  }
}
