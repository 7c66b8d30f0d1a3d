import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { same } from './same.js';

export const data = am.record({
  time: am.quantity('second', { min: '1 ms' }),
  speed: am.oneOf('fast', 'slow'),
  repeats: am.attribute(am.int({ mode: 'positive' }), { default: 1 }),
  note: am.attribute(am.str(), { optional: true }),
  temperature: am.quantity('degC', { allowNil: true }),
  plates: am.list(am.record({ name: am.identifier(), wells: am.dict(am.int()) })),
  length: am.union(am.quantity('second'), am.oneOf('forever')),
  old: am.attribute(am.bool(), { optional: true, default: false, deprecated: 'Use speed.' }),
});
export const points = [{ index: 0 }, { index: 1 }];

interface Location {
  phase: 'waiting' | 'done';
}

export default async function steps(context: am.ProcessContext<typeof data, Location, typeof points>) {
  same<typeof context.data.time, am.Quantity>(true);
  same<typeof context.data.speed, 'fast' | 'slow'>(true);
  same<typeof context.data.repeats, number>(true);
  same<typeof context.data.note, string | undefined>(true);
  same<typeof context.data.old, boolean>(true);
  same<typeof context.data.temperature, am.Quantity | null>(true);
  same<(typeof context.data.plates)[number]['name'], string>(true);
  same<(typeof context.data.plates)[number]['wells'][string], number>(true);
  same<typeof context.data.length, am.Quantity | 'forever'>(true);
  same<typeof context.point, { index: number } | null>(true);
  // @ts-expect-error The record has no such field.
  context.data.tme;

  context.pausable = true;
  // @ts-expect-error Only true and false.
  context.pausable = 'yes';
  context.sendLocation({ phase: 'waiting' });
  // @ts-expect-error Not a location of this process.
  context.sendLocation({ phase: 'elsewhere' });
  context.sendDuration(4.5);
  context.sendDuration('2 min');
  context.sendDuration(am.DurationTerm.forever());

  let index = context.point?.index ?? 0;
  try {
    const seconds = await context.wait(asyncio.sleep(context.data.time).then(() => am.now()));
    same<typeof seconds, number>(true);
    const text = await context.wait(async (signal) => (signal.aborted ? 'late' : 'early'));
    same<typeof text, 'late' | 'early'>(true);
    // @ts-expect-error Nothing to await.
    await context.wait(5);
  } catch (error) {
    if (error instanceof am.JumpRequest) index = error.point.index;
    if (error instanceof am.JumpRequest) same<ReturnType<typeof pointOf>, { index: number }>(true);
    if (!(error instanceof am.PauseRequest)) throw new am.ProcessFailureError('Broken', { cause: error });
    await context.checkpoint();
  }
  function pointOf(request: am.JumpRequest) {
    return context.cast(request).point;
  }
  context.sendError(new am.GenericDiagnostic(new Error('x')));
  context.sendWarning(new am.Diagnostic('Nearly empty', { name: 'volume' }));
  context.sendEffect(new am.FileCreatedEffect('results.csv'));
  // @ts-expect-error An error is no diagnostic.
  context.sendError(new Error('x'));
  // @ts-expect-error Nor is an effect abstract in vain.
  new am.Effect();
  context.sendAnalysis({ warnings: [new am.GenericDiagnostic('low')] });
  context.logger.info('index', index);
  console.log(index);
}

export async function twoParameters(given: am.DataOf<typeof data>, context: am.ProcessContext) {
  same<typeof given.repeats, number>(true);
  // Nothing is declared: anything goes.
  context.data.address;
  context.point?.index;
  context.sendLocation({ anything: 1 });
}
