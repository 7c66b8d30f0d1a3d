import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const data = am.record({ cycles: am.int({ mode: 'positive' }) });

// Washes a chamber: fills it, lets it soak, and so on.
export default async function wash(context: am.ProcessContext<typeof data>) {
  const { cycles } = context.data;

  for (let cycle = 1; cycle <= cycles; cycle++) {
    const progress = (cycle - 1) / cycles;

    context.sendLocation({ cycle, step: 'fill', progress });
    await pump.flow.write('300 µl/min');
    await asyncio.sleep(10);

    context.sendLocation({ cycle, step: 'soak', progress });
    await pump.flow.write('0 µl/min');
    await asyncio.sleep(20);
  }

  context.sendLocation({ progress: 1 });
}
