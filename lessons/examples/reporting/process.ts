import * as am from 'automancer';
import * as asyncio from 'asyncio';

export const data = am.record({ fails: am.bool() });

// An error or a warning: told to whoever runs the process, which goes on.
//
// Try: Run. After 10 s both stand among the diagnostics, and the process
//      gets done all the same: to report an error is not to fail. (For
//      that there is the example “Critical error and Retry”.)
//      Write fails: false in data.yaml and run: nothing is reported.
export default async function check(context: am.ProcessContext<typeof data, { phase: string }>) {
  context.sendLocation({ phase: 'checking' });
  try {
    await readBarcode();
  } catch (error) {
    // The trap: a halt comes here, too. Put // before this line, run, and
    // press Halt: the halt is reported as an error, and the process goes
    // on. (Python's “except Exception” lets a halt through.)
    if (!(error instanceof Error)) throw error;

    // To show the two; one of them is enough.
    context.sendError(new am.GenericDiagnostic(error));
    context.sendWarning(new am.GenericDiagnostic(error));
  }

  context.sendLocation({ phase: 'writing the report' });
  await asyncio.sleep(10);

  async function readBarcode() {
    await asyncio.sleep(10);
    if (context.data.fails) throw new RangeError('The barcode of plate 3 cannot be read');
  }
}
