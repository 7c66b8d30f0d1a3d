import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Counts to ten; the first thing that it does is to say where it is. */
const code = `import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export default async function rinse(context) {
  context.pausable = true;
  for (let index = 0; index &lt; 10; index++) {
    context.sendLocation({ index });
    await pump.flow.write('20 µl/min');
    await asyncio.sleep(8);
    await context.checkpoint();
  }
}`;
const recorded = JSON.stringify({
  state: 'Paused',
  line: 10,
  left: '32 s left',
  progress: 0.6,
  location: [['index', '5']],
  devices: [{ label: 'Syringe pump', headline: '20.0 µl/min', note: 'pumping · claimed by rinse' }],
});

/** Serves a page of documentation with ten examples, on an origin of its own. `playground`: the origin of the built playground. */
export async function serveDocumentation(playground: string): Promise<{ readonly address: string; close(): void }> {
  const example = (index: number): string =>
    `<h2>Step ${index}</h2><p>What this step does, in a sentence or two, as documentation has it.</p>` +
    `<process-playground id="e${index}" speed="10"><pre><code>${code}</code></pre><script type="application/json">${recorded}</script></process-playground>`;
  const body = Array.from({ length: 10 }, (_, index) => example(index)).join('');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="Ten examples."><title>Ten examples</title><link rel="icon" href="data:,"><style>body{margin:0;font:16px/1.6 sans-serif}main{max-width:760px;margin:auto;padding:0 16px}process-playground:not(:defined){display:block;min-height:390px}</style><script src="${playground}/embed/v1/process-playground.js" defer></script></head><body><main><h1>Ten examples</h1>${body}</main></body></html>`;
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
