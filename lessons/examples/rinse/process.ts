import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { channel, pump, relays } from 'hardware';

export const data = am.record({
  volume: am.quantity('µl', { min: '1 µl', max: '4 ml' }),
  flow: am.quantity('µl/min', { min: '1 µl/min', max: '400 µl/min' }),
});

type Location = { phase: 'rinse' | 'paused' | 'stalled' | 'letting the pressure go'; delivered: am.Quantity };

// A volume through a channel. What counts is what comes out of the channel, not what leaves the syringe: close valve 1 by hand to see why.
export default async function rinse(context: am.ProcessContext<typeof data, Location>) {
  const { volume, flow } = context.data;
  const start = await channel.delivered.read();
  const end = start.plus(volume);

  const tell = (phase: Location['phase']) => {
    const delivered = (channel.delivered.value ?? start).minus(start);
    context.sendLocation({ phase, delivered });
    // How long the pressure takes to fall nobody knows.
    if (phase === 'letting the pressure go') return context.sendTerm(am.DurationTerm.unknown());
    const left = Math.max(0, volume.valueIn('µl') - delivered.valueIn('µl'));
    context.sendDuration(am.quantityOf(left / flow.valueIn('µl/min'), 'min'));
  };

  // One look-out for the whole rinse: a new one every five seconds could begin when the volume has just been passed.
  const rinsed = channel.delivered.reach(end);

  try {
    await relays.valve1.write(true);
    await pump.flow.write(flow);
    context.pausable = true;
    tell('rinse');
    let stalled = false;

    while (!rinsed.done) {
      try {
        await context.wait(asyncio.wait([rinsed], { timeout: '5 s' }));
      } catch (request) {
        if (!(request instanceof am.PauseRequest)) throw request;
        tell('paused');
        await pump.flow.write('0 µl/min');
        await context.checkpoint();
        await pump.flow.write(flow);
      }

      // A pump that has stalled goes on by itself once the way is free: nothing is to be done but to say so.
      if (pump.flow.error !== null && !stalled) context.sendWarning(new am.GenericDiagnostic(pump.flow.error));
      stalled = pump.flow.error !== null;
      if (!rinsed.done) tell(stalled ? 'stalled' : 'rinse');
    }

    context.sendEffect(new am.GenericEffect(`Rinsed with ${volume}`));
  } finally {
    // Also after a halt: nothing is left under pressure behind a closed valve.
    rinsed.cancel();
    context.pausable = false;
    tell('letting the pressure go');
    await pump.flow.write('0 µl/min');
    await channel.pressure.reach('0 mbar', { tolerance: '20 mbar', timeout: '5 min' });
    await relays.valve1.write(false);
  }
}
