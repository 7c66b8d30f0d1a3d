import { createSubscriber } from 'svelte/reactivity';
import type { ClockView } from '../../model/snapshot.js';

/** The virtual clock as it was when a snapshot came in. */
export interface ClockReading {
  readonly clock: ClockView;
  /** When it came in, in the milliseconds of `FrameSource.now`. */
  readonly receivedAt: number;
}

/** The page's own time, and its frames; handed in so that a test can own both. */
export interface FrameSource {
  now(): number;
  request(callback: () => void): number;
  cancel(handle: number): void;
}

export const browserFrames: FrameSource = {
  now: () => performance.now(),
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Virtual seconds at the page's time `at`: by arithmetic between two snapshots, exact while the clock stands or time jumps. */
export function virtualSeconds({ clock, receivedAt }: ClockReading, at: number): number {
  if (clock.held || clock.rate === null) return clock.now;
  return clock.now + (clock.rate * Math.max(0, at - receivedAt)) / 1000;
}

/** The virtual clock for views: what reads `seconds` is updated with the frames, and only while time passes and somebody looks. */
export class VirtualNow {
  readonly #read: () => ClockReading | null;
  readonly #frames: FrameSource;
  readonly #subscribe: () => void;

  constructor(read: () => ClockReading | null, frames: FrameSource = browserFrames) {
    this.#read = read;
    this.#frames = frames;
    this.#subscribe = createSubscriber((update) => {
      const frame = (): void => {
        const clock = read()?.clock;
        if (clock && !clock.held && clock.rate !== null && clock.rate > 0) update();
        handle = frames.request(frame);
      };
      let handle = frames.request(frame);
      return () => frames.cancel(handle);
    });
  }

  /** Whether time passes: neither stopped by a person nor by the runtime. */
  get passing(): boolean {
    const clock = this.#read()?.clock;
    return clock !== undefined && !clock.held && clock.rate !== 0;
  }

  /** Until when the runtime has told what happens: virtual seconds. What is shown as `seconds` runs ahead of it. */
  get told(): number {
    return this.#read()?.clock.now ?? 0;
  }

  /** Virtual seconds since the run began. */
  get seconds(): number {
    this.#subscribe();
    const reading = this.#read();
    return reading ? virtualSeconds(reading, this.#frames.now()) : 0;
  }
}
