import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DataType } from '../data/index.js';
import { compile } from './compile/compile.js';
import { TypeScriptBed } from './typescript-bed.js';

it.each([
  [
    'async function main(context) {}',
    'The file exports no process.',
    'Then write export default before it: export default async function main(context)',
  ],
  ['const x = 1;', 'The file exports no process.', 'export default async function main(context) { … }'],
  ['', 'The file exports no process.', 'export default async function main(context) { … }'],
  ['export default 5;', 'The default export is no process: it is 5.', 'a function, or an object with a function run(context)'],
  ['export default { runs() {} };', 'The default export is no process', 'a function, or an object with a function run(context)'],
  ['export default class A {}', 'The default export is no process', 'run(context)'],
  ['export default async function main(a, b, c) {}', 'The process function takes 3 parameters', '(context) or (data, context)'],
  ['export default async (a, b, c = 1) => {};', 'The process function takes 3 parameters', '(context) or (data, context)'],
  ['export default { async run(a, b, c) {} };', 'The process function takes 3 parameters', '(context) or (data, context)'],
  ['export default function main(a, b, c) {}', 'The process function takes 3 parameters', '(context) or (data, context)'],
  ['export default async function* main(context) {}', 'The process function is a generator (function*)', 'Leave out the *'],
  ['export default { *run(context) {} }', 'The process function is a generator (function*)', 'Leave out the *'],
  ['export const data = 5; export default async (context) => {};', '“data” is no type of data: it is 5.', 'am.record'],
  ['export const points = 5; export default async (context) => {};', '“points” says nothing about points', 'a list of examples'],
  ['export const points = [() => 1]; export default async (context) => {};', '“points” says nothing about points', 'a list of examples'],
  [
    "import x from 'automancer'; export default async (context) => { x }",
    "The module 'automancer' has no default export.",
    "import * as x from 'automancer'",
  ],
  ["import { y } from 'numpy';", "There is no module 'numpy'.", "'automancer', 'asyncio' and 'hardware'"],
  ["import { y } from './other';", "There is no file './other': a process is a single file.", 'Put the code of other files into this one.'],
  [
    "import { slep } from 'asyncio'; export default async (context) => { await slep(1) }",
    "The module 'asyncio' has no 'slep'.",
    'Did you mean sleep?',
  ],
  [
    "import { record } from 'asyncio'; export default async (context) => { record }",
    "The module 'asyncio' has no 'record'.",
    "It is in 'automancer'.",
  ],
  ["import { zzzzzz } from 'asyncio'; export default async (context) => { zzzzzz }", "The module 'asyncio' has no 'zzzzzz'.", 'There are:'],
  ["export * from 'asyncio';", 'A process exports its own things only.', 'Import what you need'],
  ["export { sleep } from 'asyncio';", 'A process exports its own things only.', 'Import what you need'],
  [
    'await 1; export default async (context) => {}',
    "'await' at the top level: nothing can be waited for while the file is being loaded.",
    'Put it into the process function.',
  ],
  ['for await (const x of []) {}', "'await' at the top level", 'Put it into the process function.'],
  ['using x = null; export default async (context) => {}', "'using' stands in a block only.", 'Put it into the process function'],
  ["const x = () => import('asyncio');", "'import(…)' is not available in a process.", 'at the top of the file'],
  ['const x = import.meta.url;', "'import.meta' is not available in a process.", 'no address'],
  ['const __pump = 1;', "The name '__pump' is taken: names that begin with __p belong to the playground.", 'another name'],
  ['const x = arguments;', "'arguments' outside a function.", 'no arrow functions'],
  [
    'const x: number = null.y; export default async (context) => {}',
    "Cannot read properties of null (reading 'y')",
    'It was raised while the file was being loaded',
  ],
  ['export enum Mode { Heat }', 'An enum is not supported.', 'const Mode ='],
])('does not load %s and says what to do', (code, message, hint) => {
  const { failure } = new TypeScriptBed(code);
  expect(failure.kind).toBe('load');
  expect(failure.message).toContain(message);
  expect(failure.hint).toContain(hint);
});

it.each([
  ['export default async function main(context) { return }\n}', 2, 1, "Unexpected '}'.", 'Is a ) or ] missing before it'],
  [
    'function main(context) { await sleep(1) }',
    1,
    26,
    "'await' outside an async function.",
    'processes, and everything that waits, must be async functions',
  ],
  ['const x = <T>;', 1, 11, 'Something is missing behind the type', 'the value that has this type'],
  ['const x = ;', 1, 11, "Unexpected ';'.", undefined],
  ['const x = "abc\n', 1, 11, 'A text has no closing quote.', 'Close it on the same line'],
  ['export default async function main(context) {\n  if (true) {\n', 3, 1, 'The text ends too early.', 'A }, ) or ] is missing'],
  ['let a = 1;\nlet a = 2;', 2, 5, "The name 'a' is declared twice.", 'Rename one'],
  ['const a = 5 min;', 1, 13, "Unexpected 'min'.", 'Something is missing before it'],
  ['const a = 5min;', 1, 12, 'A number is followed directly by letters.', "am.q('5 min')"],
  ['f() = 3;', 1, 1, 'Something is assigned to that is not a variable or a member.', '==='],
  ['export { nope };', 1, 10, "'nope' is exported, but there is nothing of that name.", 'spelling'],
  ['const let = 1', 1, 7, "'let' is a word of the language", 'another name'],
  ['return 5', 1, 1, "'return' outside a function.", 'too many above'],
  ['const x = “a”;', 1, 11, "'“' means nothing in TypeScript.", 'curly quotes'],
  ['async function f() { await }', 1, 28, "Unexpected '}'.", 'Something to wait for must follow await.'],
])('tells the syntax error of %s', (code, line, column, message, hint) => {
  const { failure } = new TypeScriptBed(code);
  expect(failure).toMatchObject({ kind: 'load', name: 'SyntaxError', place: { file: 'process', line, column } });
  expect(failure.message).toContain(message);
  expect(failure.message).not.toMatch(/\(\d+:\d+\)/);
  if (hint === undefined) expect(failure.hint).toBeUndefined();
  else expect(failure.hint).toContain(hint);
});

it.each([
  ['import asyncio\nimport automancer as am\n\nasync def process(context):\n  await asyncio.sleep(1)\n', 1],
  ['# A process\nasync def process(context: am.ProcessContext):\n    await asyncio.sleep(1)', 2],
  ['def f():\n    pass', 1],
  ['class Process(am.Process):\n    async def run(self, context):\n        if context.ready:\n            return None', 1],
  [
    'from automancer import process\n\n@process\nasync def main(context):\n    try:\n        await work()\n    except am.PauseRequest:\n        raise',
    1,
  ],
  ['x = 1\nfor i in range(3):\n    print(i)', 2],
])('knows Python when it sees it: %s', (code, line) => {
  const { failure } = new TypeScriptBed(code);
  expect(failure).toMatchObject({ kind: 'load', name: 'SyntaxError', place: { file: 'process', line, column: 1 } });
  expect(failure.message).toBe('This is Python; this page reads TypeScript.');
  expect(failure.hint).toContain('export default async function');
});

it.each([
  ['export default async function p(context) {\n  for (;;) {\n    def x():\n    await 1;\n  }\n}'],
  ['export default async function p(context) {\n  switch (1) {\n    case 1:\n    default:\n      x = = 1;\n  }\n}'],
  ["import * as am from 'automancer'\n@sealed\nclass A {\n  x = ;\n}"],
  ['const a = b ?\n  c :\n  ;'],
])('does not take wrong TypeScript for Python: %s', (code) => {
  expect(new TypeScriptBed(code).failure.message).not.toContain('Python');
});

const context = { name: 'the context' };

it.each([
  ['export default async function titration(context) { return [context] }', 'titration', [context]],
  ['export default async function titration(data, context) { return [data, context] }', 'titration', ['the data', context]],
  ['export default async function (context) { return [context] }', 'process', [context]],
  ['export default async (context) => [context]', 'process', [context]],
  ['export default async (data, context) => [data, context];', 'process', ['the data', context]],
  ['export default async () => ["none"]', 'process', ['none']],
  ['export default async (...all) => all', 'process', [context]],
  ['export default async (context = 1) => [context]', 'process', [context]],
  ['export default async (data = 1, context) => [data, context]', 'process', ['the data', context]],
  ['export default async function main(this: void, context?: unknown) { return [context] }', 'main', [context]],
  ['const wash = async (context) => [context]; export default wash', 'wash', [context]],
  ['const wash = async (context) => [context]; export { wash as default }', 'wash', [context]],
  [
    'async function wash(data, context) { return [data, context] } export { wash as default, wash as other }',
    'wash',
    ['the data', context],
  ],
  ['export default (async (context) => [context]) as any', 'process', [context]],
  ['export default { async run(context) { return [context, this.x] }, x: 2 }', 'process', [context, 2]],
  ['export default { name: "wash", run: async (data, context) => [data, context] } satisfies object', 'wash', ['the data', context]],
  ['export default class Wash { x = 3; async run(context) { return [context, this.x] } }', 'Wash', [context, 3]],
  ['class Wash { x = 4; async run(context) { return [context, this.x] } } export default new Wash()', 'Wash', [context, 4]],
  ["import * as am from 'automancer'; export default am.defineProcess({ async run(context) { return [context] } })", 'process', [context]],
  ['#!/usr/bin/env automancer\nexport default async (context) => [context]', 'process', [context]],
])('loads %s', (code, name, result) => {
  const bed = new TypeScriptBed(code);
  expect(bed.program.name).toBe(name);
  expect(bed.program.asynchronous).toBe(true);
  const task = bed.start('the data', context);
  expect(task.result()).toEqual(result);
});

it('knows a function that is not async, and calls it all the same', () => {
  const bed = new TypeScriptBed('export default function main(context) { console.log("ran") }');
  expect(bed.program.asynchronous).toBe(false);
  expect(bed.program.start(null, null as never)).toBeUndefined();
  expect(bed.lines).toEqual(['ran']);
});

it('reads the types of data and points, beside a function or in a definition', () => {
  const beside = new TypeScriptBed(
    `import * as am from 'automancer'; export const data = am.record({ time: am.quantity('second') }); export const points = [{ index: 1 }]; export default async (context) => {}`,
  ).program;
  expect(beside.data).toBeInstanceOf(DataType);
  expect(beside.points).toEqual({ examples: [{ index: 1 }] });
  const { program } = new TypeScriptBed(
    `import { record, quantity, defineProcess } from 'automancer'; export default defineProcess({ data: quantity('second'), points: record({ at: quantity('second') }), duration: (data) => data * 2, importPoint: (raw) => [raw.at.value], async run(context) {} })`,
  );
  expect(program.data).toBeInstanceOf(DataType);
  expect(program.duration(4)).toBe(8);
  expect(program.importPoint({ at: '2 min' })).toEqual([120]);
  expect(() => program.importPoint({ at: '2 ml' })).toThrow(/at/);
});

it('takes any point when none are declared', () => {
  const { program } = new TypeScriptBed('export default async (context) => {}');
  expect(program.points).toBeNull();
  expect(program.importPoint({ index: 1 })).toEqual({ index: 1 });
  expect(program.duration(1)).toBeUndefined();
});

it('does not ask for what is imported as a type only, marked or not', () => {
  const bed =
    new TypeScriptBed(`import type { A } from 'automancer'; import { type B, ProcessContext, Unused, record } from 'automancer'; type C = A | B; export type { C }; export { C as D };
    export default async function main(context: ProcessContext<C>) { const x: Unused | null = null; return [typeof record, { ProcessContext: 1 }.ProcessContext, x] }`);
  expect(bed.run()).toEqual(['function', 1, null]);
});

it('reports several mistakes at once', () => {
  const bed = new TypeScriptBed(`import { a } from 'x'; import { b } from 'y'; enum E {}`);
  expect(bed.loaded).toMatchObject({ ok: false });
  const two = new TypeScriptBed(`import { a } from 'x'; import { b } from 'y'; await a;`);
  expect(two.loaded.ok ? [] : two.loaded.failures.map(({ name }) => name)).toEqual(['ImportError', 'ImportError', 'SyntaxError']);
});

it('says so when code is nested too deeply, and never throws itself', () => {
  expect(new TypeScriptBed(`const x = ${'['.repeat(20_000)}${']'.repeat(20_000)};`).failure.message).toContain('nested too deeply');
  expect(new TypeScriptBed(`const x = ${'1 + '.repeat(30_000)}1; export default async (context) => x`).loaded).toBeDefined();
});

it('ends in a program or in failures with a place, whatever is typed', () => {
  const words = [
    'async ',
    'await ',
    'function ',
    'x',
    ' = ',
    '(',
    ')',
    '{',
    '}',
    '=> ',
    ';',
    '\n',
    'class A ',
    'export ',
    'default ',
    'for ',
    'of ',
    '*',
    'yield ',
    ': T',
    '<T>',
    ' as any',
    '!',
    '`',
    "'",
    '${',
    'import ',
    'super.m',
    '@',
    '#p',
    'using ',
    'enum E ',
    '?.',
    '/',
    '5',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
      const compiled = compile(parts.join(''));
      if (compiled.ok) new Function('__p', compiled.program.code);
      else for (const { place } of compiled.failures) expect(place).toBeDefined();
    }),
    { numRuns: 1000 },
  );
}, 30_000);

it('gives the place and the cause of an error at the top level', () => {
  const { failure } = new TypeScriptBed(
    `const x = 1;\nfunction check() { throw new RangeError('too hot', { cause: new Error('sun') }) }\ncheck();\nexport default async (context) => {}`,
  );
  expect(failure).toMatchObject({
    kind: 'load',
    name: 'RangeError',
    message: 'too hot',
    place: { line: 2, column: 26 },
    causes: [{ name: 'Error', message: 'sun' }],
  });
  expect(failure.stack?.map((frame) => frame.function)).toEqual(['check', 'top level']);
});

it('tells which loop goes round, innermost first, and only every few thousand rounds', () => {
  const bed = new TypeScriptBed(
    `export default async function main(context) {\n  for (let i = 0; i < 3; i++) {\n    let n = 0;\n    while (n < 4000)\n      n++;\n  }\n  do { } while (false);\n}`,
  );
  bed.run();
  expect(bed.rounds).toEqual(Array.from({ length: 5 }, () => ({ line: 4, column: 5 })));
});
