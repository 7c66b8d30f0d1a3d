import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({
  flow: am.quantity('µl/min', { min: '1 µl/min', max: '500 µl/min' }),
  time: am.quantity('second', { min: '1 s' }),
});

// Feeds a culture for some time.
export default async function feed(context: am.ProcessContext<typeof data>) {
  const { flow, time } = context.data;
  context.pausable = true;

  try {
    let left = time.value; // seconds

    while (left > 0) {
      context.sendLocation({ phase: 'feed' });
      context.sendDuration(left);
      await pump.flow.write(flow);
      const start = am.now();

      try {
        await context.wait(asyncio.sleep(left));
        left = 0;
      } catch (request) {
        if (!(request instanceof am.PauseRequest)) throw request;
        left -= am.now() - start;

        context.sendLocation({ phase: 'paused' });
        await pump.flow.write('0 µl/min');
        await context.checkpoint();
      }
    }
  } finally {
    await pump.flow.write('0 µl/min');
  }
}
