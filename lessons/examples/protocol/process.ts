import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { thermostat } from 'hardware';

/** Brings the sample to a temperature. It can pause between two looks. */
export const heat = am.defineProcess({
  data: am.quantity('degC'),
  async run(context) {
    context.pausable = true;
    await thermostat.setpoint.write(context.data);
    for (;;) {
      const now = await thermostat.readout.read();
      context.sendLocation({ phase: 'heating', temperature: Math.round(now.valueIn('degC') * 10) / 10 });
      if (Math.abs(now.valueIn('degC') - context.data.valueIn('degC')) < 0.5) return;
      await asyncio.sleep(5);
      await context.checkpoint();
    }
  },
});

/** Flushes the channel. The first time the syringe is stuck: retry it, and look at what the other steps do meanwhile. */
let attempts = 0;
export async function flush(context: am.ProcessContext) {
  context.sendDuration(20);
  await asyncio.sleep(8);
  attempts++;
  if (attempts === 1) throw new am.ProcessFailureError('The syringe is stuck.');
  await asyncio.sleep(12);
}

/** Shakes the sample for a while; the default export, so that a step without a name is this one. */
export default am.defineProcess({
  data: am.quantity('second'),
  duration: (data) => data,
  async run(context) {
    context.sendLocation({ phase: 'shaking' });
    context.sendDuration(context.data);
    await asyncio.sleep(context.data);
  },
});
