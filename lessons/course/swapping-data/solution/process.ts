import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({
  flow: am.quantity('µl/min', { min: '1 µl/min', max: '500 µl/min' }),
  time: am.quantity('second', { min: '1 s' }),
});

// Perfuses a tissue with medium for some time.
export default async function perfuse(context: am.ProcessContext<typeof data>) {
  const start = am.now();
  let current = context.data;

  try {
    while (true) {
      const left = current.time.value - (am.now() - start);
      if (left <= 0) break; // the new time is over already

      context.sendLocation({ flow: current.flow.valueIn('µl/min') });
      context.sendDuration(left);
      await pump.flow.write(current.flow);

      try {
        await context.wait(asyncio.sleep(left));
        break;
      } catch (request) {
        if (!(request instanceof am.SwapRequest)) throw request;
        current = context.cast(request).data;
      }
    }
  } finally {
    await pump.flow.write('0 µl/min');
  }
}
