import * as am from 'automancer';
import { thermostat } from 'hardware';

export const data = am.record({ temperature: am.quantity('degC', { min: '4 degC', max: '60 degC' }) });

// Warms the block up, but does not wait for it for ever.
export default async function warmUp(context: am.ProcessContext<typeof data>) {
  const { temperature } = context.data;

  await thermostat.setpoint.write(temperature);
  await thermostat.readout.reach(temperature, { tolerance: '0.5 K', timeout: '5 min' });

  context.sendEffect(new am.GenericEffect(`The block has ${temperature}`));
}
