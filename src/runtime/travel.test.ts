import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import type { Recording } from '../../model/recording.js';
import type { ReplayOptions } from '../../model/travel.js';
import { eventsPerPiece } from './catch-up.js';
import { type FakeWorker, fakeKeeper, messages, snapshotOf, updateOf } from './fakes.js';
import { Runtime } from './Runtime.svelte.js';

const recording: Recording = {
  source: { language: 'typescript', code: '// some' },
  data: { text: '5 min' },
  point: null,
  seed: 4,
  bench: 'incubator',
  acts: [
    { at: 0, act: { type: 'fault', what: { device: 'pump', type: 'disconnect' } } },
    { at: 5, turns: 3, act: { type: 'request', what: { type: 'halt' } } },
  ],
  end: 9_000_000,
};
const options = { source: recording.source, data: recording.data, seed: 3, bench: 'default', speed: 10, held: false } as const;
const info = { ok: true, info: { name: 'p', data: null, points: null, guards: [] }, protocol: null, warnings: [] } as const;
const locations = (from: number, to: number): readonly TraceEvent[] =>
  Array.from({ length: to - from }, (_, index) => ({ t: from + index, event: 'location', location: from + index }));

/** A page whose idle moments the test gives it. */
function setup(prepare: (worker: FakeWorker) => void) {
  const fake = fakeKeeper((worker) => {
    let run = 0;
    worker.answers.run = () => ({ load: info, update: updateOf(++run, run * 100) });
    prepare(worker);
  });
  const waiting: (() => void)[] = [];
  const runtime = new Runtime(
    (listener) => Promise.resolve(fake.keeperFor(listener)),
    () => 0,
    (callback) => waiting.push(callback),
  );
  const idle = async (): Promise<void> => {
    waiting.splice(0).forEach((callback) => callback());
    await messages();
  };
  return { ...fake, runtime, idle, waiting };
}

describe('what updates left out', () => {
  it('is fetched in pieces while the page is idle, until nothing is missing', async () => {
    const all = locations(0, 2600);
    const asked: unknown[] = [];
    const { runtime, worker, idle, waiting } = setup((one) => {
      one.answers.trace = (first, limit) => {
        asked.push([first, limit]);
        const from = first as number;
        return { run: 1, first: from, events: all.slice(from, from + (limit as number)), total: all.length };
      };
    });
    await runtime.run(options);
    worker(0).answers.clock = () => updateOf(1, 110, { events: all.slice(2400), first: 0, dropped: 2400 });
    await runtime.clock({ type: 'hold' });
    expect(runtime.trace).toMatchObject({ length: 0, total: 2600 });
    expect(asked).toEqual([]);
    for (let pieces = 0; pieces < 3; pieces++) {
      expect(waiting).toHaveLength(1);
      await idle();
    }
    expect(asked).toEqual([0, 1000, 2000].map((first) => [first, eventsPerPiece]));
    expect(waiting).toHaveLength(0);
    expect(runtime.trace).toMatchObject({ length: 2600, total: 2600 });
    expect(runtime.trace.events).toEqual(all);
  });

  it('may bring more than an update may', async () => {
    const large = locations(0, 900).map((event) => ({ ...event, location: Array.from({ length: 100 }, (_, index) => index) }));
    const { runtime, worker, idle } = setup((one) => {
      one.answers.trace = () => ({ run: 1, first: 0, events: large, total: 900 });
    });
    await runtime.run(options);
    worker(0).answers.clock = () => updateOf(1, 110, { first: 0, dropped: 900 });
    await runtime.clock({ type: 'hold' });
    await idle();
    expect(runtime.trace.events).toEqual(large);
  });

  it('is not taken for that of another run', async () => {
    const { runtime, worker, idle } = setup((one) => {
      one.answers.trace = (first) => ({ run: 1, first, events: locations(0, 5), total: 5 });
    });
    await runtime.run(options);
    worker(0).answers.clock = () => updateOf(1, 110, { first: 0, dropped: 5 });
    await runtime.clock({ type: 'hold' });
    await runtime.run(options);
    worker(0).answers.clock = () => updateOf(2, 210, { first: 0, dropped: 7 });
    await runtime.clock({ type: 'hold' });
    await idle();
    expect(runtime.trace).toMatchObject({ length: 0, total: 7 });
  });

  it('is asked for again by the next update when the runtime sent nonsense', async () => {
    let answers = 0;
    const { runtime, worker, idle, waiting } = setup((one) => {
      one.answers.trace = () =>
        answers++ === 0
          ? { run: 1, first: 0, events: [{ event: 'x' }], total: 2 }
          : { run: 1, first: 0, events: locations(0, 2), total: 2 };
    });
    await runtime.run(options);
    worker(0).answers.clock = () => updateOf(1, 110 + answers, { first: 0, dropped: 2 });
    await runtime.clock({ type: 'hold' });
    await idle();
    expect([runtime.trace.length, waiting.length]).toEqual([0, 0]);
    await runtime.clock({ type: 'hold' });
    await idle();
    expect(runtime.trace.length).toBe(2);
  });
});

describe('the past', () => {
  it('is looked into, and nothing of it is shown as the present', async () => {
    const { runtime } = setup((one) => {
      one.answers.moment = (at) => ({
        at,
        snapshot: snapshotOf(0, { ambient: 30 }),
        services: {
          revision: 0,
          files: { count: 0, size: 0, limit: 0, list: [] },
          web: { started: 0, answered: 0, failed: 0, aborted: 0, newest: [], addresses: [] },
          mail: { accepted: 0, connections: 0, mails: [], sessions: [] },
          faults: [],
        },
      });
    });
    await runtime.run(options);
    const { snapshot } = runtime;
    expect(await runtime.past.moment(3)).toMatchObject({ at: 3, snapshot: { ambient: 30 } });
    expect(runtime.snapshot).toBe(snapshot);
  });

  it('is nothing when the runtime sends nonsense', async () => {
    const { runtime } = setup((one) => {
      one.answers.moment = () => ({ at: 'x' });
      one.answers.recording = () => ({ ...recording, acts: 5 });
    });
    await runtime.run(options);
    expect(await runtime.past.moment(3)).toBeNull();
    expect(await runtime.past.recording()).toBeNull();
  });

  it('is where another run begins', async () => {
    const asked: ReplayOptions[] = [];
    const { runtime, worker } = setup((one) => {
      one.answers.recording = () => recording;
      one.answers.replay = (given) => {
        asked.push(given as ReplayOptions);
        return { load: info, update: updateOf(2, 300, { events: locations(0, 3) }) };
      };
    });
    await runtime.run(options);
    worker(0).answers.clock = () =>
      updateOf(1, 110, { snapshot: snapshotOf(110, { clock: { now: 1, speed: 100, rate: 100, held: false } }) });
    await runtime.clock({ type: 'speed', speed: 100 });
    expect(await runtime.fork(4.5)).toEqual(info);
    expect(asked).toEqual([{ recording, from: 4.5, acts: 'drop', speed: 100, held: false }]);
    expect(runtime.trace.length).toBe(3);
    expect(runtime.info?.name).toBe('p');
    await runtime.watch(recording, { held: true });
    expect(asked[1]).toMatchObject({ recording, from: 0, acts: 'follow', held: true });
  });

  it('has no other way when there is no run, or when something newer came in between', async () => {
    const { runtime } = setup((one) => {
      one.answers.recording = () => null;
      one.answers.replay = () => null;
    });
    expect(await runtime.fork(1)).toBeNull();
    expect(await runtime.watch(recording)).toBeNull();
    expect(runtime.info).toBeNull();
  });
});
