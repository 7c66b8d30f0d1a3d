import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { files, thermostat } from 'hardware';

export const data = am.record({
  expected: am.quantity('degC'),
  tolerance: am.quantity('K'),
});

// Reads the temperature of the block six times and writes it down.
export default async function watchBlock(context: am.ProcessContext<typeof data>) {
  const { expected, tolerance } = context.data;
  const lines = ['time,temperature'];

  for (let reading = 1; reading <= 6; reading++) {
    context.sendLocation({ reading });
    await asyncio.sleep(10);

    try {
      const temperature = await thermostat.readout.read();
      lines.push(`${am.now().toFixed(1)},${temperature.valueIn('degC')}`);

      if (temperature.minus(expected).abs().greaterThan(tolerance)) {
        context.sendWarning(new am.Diagnostic(`The block has ${temperature} instead of ${expected}`));
      }
    } catch (error) {
      // Not an error, but a halt: it is none of our business.
      if (!(error instanceof Error)) throw error;
      context.sendError(new am.GenericDiagnostic(error));
    }
  }

  await files.write('temperatures.csv', `${lines.join('\n')}\n`);
  context.sendEffect(new am.FileCreatedEffect('temperatures.csv'));
}
