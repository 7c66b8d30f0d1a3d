import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { thermostat } from 'hardware';

export const data = am.record({
  target: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  hold: am.quantity('second', { min: '1 s' }),
});

type Location = { phase: 'heat' } | { phase: 'hold'; left: am.Quantity };

export default async function incubate(context: am.ProcessContext<typeof data, Location>) {
  const { target, hold } = context.data;

  try {
    // Nobody knows how long heating takes, so no duration is sent.
    context.sendLocation({ phase: 'heat' });
    await thermostat.setpoint.write(target);
    await thermostat.readout.reach(target, { tolerance: '0.5 K' });

    // From here on the process can be paused. The thermostat keeps the temperature meanwhile.
    context.pausable = true;
    let left = hold.value;

    while (left > 0) {
      const start = am.now();
      context.sendDuration(left);
      context.sendLocation({ phase: 'hold', left: am.quantityOf(left, 's') });

      try {
        await context.wait(asyncio.sleep(left));
        left = 0;
      } catch (request) {
        if (!(request instanceof am.PauseRequest)) throw request;
        left -= am.now() - start;
        await context.checkpoint();
      }
    }

    const reached = await thermostat.readout.read();
    if (Math.abs(reached.valueIn('degC') - target.valueIn('degC')) > 0.5) {
      context.sendWarning(new am.GenericDiagnostic(`The readout is ${reached} instead of ${target}`));
    }
    context.sendEffect(new am.GenericEffect(`Held ${target} for ${hold}`));
  } finally {
    // Also after a halt: the sample is not left in the heat.
    await thermostat.setpoint.write(null);
  }
}
