import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump, thermostat } from 'hardware';

/** Lets water through the chip for so long. */
export const rinse = am.defineProcess({
  data: am.quantity('second'),
  async run(context) {
    context.sendLocation({ phase: 'rinsing' });
    try {
      await pump.flow.write('300 µl/min');
      await asyncio.sleep(context.data);
    } finally {
      await pump.flow.write('0 µl/min');
    }
  },
});

/** Brings the block to a temperature, and waits until it is there. */
export const heat = am.defineProcess({
  data: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  async run(context) {
    context.sendLocation({ phase: 'heating' });
    await thermostat.setpoint.write(context.data);
    await thermostat.readout.reach(context.data, { tolerance: '0.5 K' });
  },
});

/** Waits for so long: the default export, which a step is that names no process. */
export default am.defineProcess({
  data: am.quantity('second'),
  async run(context) {
    context.sendLocation({ phase: 'waiting' });
    context.sendDuration(context.data);
    await asyncio.sleep(context.data);
  },
});

/** Switches the thermostat off. */
export async function switchOff() {
  await thermostat.setpoint.write(null);
}
