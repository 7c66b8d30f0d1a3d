import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, beat, beatMilliseconds, patienceMilliseconds, patient, resumed, startWatch, type Watch } from './watchdog.js';

/** Lets beats pass on time, without answers, until the alarm; returns when it came, or `null`. */
function alarmAt(watch: Watch, from: number, until: number): number | null {
  for (let now = from; now <= until; now += beatMilliseconds) {
    const step = beat(watch, now);
    watch = step.watch;
    if (step.action === 'alarm') return now;
  }
  return null;
}

describe('the watchdog', () => {
  it('tells within a second, however the loop falls between two beats', () => {
    expect(alarmAt(startWatch(0), 250, 5000)).toBe(750);
    const justAnswered = answered(beat(startWatch(0), 250).watch);
    expect(alarmAt(justAnswered, 500, 5000)).toBe(1000); // silent since 250 at the earliest
  });

  it('sends no second ping while the first is out', () => {
    const { watch, action } = beat(startWatch(0), 250);
    expect(action).toBe('ping');
    expect(beat(watch, 500).action).toBe('none');
  });

  it('alarms once, and again only after an answer', () => {
    let watch = startWatch(0);
    let alarms = 0;
    for (let now = 250; now < 5000; now += 250) {
      const step = beat(watch, now);
      watch = step.watch;
      if (step.action === 'alarm') alarms++;
    }
    expect(alarms).toBe(1);
    expect(alarmAt(answered(watch), 5250, 9000)).not.toBeNull();
  });

  it.each([
    ['a throttled page', 1000],
    ['a page that was blocked', 600],
    ['a laptop that slept', 3_600_000],
  ])('does not count the beats of %s', (_, late) => {
    let watch = beat(startWatch(0), 250).watch;
    let now = 250;
    for (let index = 0; index < 10; index++) {
      now += late;
      const step = beat(watch, now);
      watch = step.watch;
      expect(step.action).toBe('none');
    }
    expect(alarmAt(watch, now + 250, now + 1000)).not.toBeNull();
  });

  it('starts counting anew after the tab was hidden', () => {
    const watch = beat(beat(startWatch(0), 250).watch, 500).watch;
    expect(watch.missed).toBe(1);
    const back = resumed(watch, 90_000);
    expect(beat(back, 90_250).action).toBe('none');
    expect(beat(beat(back, 90_250).watch, 90_500).action).toBe('alarm');
  });

  it('keeps waiting when told to, then tells again', () => {
    let watch = startWatch(0);
    for (const now of [250, 500, 750]) watch = beat(watch, now).watch;
    expect(watch.phase).toBe('silent');
    expect(alarmAt(patient(watch, 1000), 1000, 60_000)).toBe(1000 + patienceMilliseconds);
  });

  it('never alarms while every ping is answered before the second beat after it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ gap: fc.integer({ min: 250, max: 5000 }), answer: fc.boolean() }), { maxLength: 200 }), (beats) => {
        let watch = startWatch(0);
        let now = 0;
        let unanswered = 0;
        for (const { gap, answer } of beats) {
          const step = beat(watch, (now += gap));
          expect(step.action === 'alarm' && unanswered < 2).toBe(false);
          watch = step.watch;
          unanswered = answer ? 0 : unanswered + 1;
          if (answer) watch = answered(watch);
        }
      }),
    );
  });
});
