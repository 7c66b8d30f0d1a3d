import * as am from 'automancer';
import { thermostat } from 'hardware';

export const data = am.record({ temperature: am.quantity('degC', { min: '4 degC', max: '60 degC' }) });

// Outside the function: Retry does not begin it anew.
let attempts = 0;

// Warms the block up, but does not wait for it for ever.
export default async function warmUp(context: am.ProcessContext<typeof data>) {
  const { temperature } = context.data;

  attempts += 1;
  context.sendLocation({ attempt: attempts });

  try {
    await thermostat.setpoint.write(temperature);
    await thermostat.readout.reach(temperature, { tolerance: '0.5 K', timeout: '5 min' });
  } catch (error) {
    // A halt is not an error.
    if (!(error instanceof Error)) throw error;
    throw new am.ProcessFailureError(`The block could not be brought to ${temperature}`, { cause: error });
  }

  context.sendEffect(new am.GenericEffect(`The block has ${temperature}`));
}
