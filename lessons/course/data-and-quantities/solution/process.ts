import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({
  volume: am.quantity('µl'),
  flow: am.quantity('µl/min', { max: '500 µl/min' }),
});

// Doses a volume of buffer.
export default async function dose(context: am.ProcessContext<typeof data>) {
  const { volume, flow } = context.data;

  await pump.flow.write(flow);
  await asyncio.sleep(volume.over(flow));
  await pump.flow.write('0 µl/min');
}
