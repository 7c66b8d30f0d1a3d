import * as am from 'automancer';
import * as asyncio from 'asyncio';

export default async function firstProcess(context: am.ProcessContext) {
  context.sendLocation({ step: 'mix' });
  await asyncio.sleep(5);

  context.sendLocation({ step: 'rest' });
  await asyncio.sleep(10);
}
