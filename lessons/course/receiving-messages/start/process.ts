import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

type Location = { phase: 'waiting' } | { phase: 'dosing'; volume: number };

// Somebody titrates by eye: each message says how many µl to add.
export default async function titrate(context: am.ProcessContext<unknown, Location>) {
  context.pausable = true;

  context.sendLocation({ phase: 'waiting' });
  const message = await context.receive();
  await dose(message);

  /** Adds so many µl: 10 µl in 2 s. */
  async function dose(volume: number) {
    context.sendLocation({ phase: 'dosing', volume });
    try {
      await pump.flow.write('300 µl/min');
      await asyncio.sleep(volume / 5);
    } finally {
      await pump.flow.write('0 µl/min');
    }
  }
}
