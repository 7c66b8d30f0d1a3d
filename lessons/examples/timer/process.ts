import * as am from 'automancer';
import * as asyncio from 'asyncio';

// The data document holds the length of the timer: `10 min`, `90 s`, …
export const data = am.quantity('second', { min: '1 ms' });

// A point is a moment of the timer, from 0 to 1.
export const points = am.record({ progress: am.quantity('dimensionless', { min: 0, max: 1 }) });

interface Location {
  /** From 0 to 1, as it was at `date`. */
  progress: number;
  /** Milliseconds of virtual time; null while the timer stands. */
  date: number | null;
  /** The whole length, in milliseconds. */
  duration: number;
}

// Try: Run, and press Pause, Resume, Jump (to a progress of 0.9) and Swap
//      data (to 20 min): the timer takes each of them, also while it is
//      paused. Only Halt ends it early.
export default async function timer(context: am.ProcessContext<typeof data, Location, typeof points>) {
  context.pausable = true;

  let duration = context.data.value;
  let progress = context.point?.progress.value ?? 0;

  // Where the timer is, and how long it still takes. The page counts on by itself until the next one is sent.
  function tell(running: boolean) {
    context.sendLocation({ progress, date: running ? am.now() * 1000 : null, duration: duration * 1000 });
    context.sendDuration(duration * (1 - progress));
  }

  while (progress < 1) {
    const start = am.now();
    tell(true);

    try {
      await context.wait(asyncio.sleep(duration * (1 - progress)));
      progress = 1;
    } catch (request) {
      progress = Math.min(1, progress + (am.now() - start) / duration);

      if (request instanceof am.PauseRequest) {
        await paused();
      } else {
        take(request);
      }
    }
  }

  tell(false);

  // Waits until the timer is resumed. A jump or new data may come meanwhile: the timer takes it and stays paused.
  async function paused() {
    while (true) {
      tell(false);
      try {
        await context.checkpoint();
        return;
      } catch (request) {
        take(request);
      }
    }
  }

  function take(request: unknown) {
    if (request instanceof am.JumpRequest) {
      progress = request.point.progress.value;
    } else if (request instanceof am.SwapRequest) {
      // The time that has passed already counts.
      progress = Math.min(1, (progress * duration) / request.data.value);
      duration = request.data.value;
    } else {
      throw request;
    }
  }
}
