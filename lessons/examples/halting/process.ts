import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Halting. A halt raises CancelledError at the await where the process stands; every finally runs before it is over.
//
// Try:   Run, then press Halt during the first or the second step.
// See:   the location says “interrupted”, the flow goes back to 0, and only then the process is halted.
// Again: press Halt twice. The second halt does not wait for the last 5 seconds of the cleanup.
export default async function fillChannel(context: am.ProcessContext<any, { step: string }>) {
  try {
    await step('rinse', '300 µl/min');
    await step('fill', '100 µl/min');
  } catch (error) {
    if (error instanceof asyncio.CancelledError) context.sendLocation({ step: 'interrupted' });

    // The trap: without this line the halt is swallowed. Put // before it and halt again: the process goes on
    // behind the try, reports a channel that was never filled, and a warning names the catch clause.
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
