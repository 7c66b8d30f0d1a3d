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

/** How long the page took to show another instant of the run, in milliseconds from the pointer's move or the key on, until it was painted. */
export interface Look {
  /** What the trace tells: state, location, code. */
  readonly told: number;
  /** Everything, the devices at exactly that instant as well. */
  readonly complete: number;
}

let looking: Promise<Look> | null = null;

/** From now on the next move or key is waited for; `looked` tells how long the page took then. */
function look(): void {
  looking = nextLook();
}

function looked(): Promise<Look> {
  return looking ?? Promise.reject(new Error('Nobody looks.'));
}

/** Until the page shows another instant of the past than before; fails after five seconds. */
function nextLook(): Promise<Look> {
  const instant = (): string => document.querySelector('.shell .then, [aria-label="The past"] strong')?.textContent ?? '';
  const before = instant();
  return new Promise((resolve, reject) => {
    const begin = (event: Event): void => {
      for (const type of ['pointermove', 'keydown']) removeEventListener(type, begin, true);
      const start = event.timeStamp;
      let told: number | null = null;
      const frame = (): void => {
        const isOther = instant() !== before && instant() !== '';
        const isComplete = isOther && document.querySelector('.shell.stale') === null;
        afterTurn(() => {
          const passed = performance.now() - start;
          if (isOther) told ??= passed;
          if (isComplete) resolve({ told: told ?? passed, complete: passed });
          else if (passed > 5000) reject(new Error('The page does not show the instant.'));
        });
        if (!isComplete) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    };
    for (const type of ['pointermove', 'keydown']) addEventListener(type, begin, true);
  });
}

const eyes = { press, watch, frameWork, look, looked };
export type Eyes = typeof eyes;

Object.assign(globalThis, { eyes });
