import { describe, expect, it } from 'vitest';
import { automancerShield } from './automancer-shield.js';
import { shield } from './shield.js';
import { type Coroutine, join } from './task.js';
import { TestBed } from './test-bed.js';

describe('A9: asyncio.shield', () => {
  it('lets the cancellation through at once and leaves the task running alone', () => {
    const bed = new TestBed();
    const inner = bed.sleeper('inner', 300);
    const outer = bed.task(join(shield(bed.loop, inner)));
    bed.watch('inner', inner);
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual(['outer cancelled@50', 'inner: inner@300']);
  });

  it('may be cancelled in the very turn in which the shielded one has ended', () => {
    const bed = new TestBed();
    const inner = bed.loop.future<number>();
    const outer = bed.task(join(shield(bed.loop, inner)));
    bed.watch('outer', outer);
    inner.setResult(1);
    outer.cancel();
    expect(bed.run()).toEqual(['outer cancelled@0']);
  });

  it('cancels the one who waits when the shielded task itself is cancelled', () => {
    const bed = new TestBed();
    const inner = bed.sleeper('inner', 300);
    bed.watch('outer', bed.task(join(shield(bed.loop, inner))));
    bed.at(50, () => inner.cancel());
    expect(bed.run()).toEqual(['inner hit@50', 'outer cancelled@50']);
  });

  it.each([
    ['the result', 'sleeper', 'outer: x@100'],
    ['the failure', 'failing', 'outer! x@100'],
  ] as const)('passes %s on', (_what, kind, expected) => {
    const bed = new TestBed();
    bed.watch('outer', bed.task(join(shield(bed.loop, bed[kind]('x', 100)))));
    expect(bed.run()).toEqual([expected]);
    expect(bed.unnoticed).toEqual([]);
  });

  it('does not hide a failure that comes when nobody waits any more', () => {
    const bed = new TestBed();
    const outer = bed.task(join(shield(bed.loop, bed.failing('alone', 100))));
    bed.at(50, () => outer.cancel());
    bed.run();
    expect(bed.unnoticed).toEqual([new Error('alone')]);
  });

  it('can shield the same task again and again', () => {
    const bed = new TestBed();
    const inner = bed.sleeper('inner', 300);
    const first = bed.task(join(shield(bed.loop, inner)));
    bed.at(50, () => first.cancel());
    bed.at(60, () => bed.watch('second', bed.task(join(shield(bed.loop, inner)))));
    expect(bed.run()).toEqual(['second: inner@300']);
  });

  it('gives no protection to what is done: its result is there', () => {
    const bed = new TestBed();
    const inner = bed.sleeper('inner', 0);
    bed.run();
    expect(shield(bed.loop, inner)).toBe(inner);
  });
});

/** An action of 300 ms that would clean up for 100 ms, shielded, and cancelled at some times. */
const shielded: readonly [sentence: string, cancels: readonly number[], log: readonly string[]][] = [
  ['passes the result on when nobody cancels', [], ['action clean@400', 'outer: action@400']],
  ['keeps one cancellation back until the action has finished', [50], ['action clean@400', 'outer cancelled@400']],
  ['takes two cancellations in one turn for one', [50, 50], ['action clean@400', 'outer cancelled@400']],
  [
    'lets the second cancellation cancel the action, and waits for its cleanup',
    [50, 80],
    ['action hit@80', 'action clean@180', 'outer cancelled@180'],
  ],
  ['lets the third cancellation interrupt the cleanup', [50, 80, 120], ['action hit@80', 'outer cancelled@120']],
];

describe('A10: am.shield', () => {
  it.each(shielded)('%s', (_sentence, cancels, log) => {
    const bed = new TestBed();
    const outer = bed.task(join(automancerShield(bed.loop, bed.sleeper('action', 300, 100))));
    bed.watch('outer', outer);
    for (const at of new Set(cancels)) bed.at(at, () => cancels.filter((other) => other === at).forEach(() => outer.cancel()));
    expect(bed.run()).toEqual(log);
  });

  it('lets an error of the action replace the cancellation', () => {
    const bed = new TestBed();
    const outer = bed.task(join(automancerShield(bed.loop, bed.failing('broken', 300))));
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual(['outer! broken@300']);
  });

  it('absorbs one more cancellation each time it is used: in a finally block the second', () => {
    const bed = new TestBed();
    function* process(): Coroutine<void> {
      try {
        yield* join(bed.sleep(1000));
      } finally {
        yield* join(automancerShield(bed.loop, bed.sleep(100)));
      }
    }
    const twice = bed.task(process());
    bed.watch('twice', twice);
    for (const at of [50, 80]) bed.at(at, () => twice.cancel());
    const thrice = bed.task(process());
    bed.watch('thrice', thrice);
    for (const at of [50, 80, 100]) bed.at(at, () => thrice.cancel());
    expect(bed.run()).toEqual(['thrice cancelled@100', 'twice cancelled@150']);
  });

  it('is an await that nothing interrupts, and tells what it waits for', () => {
    const bed = new TestBed();
    const waiting = automancerShield(bed.loop, bed.sleep(300));
    expect(waiting.kind).toBe('blocking');
    expect(waiting.waitingOn?.inner?.label).toBe('sleep 300 ms');
    expect(waiting.wakesAt).toBe(300_000);
  });
});
