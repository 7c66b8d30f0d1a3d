import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({
  flow: am.quantity('µl/min', { min: '1 µl/min', max: '500 µl/min' }),
  time: am.quantity('second', { min: '1 s' }),
});

// Perfuses a tissue with medium for some time.
export default async function perfuse(context: am.ProcessContext<typeof data>) {
  try {
    const { flow, time } = context.data;

    context.sendLocation({ flow: flow.valueIn('µl/min') });
    context.sendDuration(time);
    await pump.flow.write(flow);
    await context.wait(asyncio.sleep(time));
  } finally {
    await pump.flow.write('0 µl/min');
  }
}
