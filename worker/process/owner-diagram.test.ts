import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowOf, type OwnerArrow, ownerArrows, ownerNode } from '../../model/owner-diagram.js';
import { IntType } from '../data/index.js';
import { type Coroutine, type EventLoop, join } from '../task/index.js';
import type { ProcessContext } from './context.js';
import { OwnerBed } from './owner-bed.js';
import { anyProcess } from './random-process.js';
import { requests, Trial } from './random-trial.js';

const nameOf = ({ from, to, again }: Pick<OwnerArrow, 'from' | 'to' | 'again'>) => `${from} → ${to}${again ? ', again' : ''}`;

/** The changes of state of a run, by name; each has to be an arrow. */
function changes({ events }: OwnerBed): readonly string[] {
  const states = events.flatMap((event) => (event.event === 'state' ? [{ node: ownerNode(event), instance: event.instance }] : []));
  return states.slice(1).flatMap((next, index) => {
    const before = states[index]!;
    const change = { from: before.node, to: next.node, again: next.instance !== before.instance };
    if (change.from === change.to && !change.again) return [];
    expect(arrowOf(change), nameOf(change)).not.toBeNull();
    return [nameOf(change)];
  });
}

type Body = (context: ProcessContext, loop: EventLoop) => Coroutine<unknown>;
const sleeps: Body = function* (_context, loop) {
  yield* join(loop.sleep(1));
};

/** A pausable process with so many tasks that wait in a checkpoint() from 1 s on; two seconds later the first is cancelled, and it ends at 5 s. */
const sitting = (count: number): Body =>
  function* (context, loop) {
    context.pausable = true;
    yield* join(loop.sleep(1));
    const sit = function* (): Coroutine<void> {
      try {
        yield* join(context.checkpoint());
      } catch {
        // The others stay.
      }
    };
    const tasks = Array.from({ length: count }, () => loop.task(sit()));
    yield* join(loop.sleep(2));
    if (count === 1) tasks[0]?.cancel();
    yield* join(loop.sleep(2));
  };

/** A process that takes a second to clean up. */
const slow: Body = function* (context, loop) {
  try {
    yield* join(context.wait(loop.sleep(5)));
  } finally {
    yield* join(loop.sleep(1));
  }
};

/** What random requests meet seldom or never. */
const cases: Readonly<Record<string, () => OwnerBed>> = {
  'data that does not fit, mended and given up': () => {
    const bed = new OwnerBed(sleeps, { data: { type: new IntType(), value: 'much' } });
    bed.runTo(1);
    bed.request({ type: 'retry', data: { value: 'more' } });
    bed.runTo(2);
    bed.request({ type: 'halt' });
    bed.runTo(3);
    return bed;
  },
  'a retry with data that was changed': () => {
    const bed = new OwnerBed(
      function* () {
        throw new Error('no');
      },
      { data: { type: new IntType(), value: 1 } },
    );
    bed.runTo(1);
    bed.request({ type: 'retry', data: { value: 2 } });
    bed.runTo(2);
    return bed;
  },
  'a task that is paused is cancelled': () => {
    const bed = new OwnerBed(sitting(1));
    bed.runTo(0.5);
    bed.request({ type: 'pause' });
    bed.runTo(6);
    return bed;
  },
  'one of several tasks that are paused takes new data, and the process returns while the others are': () => {
    const bed = new OwnerBed(sitting(3));
    bed.runTo(0.5);
    bed.request({ type: 'pause' });
    bed.runTo(2);
    bed.request({ type: 'swap', data: { value: 1 } });
    bed.runTo(6);
    return bed;
  },
  'new data comes while the process makes room for new data': () => {
    const bed = new OwnerBed(slow);
    bed.runTo(1);
    bed.request({ type: 'swap', data: { value: 1 } });
    bed.runTo(1.5);
    bed.request({ type: 'swap', data: { value: 2 } });
    bed.runTo(3);
    return bed;
  },
};

describe('the diagram of the owner', () => {
  it('has every change of state as an arrow, and no arrow that is never taken', { timeout: 60_000 }, () => {
    const seen = new Set(Object.values(cases).flatMap((run) => changes(run())));
    // The same processes every time: what they take does not depend on luck.
    for (const [steps, timed] of fc.sample(fc.tuple(anyProcess, requests), { numRuns: 3000, seed: 1 })) {
      for (const change of changes(new Trial(steps, timed).run().bed)) seen.add(change);
    }
    expect(ownerArrows.map(nameOf).filter((name) => !seen.has(name))).toEqual([]);
  });
});
