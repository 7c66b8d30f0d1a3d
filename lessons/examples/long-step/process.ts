import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.quantity('second', { min: '1 ms' });

// Pausing by wait(). One long step: a pause cancels it at once, and after Resume it starts from its beginning.
//
// Try: Run, press Pause after some seconds, then Resume.
// See: the mixer stops first, which takes 2 seconds. After Resume the whole time counts again: what was mixed is lost.
export default async function longStep(context: am.ProcessContext<typeof data, { phase: 'mixing' | 'paused' }>) {
  context.pausable = true;

  while (true) {
    try {
      context.sendLocation({ phase: 'mixing' });
      context.sendDuration(context.data);
      await context.wait(mix());
      break;
    } catch (request) {
      // The trap: a mistake in this line shows only when somebody pauses. Write PauseRequest without am. and run: without
      // a pause all goes well. With one the process fails, because only then it is asked what PauseRequest is.
      if (!(request instanceof am.PauseRequest)) throw request;

      context.sendLocation({ phase: 'paused' });
      await context.checkpoint();
    }
  }

  async function mix() {
    try {
      await asyncio.sleep(context.data);
    } finally {
      // Runs in any case: at the end, at a pause and at a halt. The pause waits for it.
      await asyncio.sleep(2);
      console.log('the mixer has stopped');
    }
  }
}
