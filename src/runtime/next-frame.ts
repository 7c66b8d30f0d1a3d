/** Longer than two frames of a busy page; a hidden one has no frames at all. */
const withoutFramesMilliseconds = 100;

/** Resolves at the next animation frame, or soon when there is none because nobody sees the page. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
    const frame = requestAnimationFrame(done);
    const timer = setTimeout(done, withoutFramesMilliseconds);
  });
}
