/** What looks at the page from inside; bundled and put into every page that is measured. */

/** When a press showed. */
export interface Effect {
  /** Milliseconds from the press until the page had been changed. */
  readonly written: number;
  /** Milliseconds from the press until the frame that shows it had been painted. */
  readonly painted: number;
  /** Frames that a display of the usual pace begins from the press up to that one. */
  readonly frames: number;
}

/** How the page got on for a while. */
export interface Frames {
  readonly seconds: number;
  readonly painted: number;
  /** Frames that a display of the usual pace would have shown beyond those. */
  readonly dropped: number;
  /** Lengths of tasks of the main thread over 50 ms, in milliseconds. */
  readonly longTasks: readonly number[];
}

const pace = 1000 / 60;

/** Presses a button at some phase of a frame and waits until `region` contains `text`. It asks for no frame itself before: that would be in the way. */
function press(button: HTMLElement, region: Element, text: string): Promise<Effect> {
  return new Promise((resolve) => {
    setTimeout(() => {
      const start = performance.now();
      const observer = new MutationObserver(() => {
        if (!region.textContent.includes(text)) return;
        observer.disconnect();
        const written = performance.now() - start;
        requestAnimationFrame((begun) =>
          afterTurn(() => resolve({ written, painted: performance.now() - start, frames: Math.max(1, Math.ceil((begun - start) / pace)) })),
        );
      });
      observer.observe(region, { subtree: true, childList: true, characterData: true });
      button.click();
    }, Math.random() * 20);
  });
}

/** Calls back in the next turn: after the frame, if it is called before one is painted. */
function afterTurn(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}

/** Milliseconds of the main thread that each frame took, from its first callback until it was painted, for so many milliseconds. */
function frameWork(milliseconds: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const work: number[] = [];
    const begin = performance.now();
    // Asked for in a frame, before anybody else asks for the next one, it is the first to be called there.
    const frame = (): void => {
      const start = performance.now();
      if (start - begin < milliseconds) requestAnimationFrame(frame);
      else return resolve(work);
      afterTurn(() => work.push(performance.now() - start));
    };
    requestAnimationFrame(frame);
  });
}

/** Watches the frames for so many milliseconds. */
function watch(milliseconds: number): Promise<Frames> {
  return new Promise((resolve) => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const times: number[] = [];
    const start = performance.now();
    const frame = (time: number): void => {
      times.push(time);
      if (performance.now() - start < milliseconds) requestAnimationFrame(frame);
      // Entries of long tasks come a little later.
      else
        setTimeout(() => {
          observer.disconnect();
          const intervals = times.slice(1).map((at, index) => at - times[index]!);
          const dropped = intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / pace) - 1), 0);
          resolve({ seconds: (performance.now() - start) / 1000, painted: intervals.length, dropped, longTasks });
        }, 100);
    };
    requestAnimationFrame(frame);
  });
}

const eyes = { press, watch, frameWork };
export type Eyes = typeof eyes;

Object.assign(globalThis, { eyes });
