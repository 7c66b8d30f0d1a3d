import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.quantity('second', { min: '1 ms' });

// One long step. wait() cancels it when a pause is requested; after the resume it starts from the beginning.
export default async function longStep(context: am.ProcessContext<typeof data, { phase: 'mixing' | 'paused' }>) {
  context.pausable = true;

  while (true) {
    try {
      context.sendLocation({ phase: 'mixing' });
      context.sendDuration(context.data);
      await context.wait(mix());
      break;
    } catch (request) {
      // Without this line the pause would leave the process, and it would fail.
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
