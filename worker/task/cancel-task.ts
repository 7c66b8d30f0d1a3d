import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { raiseAll } from './raise-all.js';
import { AllEnded, cancelAll, claimOutcomes } from './several.js';
import { type Coroutine, type Task, join } from './task.js';

/**
 * Cancels tasks and waits until they have really ended, cleanup included. That they are cancelled then is no error; what they raise
 * instead is raised: one error as it is, several as an `AggregateError`. Automancer's `cancel_task`.
 */
export function cancelTask(loop: EventLoop, tasks: readonly Future<unknown>[]): Task<void> {
  return loop.task(run(loop, tasks), { name: 'cancelTask' });
}

function* run(loop: EventLoop, tasks: readonly Future<unknown>[]): Coroutine<void> {
  claimOutcomes(tasks);
  cancelAll(tasks);
  yield* join(new AllEnded(loop, tasks));
  raiseAll(tasks);
}
