import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { HTTPError, web } from 'hardware';

export const data = am.record({ url: am.str(), attempts: am.int({ mode: 'positive' }) });
type Location = { attempt: number; of: number; answer?: string };

// An HTTP request. A server that cannot answer yet is asked again, each
// time after twice as long.
//
// Try: Run, and choose “Answer 503” at Web, beside the devices, within
//      the first 10 s: the fourth attempt is the one that succeeds. Give
//      http://down.example/ as the url in data.yaml and run: the step
//      fails after four attempts.
export default async function fetchSample(context: am.ProcessContext<typeof data, Location>) {
  const { url, attempts } = context.data;
  await asyncio.sleep(10);

  for (let attempt = 1; ; attempt++) {
    context.sendLocation({ attempt, of: attempts });
    const problem = await tryOnce(attempt);
    if (problem === null) return;
    if (attempt === attempts) throw new am.ProcessFailureError(`No answer after ${attempts} attempts. ${problem}`);
    context.sendWarning(new am.GenericDiagnostic(problem));
    await asyncio.sleep(2 ** attempt);
  }

  /** What went wrong and may be better the next time; null: nothing. */
  async function tryOnce(attempt: number): Promise<string | null> {
    try {
      // A halt aborts the request: Web tells of it. The document calls a
      // client that blocks, in a thread: there the request goes on alone.
      const response = await web.fetch(url, { timeout: 5 });

      // The trap: 404 and 503 are answers, no errors. Write true instead
      // of response.ok, run, and choose “Answer 503”: the step is done,
      // and what it got is not the sample.
      if (response.ok) {
        context.sendLocation({ attempt, of: attempts, answer: response.text() });
        return null;
      }
      if (response.status < 500) throw new am.ProcessFailureError(`The server answered ${response.status}: asking again would not help.`);
      return `The server answered ${response.status}.`;
    } catch (error) {
      // Refused, unknown, too late. A halt is none of these.
      if (!(error instanceof HTTPError)) throw error;
      return error.message;
    }
  }
}
