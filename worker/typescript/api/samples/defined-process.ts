import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { same } from './same.js';

export default am.defineProcess({
  data: am.record({ time: am.quantity('second'), address: am.str() }),
  points: am.record({ progress: am.any(), index: am.int() }),
  duration: (data) => data.time,
  importPoint(raw) {
    same<typeof raw.index, number>(true);
    if (raw.index > 5) throw new RangeError(`There is no step ${raw.index}.`);
    return { step: raw.index };
  },
  async run(context) {
    same<typeof context.data.address, string>(true);
    same<typeof context.point, { step: number } | null>(true);
    // @ts-expect-error No such field.
    context.data.port;
    await asyncio.sleep(context.data.time);
  },
});

export const withExamples = am.defineProcess({
  points: [{ index: 0 }, { index: 1 }],
  duration: () => '5 min',
  async run(context) {
    same<typeof context.point, { index: number } | null>(true);
    context.data.anything;
  },
});

// @ts-expect-error A process needs run().
am.defineProcess({ data: am.str() });

export const synchronous = am.defineProcess({
  data: am.quantity('second'),
  run(context) {
    same<typeof context.data, am.Quantity>(true);
    context.sendEffect(new am.GenericEffect('Announced'));
  },
});

/** An object with the members of a definition is a process as well. */
class Timer implements am.ProcessDefinition<am.Quantity> {
  readonly data = am.quantity('second');
  async run(context: am.ProcessContext<am.Quantity>) {
    same<typeof context.data, am.Quantity>(true);
    await context.wait(asyncio.sleep(context.data));
  }
}
export const timer = new Timer();
