import { describe, expect, it } from 'vitest';
import type { Update } from '../model/snapshot.js';
import { Outbox } from './outbox.js';

const update = (run: number): Update => ({
  run,
  snapshot: {
    revision: run,
    clock: { now: 0, speed: 1, rate: 0, held: false },
    process: null,
    steps: null,
    bench: 'default',
    ambient: 22,
    devices: [],
  },
  events: [],
  first: 0,
  dropped: 0,
});

/** Whether a promise has settled once everything that is ready has run. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  for (let turn = 0; turn < 5; turn++) await null;
  return done;
}

describe('the outbox', () => {
  it('keeps an update until the page asks', async () => {
    const outbox = new Outbox();
    void outbox.publish(update(1));
    expect((await outbox.next()).run).toBe(1);
  });

  it('answers a page that asked before there was anything to tell', async () => {
    const outbox = new Outbox();
    const next = outbox.next();
    expect(await settled(next)).toBe(false);
    void outbox.publish(update(1));
    expect((await next).run).toBe(1);
  });

  it('counts an update as shown only when the page asks for the next one', async () => {
    const outbox = new Outbox();
    const shown = outbox.publish(update(1));
    await outbox.next();
    expect(await settled(shown)).toBe(false);
    void outbox.next();
    expect(await settled(shown)).toBe(true);
  });

  it('sends one update at a time, in order', async () => {
    const outbox = new Outbox();
    void outbox.publish(update(1));
    const second = outbox.publish(update(2));
    expect((await outbox.next()).run).toBe(1);
    expect(await settled(second)).toBe(false);
    expect((await outbox.next()).run).toBe(2);
  });
});
