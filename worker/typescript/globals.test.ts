import { expect, it } from 'vitest';
import { TypeScriptBed } from './typescript-bed.js';

const run = (body: string, seed?: number) => {
  const bed = new TypeScriptBed(`import { sleep } from 'asyncio';\nexport default async function main(context) { ${body} }`, seed);
  return { result: bed.run(), lines: bed.lines };
};

it('has a Date that counts virtual time from 1970, in UTC wherever it runs', () => {
  const { result } = run(`
    await sleep(90); const d = new Date();
    return [Date.now(), d.getTime(), d.getHours(), d.getMinutes(), d.toISOString(), d.getTimezoneOffset(), String(d), Date(), new Date(2024, 1, 29, 12).toISOString(), new Date('2024-02-29T12:00').getHours(), Date.parse('2024-02-29'), new Date('29 Feb 2024 12:00').toISOString(), new Date('2024-02-29T12:00+02:00').getHours(), new Date(5).getMilliseconds(), d instanceof Date, isNaN(new Date('x')), new Date(d).setHours(3), d.toLocaleTimeString(), performance.now(), new Date(2024, 0).toLocaleDateString()];`);
  expect(result).toEqual([
    90_000,
    90_000,
    0,
    1,
    '1970-01-01T00:01:30.000Z',
    0,
    'Thu Jan 01 1970 00:01:30 GMT+0000 (Coordinated Universal Time)',
    'Thu Jan 01 1970 00:01:30 GMT+0000 (Coordinated Universal Time)',
    '2024-02-29T12:00:00.000Z',
    12,
    1709164800000,
    '2024-02-29T12:00:00.000Z',
    10,
    5,
    true,
    true,
    10_890_000,
    '00:01:30',
    90_000,
    '01/01/2024',
  ]);
});

it('has the same chance for the same seed', () => {
  const draw = `return Array.from({ length: 5 }, () => Math.random())`;
  const one = run(draw, 1).result as readonly number[];
  expect(run(draw, 1).result).toEqual(one);
  expect(run(draw, 2).result).not.toEqual(one);
  expect(one.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(run(`return [Math.max(1, 2), Math.PI > 3, typeof Math.hypot]`).result).toEqual([2, true, 'function']);
});

it('has timers in virtual milliseconds', () => {
  const { result } = run(`
    const out = []; setTimeout((x) => out.push(x, Date.now()), 2000, 'later'); const no = setTimeout(() => out.push('no'), 100); clearTimeout(no); clearTimeout(undefined);
    const every = setInterval(() => { out.push(Date.now()); if (out.length > 4) clearInterval(every) }, 900); queueMicrotask(() => out.push('soon')); out.push('now'); await sleep(10); return out;`);
  expect(result).toEqual(['now', 'soon', 900, 1800, 'later', 2000, 2700]);
});

it('writes what the console is given', () => {
  const { lines } = run(`console.log('a', 1, { b: 2 }); console.warn('w'); console.assert(1 > 2, 'why'); console.assert(true)`);
  expect(lines).toEqual(['a 1 { b: 2 }', 'w', 'Assertion failed: why']);
});

it('keeps what belongs to the host out of reach', () => {
  const names = [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'Worker',
    'indexedDB',
    'caches',
    'importScripts',
    'postMessage',
    'process',
    'require',
    'crypto',
    'navigator',
    'Buffer',
    'global',
    'window',
    'eval',
    'setImmediate',
    'WebAssembly',
    'Atomics',
  ];
  const { result } = run(`return [${names.map((name) => `typeof ${name}`).join(', ')}]`);
  expect(result).toEqual(names.map(() => 'undefined'));
  expect(
    run(
      `return [typeof globalThis.fetch, typeof self.process, globalThis.Math === Math, globalThis.setTimeout === setTimeout, typeof globalThis.Array, globalThis.globalThis === self, this]`,
    ).result,
  ).toEqual(['undefined', 'undefined', true, true, 'function', true, undefined]);
});

it('leaves the names of globals free for the process', () => {
  expect(
    run(
      `const fetch = 1, process = 2, name = 3, console = 4, Promise = 5, self = 6, top = 7; return [fetch, process, name, console, Promise, self, top]`,
    ).result,
  ).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const bed = new TypeScriptBed(
    `const console = { log: 1 }; class Worker {} function fetch() { return 2 } let status = 3; export default async function main(context) { return [console.log, new Worker() instanceof Worker, fetch(), status] }`,
  );
  expect(bed.run()).toEqual([1, true, 2, 3]);
});

it('is strict', () => {
  expect(() => run(`undeclared = 1`)).toThrow(ReferenceError);
  expect(run(`return (function () { return this })()`).result).toBeUndefined();
});
