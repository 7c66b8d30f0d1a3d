import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump, thermostat } from 'hardware';

// In µl. Outside the functions: one step finds out, another one needs it.
let volume = 0;

/** Waits until somebody says how many µl are to be added. */
export async function ask(context: am.ProcessContext) {
  context.sendLocation({ phase: 'asking' });
  volume = Number(await context.receive());
}

/** Adds so much: 10 µl in 2 s. */
export async function dose(context: am.ProcessContext) {
  context.sendLocation({ phase: 'dosing', volume });
  await pump.flow.write('300 µl/min');
  await asyncio.sleep(volume / 5);
  await pump.flow.write('0 µl/min');
}

/** Warms the block up, but does not wait for it for ever: the default export. */
export default am.defineProcess({
  data: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  async run(context) {
    context.sendLocation({ phase: 'heating' });
    try {
      await thermostat.setpoint.write(context.data);
      await thermostat.readout.reach(context.data, { tolerance: '0.5 K', timeout: '4 min' });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new am.ProcessFailureError(`The block could not be brought to ${context.data}`, { cause: error });
    }
  },
});
