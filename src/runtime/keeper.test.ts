import { describe, expect, it } from 'vitest';
import type { StuckReport } from '../../model/protocol.js';
import type { Update } from '../../model/snapshot.js';
import { fakeKeeper, messages, snapshotOf, updateOf } from './fakes.js';
import { Gone } from './status.js';

const stuck = (line: number): StuckReport => ({ type: 'stuck', line, column: 1 });

describe('a keeper', () => {
  it('starts a worker for the first call and keeps it', async () => {
    const { keeper, frames } = fakeKeeper();
    const [first, second] = await Promise.all([keeper.connection(), keeper.connection()]);
    expect(second).toBe(first);
    expect(await keeper.connection()).toBe(first);
    expect(frames.map((frame) => frame.workers.length)).toEqual([1]);
  });

  it('says within a second which loop does not return', async () => {
    const { keeper, page, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    worker(0).theirAlarm.postMessage(stuck(7));
    await page.beat(3);
    expect(page.time).toBeLessThan(1000);
    expect(told.statuses.at(-1)).toEqual({ type: 'silent', stuck: { line: 7 } });
  });

  it('shows what the worker could still tell from inside the loop', async () => {
    const { keeper, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    worker(0).theirAlarm.postMessage({ ...stuck(7), update: updateOf(1, 3) });
    await messages();
    expect(told.updates).toEqual([[1, updateOf(1, 3)]]);
  });

  it('adds the line when the report comes after the alarm, and ignores garbage', async () => {
    const { keeper, page, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    await page.beat(3);
    expect(told.statuses.at(-1)).toEqual({ type: 'silent', stuck: { line: null } });
    worker(0).theirAlarm.postMessage({ type: 'stuck', line: 'everywhere' });
    worker(0).theirAlarm.postMessage(stuck(9));
    await messages();
    expect(told.statuses.at(-1)).toEqual({ type: 'silent', stuck: { line: 9 } });
    expect(told.remarks).toEqual([]);
  });

  it('takes the alarm back when the worker answers again', async () => {
    const { keeper, page, told, worker, frames } = fakeKeeper();
    await keeper.connection();
    let free = (): void => {};
    worker(0).answers.ping = () => new Promise((resolve) => (free = () => resolve(0)));
    await page.beat(3);
    expect(told.statuses.at(-1)).toMatchObject({ type: 'silent' });
    delete worker(0).answers.ping;
    free();
    await page.beat(1);
    expect(told.statuses.at(-1)).toEqual({ type: 'ready' });
    await page.beat(5);
    expect(told.statuses.at(-1)).toEqual({ type: 'ready' });
    expect(frames[0]!.workers.map((one) => one.ended)).toEqual([false, true]);
  });

  it('settles every pending call when the worker is stopped, and answers with the next one', async () => {
    const { keeper, page, told, worker } = fakeKeeper();
    const first = await keeper.connection();
    worker(0).stuck = true;
    const pending = [first.load({ language: 'typescript', code: '' }), first.clock({ type: 'step' }), first.next()].map((call) =>
      call.then(
        () => 'answered',
        (error: unknown) => error,
      ),
    );
    worker(0).theirAlarm.postMessage(stuck(4));
    await page.beat(3);
    keeper.stop();
    for (const outcome of await Promise.all(pending)) expect(outcome).toBeInstanceOf(Gone);
    await expect(first.ping()).rejects.toBeInstanceOf(Gone);
    expect(told.losses).toMatchObject([{ type: 'stopped', stuck: { line: 4 } }]);
    expect(worker(0).ended).toBe(true);
    await (await keeper.connection()).ping();
    expect(told.statuses.at(-1)).toEqual({ type: 'ready' });
  });

  it('uses the worker that it started during the silence, and starts none in vain', async () => {
    const { keeper, page, frames, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    await page.beat(6);
    expect(frames[0]!.workers).toHaveLength(2);
    keeper.stop();
    await keeper.connection();
    expect(frames[0]!.workers).toHaveLength(2);
  });

  it('waits when told to, and alarms again after a while', async () => {
    const { keeper, page, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    await page.beat(3);
    keeper.keepWaiting();
    expect(told.statuses.at(-1)).toMatchObject({ type: 'waiting' });
    await page.beat(30);
    expect(told.statuses.at(-1)).toMatchObject({ type: 'waiting' });
    await page.beat(15);
    expect(told.statuses.at(-1)).toMatchObject({ type: 'silent' });
  });

  it('replaces worker and frame when neither answers', async () => {
    const { keeper, page, told, frames, worker } = fakeKeeper();
    const connection = await keeper.connection();
    const pending = expect(connection.load({ language: 'typescript', code: '' })).rejects.toBeInstanceOf(Gone);
    worker(0).stuck = true;
    frames[0]!.dead = true;
    await page.beat(8);
    await pending;
    expect(told.losses).toMatchObject([{ type: 'died' }]);
    expect(frames).toHaveLength(2);
    expect(frames[0]!.removed).toBe(true);
    expect(told.statuses.at(-1)).toEqual({ type: 'ready' });
  });

  it('never takes an endless loop for a death, as long as the frame answers', async () => {
    const { keeper, page, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    await page.beat(100);
    expect(told.losses).toEqual([]);
  });

  it('gives no alarm while the tab is hidden', async () => {
    const { keeper, page, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).stuck = true;
    page.show(false);
    await page.beat(20);
    expect(told.statuses.at(-1)).toEqual({ type: 'ready' });
    page.show(true);
    await page.beat(3);
    expect(told.statuses.at(-1)).toMatchObject({ type: 'silent' });
  });

  it('shows one update after the other, and a refusal instead of garbage', async () => {
    const sent: unknown[] = [updateOf(1, 1), { run: 'x' }, updateOf(1, 2)];
    const { keeper, told } = fakeKeeper((worker) => {
      worker.answers.next = () => sent.shift() ?? new Promise(() => {});
    });
    await keeper.connection();
    for (let frame = 0; frame < 6; frame++) await messages();
    expect(told.updates.map(([worker, update]) => [worker, update.snapshot.revision])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(told.remarks).toEqual([expect.stringMatching(/does not understand \(at run\)/)]);
  });

  it('shows nothing else while an answer is awaited, but not for ever', async () => {
    const { keeper, told, worker } = fakeKeeper();
    const connection = await keeper.connection();
    let news = (_update: Update): void => {};
    worker(0).answers.next = () => new Promise((resolve) => (news = resolve));
    await messages();
    void connection.request({ type: 'halt' }).catch(() => {});
    news(updateOf(1, 1));
    for (let frame = 0; frame < 3; frame++) await messages();
    expect(told.updates).toEqual([]);
    for (let frame = 0; frame < 6; frame++) await messages();
    expect(told.updates).toHaveLength(1);
  });

  it('takes fewer updates while time jumps', async () => {
    const jumping = (revision: number) =>
      updateOf(1, revision, { snapshot: snapshotOf(revision, { clock: { now: 0, speed: 'max', rate: null, held: false } }) });
    const sent = [jumping(1), jumping(2)];
    const { keeper, told, page } = fakeKeeper((worker) => {
      worker.answers.next = () => sent.shift() ?? new Promise(() => {});
    });
    await keeper.connection();
    for (let turn = 0; turn < 4; turn++) await messages();
    expect(told.updates).toHaveLength(1);
    page.timeouts.at(-1)?.();
    await messages();
    await messages();
    expect(told.updates).toHaveLength(2);
  });

  it('ends a worker that floods the page', async () => {
    const { keeper, told, worker } = fakeKeeper();
    await keeper.connection();
    for (let index = 0; index < 2100; index++) worker(0).theirs.postMessage({ id: 'forged' });
    await messages();
    expect(told.losses).toMatchObject([{ type: 'died', message: expect.stringMatching(/far more messages/) as string }]);
  });

  it('says so when no worker starts, and tries again at the next call', async () => {
    let broken = true;
    const { keeper, told, frames, page } = fakeKeeper((worker) => {
      worker.stuck = broken;
      queueMicrotask(() => broken && worker.onUncaught('SyntaxError'));
    });
    await expect(keeper.connection()).rejects.toBeInstanceOf(Gone);
    expect(told.statuses.at(-1)).toMatchObject({ type: 'unavailable', message: expect.stringMatching(/cannot be started/) as string });
    expect(frames.every((frame) => frame.removed)).toBe(true);
    expect(page.timeouts).toEqual([]);
    broken = false;
    await (await keeper.connection()).ping();
    expect(told.statuses.at(-1)).toEqual({ type: 'ready' });
  });

  it('gives up on a worker that does not answer in time', async () => {
    const { keeper, page, told } = fakeKeeper((worker) => (worker.stuck = true));
    const connection = expect(keeper.connection()).rejects.toThrow(/did not start in time/);
    for (let attempt = 0; attempt < 3; attempt++) {
      await messages();
      for (const timeout of [...page.timeouts]) timeout();
    }
    await connection;
    expect(told.statuses.at(-1)).toMatchObject({ type: 'unavailable' });
  });

  it('hands errors that nothing caught to the log', async () => {
    const { keeper, told, worker } = fakeKeeper();
    await keeper.connection();
    worker(0).onUncaught('Error: later');
    expect(told.remarks).toEqual(['Something outside of the process failed: Error: later']);
  });
});
