import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock, microseconds } from './virtual-clock.js';

function drain(clock: VirtualClock): void {
  while (clock.fireNext());
}

describe('the virtual clock', () => {
  it('fires timers in order of time, and those of one instant in order of creation', () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    for (const [name, at] of [
      ['c', 20],
      ['a', 10],
      ['d', 20],
      ['b', 10],
    ] as const)
      clock.schedule(at, () => fired.push(`${name}@${clock.now}`));
    drain(clock);
    expect(fired).toEqual(['a@10', 'b@10', 'c@20', 'd@20']);
  });

  it('fires a timer that is made while an instant fires, for that instant, after the others of it', () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    clock.schedule(10, () => {
      fired.push('a');
      clock.schedule(10, () => fired.push('c'));
    });
    clock.schedule(10, () => fired.push('b'));
    clock.schedule(11, () => fired.push('d'));
    drain(clock);
    expect(fired).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['the first', 0, ['b', 'c']],
    ['one in the middle', 1, ['a', 'c']],
    ['the last', 2, ['a', 'b']],
  ])('keeps the order of the others when %s of an instant is cancelled', (_which, index, left) => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    const timers = ['a', 'b', 'c'].map((name) => clock.schedule(5, () => fired.push(name)));
    clock.cancel(timers[index]!);
    clock.cancel(timers[index]!);
    expect(clock.size).toBe(2);
    drain(clock);
    expect(fired).toEqual(left);
  });

  it('takes a timer off before it calls it, so that cancelling it then does nothing', () => {
    const clock = new VirtualClock();
    let left = -1;
    const timer = clock.schedule(5, () => {
      clock.cancel(timer);
      left = clock.size;
    });
    clock.schedule(5, () => undefined);
    drain(clock);
    expect(left).toBe(1);
    expect(clock.size).toBe(0);
  });

  it('forgets an instant whose timers were all cancelled', () => {
    const clock = new VirtualClock();
    clock.cancel(clock.schedule(5, () => undefined));
    clock.schedule(9, () => undefined);
    expect(clock.nextAt).toBe(9);
    clock.passTo(8);
    expect(clock.now).toBe(8);
  });

  it('passes neither a due timer nor backwards', () => {
    const clock = new VirtualClock();
    clock.schedule(5, () => undefined);
    clock.passTo(9);
    expect(clock.now).toBe(5);
    clock.passTo(3);
    expect(clock.now).toBe(5);
  });

  it('takes an instant in the past for now', () => {
    const clock = new VirtualClock();
    clock.passTo(10);
    let at = -1;
    clock.schedule(3, () => (at = clock.now));
    drain(clock);
    expect(at).toBe(10);
  });

  it('fires timers late, in their order, when time has passed over them', () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    for (const at of [30, 10, 20]) clock.schedule(at, () => fired.push(`${at} at ${clock.now}`));
    clock.passOver(25);
    drain(clock);
    expect(fired).toEqual(['10 at 25', '20 at 25', '30 at 30']);
  });

  it('keeps the order of creation when there are more instants than it can find at once', () => {
    const clock = new VirtualClock();
    const fired: { readonly at: number; readonly order: number }[] = [];
    const timers = Array.from({ length: 5000 }, (_, order) => ({ at: ((order * 7919) % 1500) * 1000, order }));
    for (const timer of timers) clock.schedule(timer.at, () => fired.push(timer));
    drain(clock);
    expect(fired).toEqual([...timers].sort((a, b) => a.at - b.at || a.order - b.order));
  });

  it('keeps no timer that was cancelled, nor its instant', () => {
    const clock = new VirtualClock();
    for (let round = 0; round < 1000; round++) clock.cancel(clock.schedule(1000 + round, () => expect.unreachable()));
    const left = clock.schedule(5000, () => undefined);
    expect(clock.size).toBe(1);
    expect(clock.nextAt).toBe(left.at);
    clock.cancel(left);
    expect(clock.nextAt).toBeNull();
  });

  it('never fires what is due in infinite time', () => {
    const clock = new VirtualClock();
    const timer = clock.schedule(Number.POSITIVE_INFINITY, () => expect.unreachable());
    expect(clock.nextAt).toBeNull();
    expect(clock.fireNext()).toBe(false);
    clock.cancel(timer);
    expect(clock.size).toBe(0);
    expect(clock.now).toBe(0);
  });
});

describe('microseconds', () => {
  it.each([
    [0, 0],
    [0.05 * 3, 150_000],
    [1e-9, 1],
    [1.5, 1_500_000],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('of %d s are %d', (seconds, expected) => expect(microseconds(seconds)).toBe(expected));

  it.each([-1, Number.NaN])('of %d s do not exist', (seconds) => expect(() => microseconds(seconds)).toThrow(RangeError));
});

type Step =
  { readonly do: 'schedule'; readonly delay: number } | { readonly do: 'cancel'; readonly index: number } | { readonly do: 'fire' };

/** The clock as one would write it without thinking of speed: a sorted list. */
class ListModel {
  now = 0;
  timers: { readonly at: number; readonly id: number }[] = [];

  fireNext(): number | null {
    const next = [...this.timers].sort((a, b) => a.at - b.at || a.id - b.id)[0];
    if (next === undefined) return null;
    this.timers = this.timers.filter((timer) => timer !== next);
    this.now = next.at;
    return next.id;
  }
}

describe('in any order of scheduling, cancelling and firing', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('schedule' as const), delay: fc.nat(12) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), index: fc.nat(200) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('fire' as const) }) },
  );

  it('the clock does what a sorted list does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400, size: 'max' }), (steps) => {
        const clock = new VirtualClock();
        const model = new ListModel();
        const fired: number[] = [];
        const timers = new Map<number, ReturnType<VirtualClock['schedule']>>();
        let ids = 0;
        const fireBoth = () => {
          const expected = model.fireNext();
          expect(clock.fireNext()).toBe(expected !== null);
          if (expected !== null) expect(fired.at(-1)).toBe(expected);
          expect(clock.now).toBe(model.now);
        };
        for (const action of steps) {
          if (action.do === 'schedule') {
            const id = ids++;
            timers.set(
              id,
              clock.schedule(clock.now + action.delay, () => fired.push(id)),
            );
            model.timers.push({ at: model.now + action.delay, id });
          } else if (action.do === 'cancel') {
            const timer = timers.get(action.index);
            if (timer) clock.cancel(timer);
            model.timers = model.timers.filter(({ id }) => id !== action.index);
          } else fireBoth();
          expect(clock.size).toBe(model.timers.length);
        }
        while (model.timers.length > 0) fireBoth();
        expect(clock.fireNext()).toBe(false);
      }),
    );
  });
});
