import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { same } from './same.js';

async function measure(): Promise<number> {
  await asyncio.sleep(am.q('1 s'));
  return 1;
}
async function name(): Promise<string> {
  return 'x';
}

export async function tasks() {
  const task = asyncio.createTask(measure());
  same<typeof task, asyncio.Task<number>>(true);
  same<Awaited<typeof task>, number>(true);
  const lazy = asyncio.createTask(() => name(), { name: 'naming' });
  same<typeof lazy, asyncio.Task<string>>(true);
  task.cancel();
  task.done && task.cancelled;
  const promise: Promise<number> = task;
  const back: Promise<number> = asyncio.shield(task);
  // @ts-expect-error Nothing to run.
  asyncio.createTask(5);
  // @ts-expect-error Tasks are made by createTask().
  new asyncio.Task();

  // The promise of an async function is a task already.
  const running = measure();
  running.cancel();
  running.done satisfies boolean;

  same<Awaited<ReturnType<typeof gathered>>, [number, string]>(true);
  function gathered() {
    return asyncio.gather(measure(), name());
  }
  const outcomes = await asyncio.gather([measure(), measure()], { returnExceptions: true });
  same<typeof outcomes, (number | Error | asyncio.CancelledError)[]>(true);
  const numbers = await asyncio.gather([measure(), measure()], {});
  same<typeof numbers, number[]>(true);
  const all = await am.waitAll(measure(), name(), asyncio.sleep(1));
  same<typeof all, [number, string, void]>(true);
  const many = [1, 2, 3].map(() => measure());
  const list = await am.tryAll(...many);
  same<typeof list, number[]>(true);
  const winner = await am.race(measure(), name());
  if (winner[0] === 1) same<(typeof winner)[1], string>(true);
  const [index, value] = winner;
  same<typeof index, 0 | 1>(true);
  same<typeof value, string | number>(true);
  const [, first] = await am.race(...many);
  same<typeof first, number>(true);

  const { done, pending } = await asyncio.wait([running, task], { timeout: '5 s', returnWhen: asyncio.FIRST_COMPLETED });
  for (const ended of done) same<ReturnType<typeof ended.result>, number>(true);
  await am.cancelTask(...pending);

  const kept = await am.shield(asyncio.toThread(() => 5));
  same<typeof kept, number>(true);
  const limited = await asyncio.timeout(30, async () => 'in time');
  same<typeof limited, string>(true);
  const soon = await asyncio.waitFor(measure(), 5);
  same<typeof soon, number>(true);
  // @ts-expect-error No length of time.
  await asyncio.sleep(true);

  const grouped = await asyncio.TaskGroup.run(async (group) => {
    const child = group.createTask(() => measure());
    same<typeof child, asyncio.Task<number>>(true);
    return name();
  });
  same<typeof grouped, string>(true);

  const event = new asyncio.Event();
  event.set();
  await event.wait();
  const lock = new asyncio.Lock();
  const inside = await lock.run(() => measure());
  same<typeof inside, number>(true);
  const queue = new asyncio.Queue<string>(10);
  await queue.put('a');
  // @ts-expect-error A queue of texts.
  await queue.put(5);
  same<Awaited<ReturnType<typeof queue.get>>, string>(true);
  const future = new asyncio.Future<number>();
  future.setResult(1);
  future.addDoneCallback((ended) => ended.result());
  asyncio.currentTask()?.cancel();

  try {
    await promise;
    await back;
  } catch (error) {
    if (error instanceof asyncio.CancelledError) throw error;
    if (error instanceof asyncio.TimeoutError) error satisfies Error;
  }

  const id = setTimeout((text: string) => console.warn(text), 5, 'late');
  clearTimeout(id);
  // @ts-expect-error There is no network.
  fetch('https://example.org');
  // @ts-expect-error There is no page.
  document;
}
