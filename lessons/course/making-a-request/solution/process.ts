import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { HTTPError, web } from 'hardware';

export const data = am.record({
  url: am.str(),
  attempts: am.int({ mode: 'positive' }),
});
type Location = { attempt: number; answer?: string };

// Asks the server of the lab which culture is to be grown.
export default async function askForSample(context: am.ProcessContext<typeof data, Location>) {
  const { url, attempts } = context.data;
  await asyncio.sleep(10);

  for (let attempt = 1; ; attempt++) {
    context.sendLocation({ attempt });
    const problem = await tryOnce(attempt);
    if (problem === null) return;
    if (attempt === attempts) {
      throw new am.ProcessFailureError(`No answer: ${problem}`);
    }
    context.sendWarning(new am.GenericDiagnostic(problem));
    await asyncio.sleep(2 ** attempt);
  }

  /** What went wrong and may be better the next time. */
  async function tryOnce(attempt: number) {
    try {
      const response = await web.fetch(url, { timeout: 5 });
      if (response.ok) {
        const answer = response.text();
        context.sendLocation({ attempt, answer });
        return null;
      }
      const problem = `The server answered ${response.status}.`;
      if (response.status >= 500) return problem;
      throw new am.ProcessFailureError(problem);
    } catch (error) {
      // Refused, unknown, too late. A halt is none of these.
      if (!(error instanceof HTTPError)) throw error;
      return error.message;
    }
  }
}
