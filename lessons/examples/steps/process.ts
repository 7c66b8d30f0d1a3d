import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.record({
  steps: am.int({ mode: 'positive' }),
  each: am.quantity('second', { min: '1 ms' }),
});

export const points = [{ index: 0 }, { index: 2 }];

// Small steps that cannot be interrupted: the process looks for requests in between, with checkpoint().
// Press Pause in the middle of a step: the process says *Pausing* until the step is over.
export default async function steps(context: am.ProcessContext<typeof data, { index: number; of: number }, typeof points>) {
  context.pausable = true;

  const { steps: count, each } = context.data;
  let index = context.point?.index ?? 0;

  while (index < count) {
    context.sendLocation({ index, of: count });
    context.sendDuration(each.value * (count - index));

    await step(index);
    index += 1;

    try {
      await context.checkpoint();
    } catch (request) {
      // A jump to another step. Anything else, such as new data, starts the process again.
      if (!(request instanceof am.JumpRequest)) throw request;
      index = request.point.index;
    }
  }

  async function step(number: number) {
    console.log(`step ${number}`);
    await asyncio.sleep(each);
  }
}
