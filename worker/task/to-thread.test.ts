import { describe, expect, it } from 'vitest';
import { automancerShield } from './automancer-shield.js';
import { blockFor } from './block-for.js';
import { join } from './task.js';
import { TestBed } from './test-bed.js';
import { toThread } from './to-thread.js';

/** A driver whose calls block and bring something about at their end. */
function drive(bed: TestBed, ...milliseconds: readonly number[]): string {
  for (const length of milliseconds) blockFor(bed.loop, length / 1000, `move of ${length} ms`, () => bed.note(`moved ${length}`));
  return 'result';
}

describe('toThread', () => {
  it('delivers the result when the time of the blocking calls, one after the other, is over', () => {
    const bed = new TestBed();
    bed.watch(
      'job',
      toThread(bed.loop, () => drive(bed, 100, 200)),
    );
    bed.watch('beside', bed.sleeper('beside', 150));
    expect(bed.run()).toEqual(['moved 100@100', 'beside: beside@150', 'moved 200@300', 'job: result@300']);
  });

  it('delivers a failure after the time that it took until then', () => {
    const bed = new TestBed();
    const job = toThread(bed.loop, () => {
      drive(bed, 100);
      throw new Error('jammed');
    });
    bed.watch('job', job);
    expect(bed.run()).toEqual(['moved 100@100', 'job! jammed@100']);
  });

  it('gives every thread its own time', () => {
    const bed = new TestBed();
    bed.watch(
      'a',
      toThread(bed.loop, () => drive(bed, 100)),
    );
    bed.watch(
      'b',
      toThread(bed.loop, () => drive(bed, 50)),
    );
    expect(bed.run()).toEqual(['moved 50@50', 'b: result@50', 'moved 100@100', 'a: result@100']);
  });

  it('says what it is busy with', () => {
    const bed = new TestBed();
    const job = toThread(bed.loop, () => drive(bed, 100, 200));
    const labels: unknown[] = [];
    for (const at of [0, 99, 150]) bed.at(at, () => labels.push(job.label));
    expect(job.wakesAt).toBe(300_000);
    bed.run();
    expect(labels).toEqual(['move of 100 ms', 'move of 100 ms', 'move of 200 ms']);
  });

  it('refuses a function that is async, and what is no function', () => {
    const bed = new TestBed();
    const job = toThread(bed.loop, () => bed.sleep(5));
    bed.run();
    expect(job.exception()).toEqual(new TypeError('toThread() is for functions that block. Await an async function directly.'));
    expect(() => toThread(bed.loop, 5 as never)).toThrow(TypeError);
  });

  it('still delivers in a later turn when nothing blocked', () => {
    const bed = new TestBed();
    const job = toThread(bed.loop, () => 5);
    expect(job.done).toBe(false);
    bed.run();
    expect(job.result()).toBe(5);
  });
});

describe('A11: cancelling a thread', () => {
  it('ends the waiting at once; the action runs on, is listed as detached until it ends, and its result is lost (scenario 87)', () => {
    const bed = new TestBed();
    const process = bed.task(join(toThread(bed.loop, () => drive(bed, 300))));
    bed.watch('process', process);
    const detached = () => bed.note([...bed.loop.detached].map((job) => `${job.label} since ${job.startedAt}`).join() || 'none');
    for (const at of [40, 100, 299]) bed.at(at, detached);
    bed.at(50, () => process.cancel());
    bed.at(301, detached);
    expect(bed.run()).toEqual([
      'none@40',
      'process cancelled@50',
      'move of 300 ms since 0@100',
      'move of 300 ms since 0@299',
      'moved 300@300',
      'none@301',
    ]);
  });

  it('loses also its failure', () => {
    const bed = new TestBed();
    const job = toThread(bed.loop, () => {
      drive(bed, 300);
      throw new Error('jammed');
    });
    bed.at(50, () => job.cancel());
    bed.run();
    expect(bed.unnoticed).toEqual([]);
  });

  it.each([
    ['waits for it when it is shielded (scenario 88)', [50], ['moved 300@300', 'process cancelled@300'], 0],
    ['gives up on it at the second cancellation', [50, 80], ['process cancelled@80', 'moved 300@300'], 1],
  ])('%s', (_sentence, cancels, log, detached) => {
    const bed = new TestBed();
    const process = bed.task(
      join(
        automancerShield(
          bed.loop,
          toThread(bed.loop, () => drive(bed, 300)),
        ),
      ),
    );
    bed.watch('process', process);
    for (const at of cancels) bed.at(at, () => process.cancel());
    bed.at(200, () => expect(bed.loop.detached.size).toBe(detached));
    expect(bed.run()).toEqual(log);
  });
});

describe('a blocking call outside a thread', () => {
  it('keeps everything else waiting, and is told', () => {
    const bed = new TestBed();
    bed.at(20, () => {
      blockFor(bed.loop, 0.1, 'move', () => bed.note('moved'));
      bed.note('returned');
    });
    bed.watch('sleeper', bed.sleeper('sleeper', 50));
    expect(bed.run()).toEqual(['blocked 0.1 s by move@120', 'moved@120', 'returned@120', 'sleeper: sleeper@120']);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('of %d s is refused', (seconds) => {
    expect(() => blockFor(new TestBed().loop, seconds, 'move')).toThrow(RangeError);
  });
});
