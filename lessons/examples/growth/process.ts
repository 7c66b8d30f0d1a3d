import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { reader, shaker, thermostat } from 'hardware';

export const data = am.record({
  temperature: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  shaking: am.quantity('rpm', { min: '1 rpm', max: '1000 rpm' }),
  interval: am.quantity('min', { min: '1 min' }),
  threshold: am.quantity(),
  time: am.quantity('hour', { min: '10 min' }),
});

type Location = { phase: 'warm' } | { phase: 'shake' | 'read'; absorbance: number };

// Incubates a culture until well F1 is dark enough, or the time is over.
// The plate of this bench holds a dye, which does not grow, so the time
// runs out. Give reader.wells.f1 the fault "Drift" of 0.005 per minute to
// play the growth: the absorbance rises, and the incubation ends early.
export default async function grow(context: am.ProcessContext<typeof data, Location>) {
  const { temperature, shaking, interval, threshold, time } = context.data;

  try {
    context.sendLocation({ phase: 'warm' });
    await thermostat.setpoint.write(temperature);
    await thermostat.readout.reach(temperature, { tolerance: '0.5 K' });

    const end = am.now() + time.valueIn('s');
    let absorbance = (await reader.measure()).f1;

    while (absorbance < threshold.value && am.now() < end) {
      context.sendLocation({ phase: 'shake', absorbance });
      context.sendDuration(end - am.now());
      await shaker.setpoint.write(shaking);
      await asyncio.sleep(Math.min(interval.valueIn('s'), end - am.now()));

      // What is shaken cannot be read: the plate comes to rest first.
      context.sendLocation({ phase: 'read', absorbance });
      await shaker.setpoint.write('0 rpm');
      await shaker.speed.reach('0 rpm');
      absorbance = (await reader.measure()).f1;
    }

    if (absorbance < threshold.value) {
      context.sendWarning(new am.GenericDiagnostic(`Not grown: after ${time} the absorbance is ${absorbance}`));
    } else {
      context.sendEffect(new am.GenericEffect(`Grown to an absorbance of ${absorbance}`));
    }
  } finally {
    // Also after a halt: nothing is left shaking or in the heat.
    await asyncio.gather(shaker.setpoint.write('0 rpm'), thermostat.setpoint.write(null));
  }
}
