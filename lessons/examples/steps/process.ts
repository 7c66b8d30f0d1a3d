import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.record({
  steps: am.int({ mode: 'positive' }),
  each: am.quantity('second', { min: '1 ms' }),
});

// Pausing between steps. The steps cannot be interrupted: the process can
// pause at the checkpoint() behind each.
//
// Try: Run, and press Pause in the middle of a step. It says “Pausing”
//      until the step is over, then “Paused”. Press Resume: the next step
//      begins, and none runs twice.
export default async function steps(context: am.ProcessContext<typeof data, { step: number; of: number }>) {
  // Without this line Pause cannot be pressed.
  context.pausable = true;

  const { steps: count, each } = context.data;

  for (let index = 0; index < count; index++) {
    context.sendLocation({ step: index + 1, of: count });
    context.sendDuration(each.value * (count - index));
    await runStep(index + 1);

    // Pauses here; when nobody has asked for a pause, it goes on at once.
    // The trap: press Pause during the last step. There is nothing left to
    // do, and the process pauses all the same: it ends only after Resume.
    await context.checkpoint();
  }

  async function runStep(number: number) {
    await asyncio.sleep(each);
    console.log(`step ${number} is done`);
  }
}
