import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({
  flow: am.quantity('µl/min', { min: '1 µl/min', max: '500 µl/min' }),
  volume: am.quantity('µl', { min: '1 µl' }),
});

// Everything outside the function lives as long as the run: it is still there after Retry.
let attempts = 0;

// Primes the pump. The first attempt finds air in the line and fails: press Retry.
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
    // A halt is no failure: it goes on its way.
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
