/** The page's own time for work that is done in slices; handed in so that a test can own it. */
export interface SliceTime {
  /** Milliseconds. */
  now(): number;
  /** Calls back in a task of its own, after what the browser has to do in between; returns how to prevent it. */
  later(callback: () => void): () => void;
}

export const browserSlices: SliceTime = {
  now: () => performance.now(),
  later(callback) {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  },
};

/** Milliseconds that one slice may take: short enough to go beside a frame. */
export const sliceLength = 6;

/** Does `step` for each whole number below `count`, a slice at a time; the rest of the page goes on in between. */
export async function inSlices(count: number, step: (index: number) => void, time: SliceTime = browserSlices): Promise<void> {
  for (let index = 0; index < count;) {
    const end = time.now() + sliceLength;
    // The clock is looked at every few steps: it costs as much as one.
    while (index < count && time.now() < end) for (let few = 0; few < 64 && index < count; few++) step(index++);
    if (index < count) await new Promise<void>((resolve) => void time.later(resolve));
  }
}
