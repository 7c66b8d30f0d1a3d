import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { thermostat, watch } from 'hardware';

export const data = am.record({
  temperature: am.quantity('degC', { min: '4 degC', max: '90 degC' }),
  time: am.quantity('second', { min: '1 s' }),
});

type Location = { phase: 'warming up' | 'holding'; readings: number };

// Watching values. A task of its own hears of every reading and of the
// cable, while the process does something else.
//
// Try: Run. While it holds, choose “Disconnect” at the thermostat, and
//      reconnect it later: each is told as a warning, with its time. What
//      the process waits for goes on by itself.
export default async function hold(context: am.ProcessContext<typeof data, Location>) {
  const { temperature, time } = context.data;
  let phase: Location['phase'] = 'warming up';
  let readings = 0;
  let lowest = Infinity;
  let highest = -Infinity;

  const watching = asyncio.createTask(keepWatch);
  try {
    await thermostat.setpoint.write(temperature);
    await thermostat.readout.reach(temperature, { tolerance: '0.5 K' });
    phase = 'holding';
    context.sendDuration(time);
    await asyncio.sleep(time);
  } finally {
    // Also after a halt: nobody watches any more.
    await am.cancelTask(watching);
    await thermostat.setpoint.write(null);
  }
  context.sendEffect(new am.GenericEffect(`Held between ${lowest} and ${highest} °C`));

  async function keepWatch() {
    // The trap: write 'value' in place of the list, and run and disconnect
    // as above. There is no reading any more, nothing has changed, and
    // nobody notices.
    using watcher = watch(thermostat.readout, ['value', 'connection']);

    while (true) {
      // What happens meanwhile waits in the watcher: nothing gets lost.
      const { at, changes } = await watcher.next();

      for (const { type } of changes) {
        if (type === 'connection') {
          const now = thermostat.readout.connected ? 'answers again' : 'does not answer';
          context.sendWarning(new am.GenericDiagnostic(`The thermostat ${now}: ${at.toFixed(0)} s.`));
        } else {
          note(thermostat.readout.value);
        }
      }
    }
  }

  function note(value: am.Quantity | undefined) {
    if (value === undefined) return;
    readings += 1;
    if (phase === 'holding') {
      lowest = Math.min(lowest, value.valueIn('degC'));
      highest = Math.max(highest, value.valueIn('degC'));
    }
    if (readings % 20 === 1) context.sendLocation({ phase, readings });
  }
}
