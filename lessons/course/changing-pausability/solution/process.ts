import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Washes a chip three times, lets an enzyme act for 30 s, and washes again.
export default async function digest(context: am.ProcessContext) {
  context.pausable = true;

  for (let round = 1; round <= 3; round++) {
    await context.checkpoint();
    context.sendLocation({ phase: 'before', round });
    await flow('100 µl/min', 20);
  }

  // The last place for a pause that was asked for already.
  await context.checkpoint();
  context.pausable = false;

  context.sendLocation({ phase: 'react' });
  await flow('300 µl/min', 10); // the enzyme comes in
  await asyncio.sleep(20); // it acts

  context.pausable = true;

  for (let round = 1; round <= 3; round++) {
    context.sendLocation({ phase: 'after', round });
    await flow('200 µl/min', 20);
    await context.checkpoint();
  }
}

// Lets the pump flow for some seconds.
async function flow(rate: string, seconds: number) {
  try {
    await pump.flow.write(rate);
    await asyncio.sleep(seconds);
  } finally {
    await pump.flow.write('0 µl/min');
  }
}
