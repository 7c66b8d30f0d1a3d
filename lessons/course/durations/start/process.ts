import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump, thermostat } from 'hardware';

export const data = am.record({
  temperature: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  hold: am.quantity('second', { min: '1 s' }),
});

// Heats a chip, keeps it warm, and rinses it for half a minute.
export default async function incubate(context: am.ProcessContext<typeof data>) {
  const { temperature, hold } = context.data;
  context.sendDuration(hold);

  context.sendLocation({ phase: 'heat' });
  await thermostat.setpoint.write(temperature);
  await thermostat.readout.reach(temperature, { tolerance: '0.5 K' });

  context.sendLocation({ phase: 'hold' });
  await asyncio.sleep(hold);
  await thermostat.setpoint.write(null);

  context.sendLocation({ phase: 'rinse' });
  await pump.flow.write('300 µl/min');
  await asyncio.sleep(30);
  await pump.flow.write('0 µl/min');
}
