import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const points = [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }, { index: 4 }];

// Jumping without restarting: a jump to the step that is running leaves
// it running.
//
// Try: Run, and halfway through step 1 jump to {index: 1}: it is done
//      after 20 s in all. Run again, and during step 1 jump to {index: 3}:
//      step 1 is cancelled, and step 3 begins.
export default async function measure(context: am.ProcessContext<unknown, { index: number }, typeof points>) {
  let index = context.point?.index ?? 0;

  while (index < 5) {
    // A task: it can be waited for several times, and cancelled.
    const step = asyncio.createTask(() => runStep(index));
    try {
      index = await nextIndex(index, step);
    } finally {
      // The trap: a shielded task outlives its wait(). Put // before
      // this line, run, and jump from step 1 to 3: step 1 is done while
      // step 3 runs. Press Halt: a note says that a task goes on.
      await am.cancelTask(step);
    }
  }

  async function nextIndex(current: number, step: asyncio.Task<void>): Promise<number> {
    while (true) {
      try {
        // At a jump wait() cancels what it waits for: not the step,
        // which stands behind a shield.
        await context.wait(asyncio.shield(step));
        return current + 1;
      } catch (request) {
        if (!(request instanceof am.JumpRequest)) throw request;
        if (request.point.index !== current) return request.point.index;
      }
    }
  }

  async function runStep(number: number) {
    context.sendLocation({ index: number });
    await asyncio.sleep(20);
    console.log(`step ${number} is done`);
  }
}
