import { describe, expect, it } from 'vitest';
import type { RunOptions } from '../../model/protocol.js';
import { noServices } from '../../model/services.js';
import type { LoadResult, ProcessView } from '../../model/snapshot.js';
import { type FakeWorker, fakeKeeper, messages, snapshotOf, updateOf } from './fakes.js';
import { Runtime } from './Runtime.svelte.js';

const options: RunOptions = {
  source: { language: 'typescript', code: '' },
  data: { text: '' },
  seed: 3,
  bench: 'default',
  speed: 10,
  held: false,
};
const loaded: LoadResult = { ok: true, info: { name: 'main', data: null, points: null, guards: [] }, protocol: null, warnings: [] };
const process: ProcessView = {
  name: 'main',
  state: { mode: 'running', form: 'normal', pausable: false },
  pending: { pause: false, jump: false, swap: false },
  instance: 1,
  location: null,
  term: { type: 'unknown' },
  suspension: null,
  failure: null,
  detached: [],
};

function setup(prepare: (worker: FakeWorker) => void = () => {}) {
  const fake = fakeKeeper((worker) => {
    let run = 0;
    worker.answers.run = () => {
      run++;
      const snapshot = snapshotOf(run * 10, { process, clock: { now: 2, speed: 10, rate: 10, held: true } });
      return {
        load: loaded,
        update: { run, snapshot, events: [{ t: 0, event: 'load', language: 'typescript', process: 'main' }], first: 0, dropped: 0 },
      };
    };
    prepare(worker);
  });
  let open = (): void => {};
  const loading = new Promise<void>((resolve) => (open = resolve));
  const runtime = new Runtime(
    async (listener) => {
      await loading;
      return fake.keeperFor(listener);
    },
    () => fake.page.time,
  );
  return { ...fake, runtime, open };
}

describe('the runtime as the page sees it', () => {
  it('knows what was asked of the clock before the runtime answers, and then what it answers', async () => {
    const { runtime, open } = setup((worker) => {
      worker.answers.clock = () => updateOf(0, 2, { snapshot: snapshotOf(2, { clock: { now: 0, speed: 100, rate: 0, held: false } }) });
    });
    const answered = Promise.all([runtime.clock({ type: 'speed', speed: 100 }), runtime.clock({ type: 'hold' })]);
    expect(runtime.pace).toEqual({ speed: 100, held: true });
    open();
    await answered;
    expect(runtime.pace).toEqual({ speed: 100, held: false });
  });

  it('does not lose a run that is pressed before the runtime is there', async () => {
    const { runtime, open } = setup();
    const result = runtime.run(options);
    await messages();
    expect(runtime.snapshot.process).toBeNull();
    open();
    expect(await result).toEqual(loaded);
    expect(runtime.snapshot.process?.name).toBe('main');
    expect(runtime.info?.name).toBe('main');
  });

  it('keeps what the services of a bench show before a run when a later update does not bring them, and what is wrong with its text', async () => {
    const failure = { kind: 'data', name: 'BenchError', message: 'wrong', place: { file: 'bench', line: 1, column: 1 } } as const;
    const files = { count: 1, size: 1, limit: 9, list: [{ path: 'a', size: 1, created: 0, modified: 0 }] };
    const texts: unknown[] = [];
    const { runtime, open, worker } = setup((one) => {
      one.answers.preview = (...asked) => {
        texts.push(asked);
        const update = updateOf(0, 1, { services: { ...noServices, revision: 1, files } });
        return { update, failures: asked[2] === 'good' ? [] : [failure], waits: asked[2] === 'good' };
      };
    });
    open();
    runtime.start('default', 1, 'bad');
    await messages();
    await messages();
    expect(runtime.services.files.count).toBe(1);
    expect([runtime.benchFailures, runtime.benchWaits]).toEqual([[failure], false]);
    worker(0).answers.clock = () => updateOf(0, 2);
    await runtime.clock({ type: 'step' });
    expect(runtime.services.files.count).toBe(1);
    runtime.start('default', 1, 'good');
    await messages();
    expect([runtime.benchFailures, runtime.benchWaits]).toEqual([[], true]);
    expect(texts).toEqual([
      ['default', 1, 'bad'],
      ['default', 1, 'good'],
    ]);
  });

  it('notes when a snapshot came in, and leaves the note alone when an older one does', async () => {
    const { runtime, open, page, worker } = setup();
    open();
    await runtime.run(options);
    page.time = 40;
    worker(0).answers.clock = () => updateOf(1, 20);
    await runtime.clock({ type: 'step' });
    expect([runtime.receivedAt, runtime.snapshot.revision]).toEqual([40, 20]);
    page.time = 80;
    worker(0).answers.clock = () => updateOf(1, 19);
    await runtime.clock({ type: 'step' });
    expect([runtime.receivedAt, runtime.snapshot.revision]).toEqual([40, 20]);
  });

  it('keeps trace and process of a runtime that was stopped, and brings the next one to its settings', async () => {
    const { runtime, open, page, worker } = setup();
    open();
    await runtime.run(options);
    worker(0).stuck = true;
    const pending = runtime.request({ type: 'pause' });
    await page.beat(3);
    expect(runtime.status).toEqual({ type: 'silent', stuck: { line: null } });
    runtime.stop();
    expect(await pending).toEqual({ accepted: false, reason: 'ended', message: expect.stringMatching(/stopped by hand/) as string });
    await messages();
    expect(runtime.status).toEqual({ type: 'ready' });
    expect(runtime.snapshot.process?.state).toEqual({ mode: 'done', outcome: 'stopped' });
    expect(runtime.log.newest[0]).toMatchObject({ event: { event: 'load' } });
    await messages();
    expect(worker(1).calls.filter((call) => call !== 'ping' && call !== 'next')).toEqual(['preview', 'clock', 'clock']);
    await runtime.run(options);
    expect(runtime.snapshot.process?.state.mode).toBe('running');
    expect(runtime.log.count).toBe(1);
  });

  it('runs although the run before it is in an endless loop', async () => {
    const { runtime, open, page, worker } = setup();
    open();
    await runtime.run(options);
    worker(0).stuck = true;
    await page.beat(3);
    expect(await runtime.run(options)).toEqual(loaded);
    expect(worker(0).ended).toBe(true);
    expect(runtime.snapshot.process?.state.mode).toBe('running');
  });

  it('tells that the runtime died until the next run', async () => {
    const { runtime, open, page, worker, frames } = setup();
    open();
    await runtime.run(options);
    worker(0).stuck = true;
    frames[0]!.dead = true;
    await page.beat(8);
    expect(runtime.status).toMatchObject({ type: 'died', message: expect.stringMatching(/memory/) as string });
    await runtime.run(options);
    expect(runtime.status).toEqual({ type: 'ready' });
  });

  it('answers every call with a sentence when the runtime cannot be had', async () => {
    const runtime = new Runtime(() => Promise.reject(new Error('No network.')));
    expect(await runtime.run(options)).toMatchObject({ ok: false, failures: [{ kind: 'runtime', message: 'No network.' }] });
    expect(runtime.loadFailures).toMatchObject([{ message: 'No network.' }]);
    expect(await runtime.request({ type: 'halt' })).toMatchObject({ accepted: false, message: 'No network.' });
    expect(await runtime.checkData(options.source, options.data)).toMatchObject([{ kind: 'runtime' }]);
    await runtime.clock({ type: 'hold' });
    expect(runtime.remarks).toMatchObject([{ after: 0, event: { level: 'warn', message: 'No network.' } }]);
    expect(runtime.status).toMatchObject({ type: 'unavailable' });
  });

  it('refuses garbage with a sentence and goes on', async () => {
    const { runtime, open, worker } = setup();
    open();
    await runtime.run(options);
    worker(0).answers.request = () => ({ result: 'yes', update: 7 });
    expect(await runtime.request({ type: 'pause' })).toMatchObject({
      accepted: false,
      message: expect.stringMatching(/does not understand/) as string,
    });
    worker(0).answers.request = () => ({ result: { accepted: true, reason: 'accepted', message: 'Fine.' }, update: updateOf(1, 30) });
    expect(await runtime.request({ type: 'pause' })).toMatchObject({ accepted: true, message: 'Fine.' });
  });

  it('reports why a process could not be loaded', async () => {
    const failures = [{ kind: 'load', name: 'SyntaxError', message: 'Odd.' }] as const;
    const { runtime, open } = setup((worker) => {
      worker.answers.run = () => ({ load: { ok: false, failures }, update: updateOf(1, 1) });
    });
    open();
    await runtime.run(options);
    expect(runtime.loadFailures).toEqual(failures);
    expect(runtime.info).toBeNull();
  });
});
