import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({ wells: am.int({ mode: 'positive' }) });

// Fills wells, one after the other, with 50 µl each.
export default async function fillWells(context: am.ProcessContext<typeof data>) {
  context.pausable = true;

  for (let well = 1; well <= context.data.wells; well++) {
    context.sendLocation({ well });

    try {
      await pump.flow.write('300 µl/min');
      await asyncio.sleep(10);
    } finally {
      await pump.flow.write('0 µl/min');
    }

    await asyncio.sleep(2); // the last drop falls
    await context.checkpoint();
  }
}
