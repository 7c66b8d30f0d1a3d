import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Halting. A halt raises CancelledError at the await where the process
// stands; every finally runs before the process is over.
//
// Try: Run, then press Halt during one of the two steps. The location says
//      “interrupted”, the flow goes to 0, and 5 s later it is halted.
//      Run again, and press Halt twice: the second one does not wait for
//      the rest of the cleanup.
export default async function fillChannel(context: am.ProcessContext<unknown, { step: string }>) {
  try {
    await step('rinse', '300 µl/min');
    await step('fill', '100 µl/min');
  } catch (error) {
    if (error instanceof asyncio.CancelledError) context.sendLocation({ step: 'interrupted' });

    // The trap: without this line the halt is swallowed. Put // before it,
    // run and halt: the process goes on behind the try and reports a
    // channel that was never filled. A warning names the catch clause.
    throw error;
  } finally {
    // Runs in any case: at the end, after a failure and after a halt.
    await pump.flow.write('0 µl/min');
    await asyncio.sleep(5); // the pressure falls
  }

  context.sendEffect(new am.GenericEffect('The channel is filled'));

  async function step(name: string, flow: string) {
    context.sendLocation({ step: name });
    await pump.flow.write(flow);
    await asyncio.sleep(20);
  }
}
