import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Injects a sample, lets it react, and rinses with water, whatever happens.
export default async function react(context: am.ProcessContext) {
  try {
    await inject();

    context.sendLocation({ phase: 'react' });
    await asyncio.sleep(120);
  } finally {
    await rinse();
  }

  /** 50 µl of the sample: half of it is of no use to anybody. */
  async function inject() {
    context.sendLocation({ phase: 'inject' });
    await pump.flow.write('300 µl/min');
    await asyncio.sleep(10);
    await pump.flow.write('0 µl/min');
  }

  /** What stays in the channel eats it away. */
  async function rinse() {
    try {
      context.sendLocation({ phase: 'rinse' });
      await pump.flow.write('500 µl/min');
      await asyncio.sleep(20);
    } finally {
      await pump.flow.write('0 µl/min');
    }
  }
}
