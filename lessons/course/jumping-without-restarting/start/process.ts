import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export const points = [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }];

// A column is washed in four steps of 30 s, ever faster.
const rates = ['100 µl/min', '150 µl/min', '200 µl/min', '250 µl/min'];

export default async function wash(context: am.ProcessContext<unknown, { index: number }, typeof points>) {
  let index = context.point?.index ?? 0;

  while (index < rates.length) {
    try {
      await context.wait(runStep(index));
      index += 1;
    } catch (request) {
      if (!(request instanceof am.JumpRequest)) throw request;
      index = request.point.index;
    }
  }

  async function runStep(number: number) {
    try {
      context.sendLocation({ index: number });
      await pump.flow.write(rates[number]!);
      await asyncio.sleep(30);
    } finally {
      await pump.flow.write('0 µl/min');
    }
  }
}
