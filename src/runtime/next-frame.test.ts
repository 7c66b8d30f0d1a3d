import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nextFrame } from './next-frame.js';

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('waits for the frame', async () => {
  let done = false;
  const promise = nextFrame().then(() => (done = true));
  await null;
  expect(done).toBe(false);
  frames[0]?.();
  await promise;
  expect(vi.getTimerCount()).toBe(0);
});

it('does not wait for frames that a hidden page never has', async () => {
  const promise = nextFrame();
  vi.advanceTimersByTime(100);
  await promise;
  expect(frames).toHaveLength(1);
});
