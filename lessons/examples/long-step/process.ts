import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.quantity('second', { min: '1 ms' });

// Pausing by wait(). One long step: a pause cancels it, and after Resume
// it starts from its beginning.
//
// Try: Run, and press Pause after some seconds. The mixer stops first,
//      which takes 2 s. Press Resume: the whole minute counts again, the
//      seconds before the pause are lost.
export default async function longStep(context: am.ProcessContext<typeof data, { phase: 'mixing' | 'paused' }>) {
  context.pausable = true;

  while (true) {
    try {
      context.sendLocation({ phase: 'mixing' });
      context.sendDuration(context.data);
      await context.wait(mix());
      break;
    } catch (request) {
      // The trap: a mistake in this line shows only when somebody
      // pauses. Take am. away, and run: all goes well. Run again and
      // press Pause: the process fails, PauseRequest is not defined.
      if (!(request instanceof am.PauseRequest)) throw request;

      context.sendLocation({ phase: 'paused' });
      await context.checkpoint();
    }
  }

  async function mix() {
    try {
      await asyncio.sleep(context.data);
    } finally {
      // Runs in any case: at the end, at a pause and at a halt.
      await asyncio.sleep(2);
      console.log('the mixer has stopped');
    }
  }
}
