import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { blocking } from 'hardware';

export const points = [{ phase: 0 }, { phase: 1 }];
type Location = { phase: 0 | 1 | 2 };

// Several blocking actions. The process can pause between them.
//
// Try: Run, and press Pause during the first action: it says “Pausing”
//      until that is over. Press Resume for the second one.
//      Run again, and during the first action jump to {phase: 1}: when it
//      is over, the process starts again with the second one.
export default async function sealAndPierce(context: am.ProcessContext<unknown, Location, typeof points>) {
  context.pausable = true;
  const start = context.point?.phase ?? 0;

  // The trap: write if (true) here, run, and jump as above. checkpoint()
  // raises the jump, nobody catches it, and the process runs again from
  // its first line: the plate is sealed twice. A warning says so.
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

  // The process is over at once: only the timeline shows this one.
  context.sendLocation({ phase: 2 });
}
