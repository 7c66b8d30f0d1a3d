import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({
  flow: am.quantity('µl/min', { min: '1 µl/min', max: '500 µl/min' }),
  volume: am.quantity('µl', { min: '1 µl' }),
});

// What stands outside the function lives as long as the run: Retry does
// not begin it anew.
let attempts = 0;

// A critical error: the first attempt to prime the pump fails.
//
// Try: Run, wait 5 s for the failure, read it with its cause, and press
//      Retry: the second attempt succeeds.
//      Put // before throw new am.ProcessFailureError, write throw error;
//      below it, and run: now it is called an internal error.
export default async function prime(context: am.ProcessContext<typeof data, { attempt: number; dispensed?: am.Quantity }>) {
  attempts += 1;
  context.sendLocation({ attempt: attempts });
  context.sendDuration((context.data.volume.valueIn('µl') / context.data.flow.valueIn('µl/min')) * 60);

  const before = await pump.dispensed.read();
  try {
    await pump.flow.write(context.data.flow);
    if (attempts === 1) await airInTheLine();
    await pump.dispensed.reach(before.plus(context.data.volume), { tolerance: '1 µl' });
  } catch (error) {
    // The trap: a halt comes here, too. Put // before this line, run, and
    // press Halt within 5 s: the process fails instead of being halted.
    if (!(error instanceof Error)) throw error;
    throw new am.ProcessFailureError('The pump could not be primed', { cause: error });
  } finally {
    await pump.flow.write('0 µl/min');
  }

  context.sendLocation({ attempt: attempts, dispensed: await pump.dispensed.read() });
}

async function airInTheLine() {
  await asyncio.sleep(5);
  throw new RangeError('the pressure fell to 0 bar');
}
