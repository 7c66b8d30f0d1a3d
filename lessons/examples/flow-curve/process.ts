import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { files, pressure, relays, rinse } from 'hardware';

export const data = am.record({
  pressures: am.list(am.quantity('mbar', { min: '10 mbar', max: '2 bar' })),
  dwell: am.quantity('second', { min: '1 s' }),
});

type Location = { pressure: am.Quantity; lastFlow?: am.Quantity };

// How much flows at each pressure: what a channel is worth depends on it.
// Twice the pressure is twice the flow, as Hagen and Poiseuille say.
//
// Press Pause: the pressure that is being measured is measured to its end
// first. Close valve 2 by hand: that nothing flows is a failure, and no
// value for the file. It is told once you give the valve back, since the
// process does not leave before it has closed it.
export default async function measure(context: am.ProcessContext<typeof data, Location>) {
  const { pressures, dwell } = context.data;
  const lines = ['pressure (mbar),flow (µl/min)'];
  let lastFlow: am.Quantity | undefined;
  context.pausable = true;

  try {
    await relays.valve2.write(true);

    for (const [index, target] of pressures.entries()) {
      context.sendDuration((pressures.length - index) * (dwell.valueIn('s') + 1));
      context.sendLocation({ pressure: target, ...(lastFlow && { lastFlow }) });
      await pressure.setpoint.write(target);
      // It takes a tenth of a second for two thirds of a step.
      await asyncio.sleep(1);

      const before = await rinse.delivered.read();
      const start = am.now();
      await asyncio.sleep(dwell);
      const volume = (await rinse.delivered.read()).minus(before);
      const flow = am.quantityOf(Math.round((volume.valueIn('µl') / (am.now() - start)) * 60), 'µl/min');
      if (flow.valueIn('µl/min') < 1)
        throw new am.ProcessFailureError(`Nothing flows at ${target}: the valve is closed, or the channel clogged.`);

      lastFlow = flow;
      lines.push(`${target.valueIn('mbar')},${flow.valueIn('µl/min')}`);
      await context.checkpoint();
    }

    await files.write('flow-curve.csv', `${lines.join('\n')}\n`);
    context.sendEffect(new am.FileCreatedEffect('flow-curve.csv'));
  } finally {
    // Also after a halt. A closed valve alone would leave the bottle under pressure.
    await pressure.setpoint.write('0 mbar');
    await pressure.readout.reach('0 mbar', { tolerance: '5 mbar', timeout: '1 min' });
    await relays.valve2.write(false);
  }
}
