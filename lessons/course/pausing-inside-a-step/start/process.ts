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
    context.sendLocation({ phase: 'feed' });
    context.sendDuration(time);
    await pump.flow.write(flow);
    await asyncio.sleep(time);
    await context.checkpoint();
  } finally {
    await pump.flow.write('0 µl/min');
  }
}
