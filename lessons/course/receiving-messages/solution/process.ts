import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

type Location = { phase: 'waiting' } | { phase: 'dosing'; volume: number };

// Somebody titrates by eye: each message says how many µl to add.
export default async function titrate(context: am.ProcessContext<unknown, Location>) {
  context.pausable = true;

  while (true) {
    context.sendLocation({ phase: 'waiting' });
    const message = await nextMessage();

    if (message === 'done') break;
    if (typeof message === 'number' && message > 0 && message <= 100) await dose(message);
    else context.sendWarning(new am.GenericDiagnostic('A message must be “done”, or a number of µl up to 100.'));
  }

  /** The next message, however often the process is paused until it comes. */
  async function nextMessage(): Promise<unknown> {
    while (true) {
      try {
        return await context.wait(context.receive());
      } catch (request) {
        if (!(request instanceof am.PauseRequest)) throw request;
        await context.checkpoint();
      }
    }
  }

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
