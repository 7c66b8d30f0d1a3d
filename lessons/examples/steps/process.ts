import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.record({
  steps: am.int({ mode: 'positive' }),
  each: am.quantity('second', { min: '1 ms' }),
});

// Pausing between steps. Steps that cannot be interrupted halfway: a checkpoint() after each is where the process can pause.
//
// Try:  Run, then press Pause in the middle of a step.
// See:  it says “Pausing” until the step is over, then “Paused”. After Resume the next step begins: no step runs twice.
// Trap: press Pause during the last step. There is nothing left to do, and the process pauses all the same, because of
//       the checkpoint() behind the last step: it ends only after Resume.
export default async function steps(context: am.ProcessContext<typeof data, { step: number; of: number }>) {
  // Without this line there is nothing to press: Pause says that the process cannot pause.
  context.pausable = true;

  const { steps: count, each } = context.data;

  for (let index = 0; index < count; index++) {
    context.sendLocation({ step: index + 1, of: count });
    context.sendDuration(each.value * (count - index));
    await runStep(index + 1);

    // Pauses here, or returns at once when nobody has asked for a pause.
    await context.checkpoint();
  }

  async function runStep(number: number) {
    await asyncio.sleep(each);
    console.log(`step ${number} is done`);
  }
}
