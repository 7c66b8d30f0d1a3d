import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { files, thermostat } from 'hardware';

// An effect: what a process has brought about in the world, told to
// whoever runs it.
//
// Try: Run. After 30 s the effect stands among the diagnostics; press
//      “open” there, or the file beside the devices, to look at it.
export default async function record(context: am.ProcessContext<unknown, { sample: number; of: number }>) {
  const lines = ['time,temperature'];

  for (let sample = 1; sample <= 6; sample++) {
    context.sendLocation({ sample, of: 6 });
    await asyncio.sleep(5);
    const temperature = await thermostat.readout.read();
    lines.push(`${am.now().toFixed(1)},${temperature.valueIn('degC').toFixed(2)}`);
  }

  // The trap: an effect only tells. Put // before this line and run: the
  // effect is reported all the same, and there is no such file.
  await files.write('temperatures.csv', `${lines.join('\n')}\n`);
  context.sendEffect(new am.FileCreatedEffect('temperatures.csv'));
}
