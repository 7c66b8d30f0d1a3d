import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Where one can jump to: the page offers these points.
export const points = [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }, { index: 4 }];

// A gradient in five steps of 20 s, ever faster.
const rates = ['100 µl/min', '150 µl/min', '200 µl/min', '250 µl/min', '300 µl/min'];

export default async function elute(context: am.ProcessContext<unknown, object, typeof points>) {
  try {
    // Fills the tubes. Once is enough.
    context.sendLocation({ phase: 'prime' });
    await pump.flow.write('500 µl/min');
    await asyncio.sleep(10);

    for (let index = 0; index < rates.length; index++) {
      context.sendLocation({ phase: 'elute', index });
      await pump.flow.write(rates[index]);
      await context.wait(asyncio.sleep(20));
    }
  } finally {
    await pump.flow.write('0 µl/min');
  }
}
