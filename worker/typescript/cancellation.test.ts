import { expect, it } from 'vitest';
import { CancelledError } from '../task/index.js';
import { TypeScriptBed } from './typescript-bed.js';

const imports = `import { sleep, createTask, gather, currentTask, timeout, CancelledError } from 'asyncio';\nconst log = (text: string) => console.log(text);\n`;

/** Starts a process and cancels it after each of the given seconds. */
function cancelled(code: string, ...at: readonly number[]): TypeScriptBed & { outcome: string } {
  const bed = new TypeScriptBed(imports + code);
  const task = bed.start();
  let now = 0;
  for (const seconds of at) {
    bed.pass(seconds - now);
    now = seconds;
    task.cancel();
  }
  bed.pass(1000);
  const outcome = !task.done
    ? 'pending'
    : task.cancelled
      ? 'cancelled'
      : task.failed
        ? `failed: ${String(task.exception())}`
        : `returned ${String(task.result())}`;
  return Object.assign(bed, { outcome });
}

it('reaches the innermost await first and unwinds outwards, cleanup by cleanup', () => {
  const { lines, outcome } = cancelled(
    `async function c() { try { await sleep(10) } finally { log('c-fin'); await sleep(1); log('c-fin2') } }
     async function b() { try { await c() } finally { await sleep(1); log('b-fin') } }
     export default async function a(context) { try { await b() } finally { log('a-fin') } }`,
    5,
  );
  expect(lines).toEqual(['c-fin', 'c-fin2', 'b-fin', 'a-fin']);
  expect(outcome).toBe('cancelled');
});

it('is raised at the very await, as an error that is no Error', () => {
  const { lines } = cancelled(
    `export default async function a(context) { log('1'); try { await sleep(1); log('2'); await sleep(10); log('3') } catch (error) { log(String(error instanceof CancelledError) + String(error instanceof Error)); throw error } log('4') }`,
    5,
  );
  expect(lines).toEqual(['1', '2', 'truefalse']);
});

it.each([
  ['an arrow function', `const f = async () => { try { await sleep(10) } finally { log('fin') } }; export default async (context) => f()`],
  [
    'a method',
    `class A { async m() { try { await sleep(10) } finally { log('fin') } } } export default async (context) => { await new A().m() }`,
  ],
  [
    'a method that uses super',
    `class A { async m() { await sleep(10) } } class B extends A { async m() { try { await super.m() } finally { log('fin') } } } export default async (context) => { await new B().m() }`,
  ],
  [
    'a callback',
    `export default async (context) => { await Promise.all([1].map(async () => { try { await sleep(10) } finally { log('fin') } })) }`,
  ],
  [
    'an async generator',
    `async function* g() { try { yield 1; await sleep(10); yield 2 } finally { log('fin') } } export default async (context) => { for await (const x of g()) log(String(x)) }`,
  ],
  [
    'yield* of an async generator',
    `async function* g() { try { await sleep(10); yield 2 } finally { log('fin') } } async function* h() { yield* g() } export default async (context) => { for await (const x of h()) log(String(x)) }`,
  ],
  ['a promise of its own', `export default async (context) => { try { await new Promise(() => {}) } finally { log('fin') } }`],
  ['then()', `export default async (context) => { try { await sleep(10).then(() => log('no')) } finally { log('fin') } }`],
  ['a thenable that never settles', `export default async (context) => { try { await { then() {} } } finally { log('fin') } }`],
  [
    'an async constructor-like factory',
    `class A { static async make() { try { return await sleep(10) } finally { log('fin') } } } export default async (context) => { await A.make() }`,
  ],
])('reaches into %s', (_, code) => {
  const { lines, outcome } = cancelled(code, 5);
  expect(lines.at(-1)).toBe('fin');
  expect(outcome).toBe('cancelled');
});

it('lets awaits in a cleanup work, and a second cancellation interrupt them', () => {
  const code = `export default async function a(context) { try { await sleep(10) } finally { try { log('cleaning'); await sleep(10); log('clean') } finally { log('out') } } }`;
  expect(cancelled(code, 5).lines).toEqual(['cleaning', 'clean', 'out']);
  expect(cancelled(code, 5, 8).lines).toEqual(['cleaning', 'out']);
});

it('reaches all of what is gathered, and waits for their cleanups', () => {
  const { lines, outcome } = cancelled(
    `async function part(name: string, seconds: number) { try { await sleep(10) } finally { await sleep(seconds); log(name) } }
     export default async function a(context) { try { await gather(part('slow', 3), part('fast', 1)) } finally { log('all') } }`,
    5,
  );
  expect(lines).toEqual(['fast', 'slow', 'all']);
  expect(outcome).toBe('cancelled');
});

it('leaves a task alone that is not awaited', () => {
  const { lines } = cancelled(
    `async function side() { await sleep(10); log('side') } export default async function a(context) { side(); try { await sleep(20) } finally { log('fin') } }`,
    5,
  );
  expect(lines).toEqual(['fin', 'side']);
});

it('closes a for await loop that is left by a cancellation in its body', () => {
  const { lines } = cancelled(
    `async function* g() { try { yield 1; yield 2 } finally { await sleep(1); log('closed') } }
     export default async function a(context) { try { for await (const x of g()) { try { await sleep(10) } finally { log('body') } } } finally { log('fin') } }`,
    5,
  );
  expect(lines).toEqual(['body', 'closed', 'fin']);
});

it('disposes of resources, asynchronously too', () => {
  const { lines, outcome } = cancelled(
    `const r = (name: string) => ({ async [Symbol.asyncDispose]() { await sleep(1); log(name) } });
     export default async function a(context) { await using x = r('x'), y = r('y'); await sleep(10) }`,
    5,
  );
  expect(lines).toEqual(['y', 'x']);
  expect(outcome).toBe('cancelled');
});

it('does not become part of a SuppressedError', () => {
  const { outcome } = cancelled(
    `export default async function a(context) { await using x = { async [Symbol.asyncDispose]() { throw new TypeError('in cleanup') } }; await sleep(10) }`,
    5,
  );
  expect(outcome).toBe('failed: TypeError: in cleanup');
});

it('gives a Task from every async function: cancelled, named, awaited more than once', () => {
  const bed = new TypeScriptBed(`${imports}
    async function step() { try { await sleep(10); return 'no' } finally { log('fin') } }
    export default async function a(context) {
      const task = step();
      log(task.name + task.done);
      await sleep(1);
      log(String(task.cancel()));
      try { await task } catch (error) { log(String(error instanceof CancelledError)) }
      log(String(task.cancelled));
      return (await Promise.allSettled([task, task])).length;
    }`);
  expect(bed.run()).toBe(2);
  expect(bed.lines).toEqual(['stepfalse', 'true', 'fin', 'true', 'true']);
});

it('never starts a task that is cancelled before its turn, and does start a function that is called', () => {
  const bed = new TypeScriptBed(`${imports}
    export default async function a(context) { const task = createTask(async () => log('later')); task.cancel(); const now = (async () => { log('now'); await sleep(1); log('no') })(); now.cancel(); await sleep(5) }`);
  bed.run();
  expect(bed.lines).toEqual(['now']);
});

it('is told of by nobody else: the task that runs is the current one, also after awaits', () => {
  const bed = new TypeScriptBed(`${imports}
    async function b() { const before = currentTask(); await sleep(1); return before === currentTask() && before.name === 'b' }
    export default async function a(context) { const mine = currentTask(); const r = await b(); return r && mine === currentTask() && mine.name === 'a' }`);
  expect(bed.run()).toBe(true);
});

const swallowing: readonly (readonly [what: string, code: string, swallowed: readonly number[]])[] = [
  ['ends its catch block', `try { await sleep(10) } \n catch (e) { log('x') }`, [4]],
  ['ends its catch block without a name', `try { await sleep(10) } \n catch { log('x') }`, [4]],
  ['ends its catch block with a pattern', `try { await sleep(10) } \n catch ({ message }) { log(message) }`, [4]],
  ['returns from it', `try { await sleep(10) } \n catch (e) { return 5 }`, [4]],
  ['leaves a loop by it', `for (;;) { try { await sleep(10) } \n catch (e) { break } }`, [4]],
  ['goes on with a loop', `for (let i = 0; i < 2; i++) { try { await sleep(10) } \n catch (e) { continue } }`, [4]],
  ['awaits in it', `try { await sleep(10) } \n catch (e) { await sleep(1) }`, [4]],
  ['throws it again', `try { await sleep(10) } \n catch (e) { throw e }`, []],
  ['throws another error', `try { await sleep(10) } \n catch (e) { throw new Error('other') }`, []],
  ['has no catch block', `try { await sleep(10) } \n finally { log('x') }`, []],
  ['catches an inner error only', `try { await sleep(10) } finally { try { JSON.parse('{') } catch { log('x') } }`, []],
  ['takes the cancellation back', `try { await sleep(10) } \n catch (e) { currentTask().uncancel() }`, []],
  ['gets another error', `try { throw new Error('e'); await sleep(1) } \n catch (e) { log('x') }; await sleep(10)`, []],
];

it.each(swallowing)('reports a catch clause that swallows it: a process that %s', (_, code, swallowed) => {
  const bed = cancelled(`export default async function a(context) { ${code} }`, 5);
  expect(bed.swallowed.map(({ line }) => line)).toEqual(swallowed);
});

it('reports a catch clause once per task, with its column', () => {
  const code = `async function part() { for (let i = 0; i < 4; i++) try { await sleep(3) } catch (e) { log('again') } }\nexport default async function a(context) { await gather(part(), part()) }`;
  const bed = cancelled(code, 1, 4, 7);
  expect(bed.lines.length).toBeGreaterThan(2);
  const place = { file: 'process', line: 3, column: code.indexOf('catch') + 1 };
  expect(bed.swallowed).toEqual([place, place]);
});

it('says nothing of cancellations of others', () => {
  const bed = new TypeScriptBed(`${imports}
    export default async function a(context) { const task = sleep(10); await sleep(1); task.cancel(); try { await task } catch (e) { log('seen') } }`);
  bed.run();
  expect(bed.lines).toEqual(['seen']);
  expect(bed.swallowed).toEqual([]);
});

it('is what the engine raises at the first await when it comes before', () => {
  const bed = new TypeScriptBed(
    `${imports}export default async function a(context) { currentTask().cancel(); log('still here'); await 5; log('5 does not suspend'); await sleep(0); log('no') }`,
  );
  const task = bed.start();
  bed.pass(1);
  expect(bed.lines).toEqual(['still here', '5 does not suspend']);
  expect(task.cancelled).toBe(true);
  expect(() => task.result()).toThrow(expect.any(CancelledError) as never);
});
