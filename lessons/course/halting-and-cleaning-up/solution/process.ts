import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump, thermostat } from 'hardware';

export const data = am.record({
  temperature: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  time: am.quantity('second', { min: '1 s' }),
});

// Warms a culture up and feeds it for some time.
export default async function feed(context: am.ProcessContext<typeof data>) {
  const { temperature, time } = context.data;

  try {
    context.sendLocation({ phase: 'warm up' });
    await thermostat.setpoint.write(temperature);
    await thermostat.readout.reach(temperature, { tolerance: '0.5 K' });

    try {
      context.sendLocation({ phase: 'feed' });
      await pump.flow.write('100 µl/min');
      await asyncio.sleep(time);
    } finally {
      await pump.flow.write('0 µl/min');
    }
  } finally {
    // Also when the pump cannot be stopped.
    await thermostat.setpoint.write(null);
  }
}
