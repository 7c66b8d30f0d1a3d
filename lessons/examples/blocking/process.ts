import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { blocking } from 'hardware';

export const data = am.quantity('second', { min: '1 ms' });

// One blocking action: a driver that knows nothing of await, and that
// nothing can stop. So the process never says that it can pause.
//
// Try: Run, then press Halt: it says “Halting” until the action is over.
//      Run again, and press Halt twice: the second one does not wait, and
//      a note says that the action goes on, detached.
//      Write 9 s in data.yaml and run: the estimate runs out too early.
export default async function seal(context: am.ProcessContext<typeof data, { phase: string }>) {
  context.sendLocation({ phase: 'sealing' });
  context.sendDuration(4.5); // an estimate

  // toThread() lets everything else go on meanwhile, am.shield() makes a
  // halt wait for the end.
  // The trap: put // before this line, and write below it
  //   blocking.sleep(context.data);
  // Run: the clock leaps to the end, and no Halt can come in between,
  // because nothing but this call goes on. A warning says so.
  await am.shield(asyncio.toThread(() => blocking.sleep(context.data)));
}
