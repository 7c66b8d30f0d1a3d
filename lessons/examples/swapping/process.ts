import * as am from 'automancer';
import { web } from 'hardware';

export const data = am.record({ address: am.str() });
type Location = { address: string; status?: number; answer?: string };

// Swapping. When new data comes while a request is on its way, the request
// is given up and made again with the new address.
//
// Try: Run. The server never answers. Press Swap data, and give
//      http://lab.example/samples/42
//      as the address: the answer is there at once. The process was not
//      started again; Web, beside the devices, tells of one request that
//      was aborted.
export default async function fetchSample(context: am.ProcessContext<typeof data, Location>) {
  let current = context.data;

  while (true) {
    try {
      context.sendLocation({ address: current.address });

      // The trap: context.data stays what it was at the start. Write
      // context.data.address here, run and swap: the silent server is
      // asked again.
      const response = await context.wait(web.fetch(current.address, { timeout: '2 min' }));

      context.sendLocation({ address: response.url, status: response.status, answer: response.text() });
      break;
    } catch (request) {
      // Only new data is caught. Press Jump, and the process starts again:
      // the request is made a second time.
      if (!(request instanceof am.SwapRequest)) throw request;
      current = context.cast(request).data;
    }
  }
}
