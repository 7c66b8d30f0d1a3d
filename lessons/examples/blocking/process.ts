import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { blocking } from 'hardware';

export const data = am.quantity('second', { min: '1 ms' });

// One blocking action: a driver that knows nothing of await, and that nothing can stop.
//
// Try: Run, then press Halt. The process says “Halting” until the action is over. Press Halt twice: the second one does not
//      wait, and a note says that the action goes on, detached.
//      Pause cannot be pressed: an action that nothing can stop cannot pause, so the process never says that it can.
//      Write 9 s in data.yaml and run again: the estimate runs out while the action goes on.
export default async function seal(context: am.ProcessContext<typeof data, { phase: string }>) {
  context.sendLocation({ phase: 'sealing' });
  context.sendDuration(4.5); // an estimate: nobody knows how long the driver really takes

  // toThread() lets everything else go on meanwhile. am.shield() makes a halt wait for the end.
  // The trap: write only blocking.sleep(context.data); in this line. Then everything stands still meanwhile, the page is told
  // of the phase only afterwards, and Halt comes too late. A warning says so.
  await am.shield(asyncio.toThread(() => blocking.sleep(context.data)));
}
