import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { blocking } from 'hardware';

export const points = [{ phase: 0 }, { phase: 1 }];
type Location = { phase: 0 | 1 | 2 };

// Several blocking actions. Between them the process can pause; inside them it cannot.
//
// Try: Run, then press Pause during the first action. It says “Pausing” until that is over.
//      Run again, and during the first action jump to {"phase": 1}. The process starts again behind it.
export default async function sealAndPierce(context: am.ProcessContext<any, Location, typeof points>) {
  context.pausable = true;
  const start = context.point?.phase ?? 0;

  // The trap: write if (true) here, run, and jump to {"phase": 1} during the first action. checkpoint() raises the jump,
  // nobody catches it, the process runs again from its first line: the plate is sealed twice, and a warning says so.
  if (start < 1) {
    context.sendLocation({ phase: 0 });
    context.sendDuration(20 + 10); // all that is left, not only this action

    await am.shield(asyncio.toThread(() => blocking.sleep(20)));
    context.sendEffect(new am.GenericEffect('Plate sealed'));
    await context.checkpoint();
  }

  context.sendLocation({ phase: 1 });
  context.sendDuration(10);
  await am.shield(asyncio.toThread(() => blocking.sleep(10)));
  context.sendEffect(new am.GenericEffect('Seal pierced'));

  // Sent as the process ends: it shows in the timeline only.
  context.sendLocation({ phase: 2 });
}
