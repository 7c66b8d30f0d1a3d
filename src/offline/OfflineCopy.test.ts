import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OfflineCopy, type Workers } from './OfflineCopy.svelte.js';

class FakeWorker extends EventTarget {
  state = 'installing';
  readonly told: unknown[] = [];
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  becomes(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** A browser in which a version is in charge already, unless it is the first visit. */
function setup(first = false) {
  const registration = Object.assign(new EventTarget(), {
    installing: null as FakeWorker | null,
    waiting: null as FakeWorker | null,
    update: () => Promise.resolve(),
  });
  const workers = Object.assign(new EventTarget(), {
    controller: first ? null : new FakeWorker(),
    register: () => Promise.resolve(registration),
  });
  const reload = vi.fn();
  const copy = new OfflineCopy(workers as unknown as Workers, reload);
  const arrives = (): FakeWorker => {
    const worker = new FakeWorker();
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    return worker;
  };
  return { copy, workers, registration, reload, arrives };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the first version is no news', async () => {
  const { copy, arrives, workers } = setup(true);
  await copy.start();
  arrives().becomes('installed');
  workers.dispatchEvent(new Event('controllerchange'));
  expect(copy.newer).toBe(false);
});

it('a newer version is told once it is whole, and takes over when a person asks for it', async () => {
  const { copy, arrives, workers, reload } = setup();
  await copy.start();
  const worker = arrives();
  expect(copy.newer).toBe(false);
  worker.becomes('installed');
  expect([copy.newer, worker.told, reload.mock.calls.length]).toEqual([true, [], 0]);
  copy.update();
  expect([worker.told, reload.mock.calls.length]).toEqual([[{ type: 'take-over' }], 0]);
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});

it('a newer version that waits already is told, and can be put off', async () => {
  const { copy, registration } = setup();
  registration.waiting = new FakeWorker();
  await copy.start();
  expect(copy.newer).toBe(true);
  copy.dismiss();
  expect(copy.newer).toBe(false);
});

it('a version that another tab has let take over is told', async () => {
  const { copy, workers, reload } = setup();
  await copy.start();
  workers.dispatchEvent(new Event('controllerchange'));
  expect([copy.newer, reload.mock.calls.length]).toEqual([true, 0]);
  copy.update();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('a browser that refuses, or has no service workers, is no worse off', async () => {
  await new OfflineCopy(null).start();
  const { workers, copy } = setup();
  workers.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  await copy.start();
  expect(copy.newer).toBe(false);
});
