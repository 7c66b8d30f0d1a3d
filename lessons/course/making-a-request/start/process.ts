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
  const { url } = context.data;
  await asyncio.sleep(10);

  context.sendLocation({ attempt: 1 });
  const response = await web.fetch(url, { timeout: 5 });
  context.sendLocation({ attempt: 1, answer: response.text() });
}
