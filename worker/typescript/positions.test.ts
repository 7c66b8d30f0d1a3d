import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TypeScriptBed, placeOfMark } from './typescript-bed.js';

/** A mark stands directly before what raises the error. */
const mark = '/*!*/';

function described(code: string) {
  const text = `import { sleep, createTask, gather } from 'asyncio';\n${code}`;
  return { text, description: new TypeScriptBed(text).error() };
}

it('finds the place of an error in the 150th of 200 lines, behind awaits in the same line', () => {
  const filler = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `  const v${from + index}: number = (await sleep(0)) ?? ${index} as number;`).join(
      '\n',
    );
  const { text, description } = described(`export default async function main(context: unknown): Promise<void> {
${filler(2, 149)}
  await sleep(0); const x = [await sleep(1), (await sleep(2)) as unknown]; for (const y of x) { await sleep(y! ?? 1); throw ${mark}new Error('here') }
${filler(150, 198)}
}`);
  expect(text.split('\n')).toHaveLength(199);
  expect(description.place).toEqual(placeOfMark(text, mark));
  expect(description.place?.line).toBe(150);
});

it.each([
  ['at the top of a process', `export default async function main(context) { ${mark}null_.x }`],
  ['in an arrow with an expression', `export default async (context) => (await sleep(1), ${mark}nothing())`],
  [
    'in a sync function',
    `function helper<T>(x: T): T { return (x as any).y.${mark}z }\nexport default async function main(context) { await sleep(1); helper(1 as number) }`,
  ],
  [
    'in a method',
    `class A<T> { private x!: T; async m(): Promise<void> { await sleep(1); ${mark}missing(this.x) } }\nexport default async function main(context) { await new A<string>().m() }`,
  ],
  [
    'in a for await loop',
    `export default async function main(context) { for await (const x of [1]) { await sleep(x); ${mark}missing(x) } }`,
  ],
  ['in a catch block', `export default async function main(context) { try { await sleep(1); throw 1 } catch { ${mark}missing() } }`],
  [
    'in a default value',
    `async function f(a: number, b = undefined.${mark}x) {} export default async function main(context) { await f(1) }`,
  ],
  ['of an unknown name that is awaited', `export default async function main(context) { const x = 1 + (await ${mark}missing) }`],
  ['on the line of an import', `export default async function main(context) { await sleep(1); throw ${mark}new Error('x') }`],
  [
    'behind a catch pattern',
    `export default async function main(context) { try { throw { a: 1 } } catch ({ a }) { await sleep(a); ${mark}missing(a) } }`,
  ],
  ['behind wide characters', `export default async function main(context) { const s = '😀é'; await sleep(1); ${mark}missing(s) }`],
  [
    'in an async generator',
    `async function* g() { yield 1; yield undefined.${mark}x } export default async function main(context) { for await (const x of g()); }`,
  ],
])('finds the place of an error %s', (_, code) => {
  const { text, description } = described(code);
  expect(description.place).toEqual(placeOfMark(text, mark));
});

it('finds the place whatever stands before it', () => {
  const before = [
    'await sleep(0); ',
    'const a: number = 1 as number; ',
    'for (const q of [1]) await sleep(0); ',
    'const f = async <T,>(x: T): Promise<T> => x; ',
    'try { await sleep(0) } catch (e: unknown) { }\n',
    'using r = null; ',
    '{ for await (const x of [1]); } ',
    'let z!: string;\n\n',
    'class A { async m<T>() { await sleep(0) } } ',
    '/* ö */ ',
    'await (async () => await sleep(0))() \n',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...before), { maxLength: 8 }), (parts) => {
      const blocks = parts.map((part) => `{ ${part} }`).join(' ');
      const { text, description } = described(
        `export default async function main(context: any) { ${blocks} await sleep(0); throw (await sleep(0), ${mark}new Error('x')) }`,
      );
      expect(description.place).toEqual(placeOfMark(text, mark));
    }),
    { numRuns: 30 },
  );
}, 30_000);

const chain = `async function inner() {
  await sleep(1);
  throw new TypeError('deep');
}
async function middle() {
  await sleep(0);
  const later = inner();
  await sleep(5);
  await later;
}
class Lab {
  async run() {
    return middle();
  }
}
export default async function main(context) {
  await new Lab().run();
}`;

it('gives the functions that awaited each other as the stack, innermost first', () => {
  const { description } = described(chain);
  expect(description).toMatchObject({ name: 'TypeError', message: 'deep', repr: "TypeError('deep')", place: { line: 4, column: 9 } });
  expect(description.stack).toEqual([
    { function: 'inner', line: 4, column: 9 },
    { function: 'middle', line: 10, column: 3 },
    { function: 'run', line: 14, column: 5 },
    { function: 'main', line: 18, column: 3 },
  ]);
});

it('names no function twice when an error comes before the first wait', () => {
  const { description } = described(
    `async function inner() { throw new Error('at once') }\nasync function outer() { await inner() }\nexport default async function main(context) { await outer() }`,
  );
  expect(description.stack.map((frame) => frame.function)).toEqual(['inner', 'outer', 'main']);
});

it('gives the await to which the error came, whatever the cleanup awaits afterwards', () => {
  const { description } = described(`async function inner() {
  await sleep(1);
  throw new Error('x');
}
export default async function main(context) {
  try {
    for await (const x of [1]) {
      await inner();
    }
  } finally {
    await sleep(1);
    try { await (async () => { await sleep(1); throw new Error('in cleanup') })() } catch {}
  }
}`);
  expect(description.stack).toEqual([
    { function: 'inner', line: 4, column: 9 },
    { function: 'main', line: 9, column: 7 },
  ]);
});

it('keeps recursive calls apart', () => {
  const { description } = described(
    `async function down(n: number) { await sleep(0); if (n === 0) throw new Error('bottom'); await down(n - 1) }\nexport default async function main(context) { await down(2) }`,
  );
  expect(description.stack.map((frame) => frame.function)).toEqual(['down', 'down', 'down', 'main']);
});

it.each([
  ['a text', `throw 'plain'`, 'string', "'plain'", "'plain'"],
  ['null', `throw null`, 'null', 'null', 'null'],
  ['an object', `throw { code: 5, why: ['x'] }`, 'Object', "{ code: 5, why: ['x'] }", "{ code: 5, why: ['x'] }"],
  ['its own class', `class Spill extends Error {} throw new Spill('wet')`, 'Spill', 'wet', "Spill('wet')"],
  ['a class with a name', `class A extends Error { name = 'Named' } throw new A()`, 'Named', '', 'Named()'],
  ['a message with quotes', `throw new Error("it's")`, 'Error', "it's", `Error("it's")`],
])('describes %s that is thrown, with its place', (_, code, name, message, repr) => {
  const { text, description } = described(`export default async function main(context) { await sleep(1); ${code} }`);
  expect(description).toMatchObject({ name, message, repr, place: { line: 2 } });
  const column = description.place!.column;
  expect(['throw', 'new']).toContain(
    text
      .split('\n')[1]!
      .slice(column - 1)
      .split(' ')[0],
  );
});

it('tells the chain of causes, those of groups included, and cuts circles', () => {
  const { description } = described(`export default async function main(context) {
    const circle = new Error('circle'); circle.cause = circle;
    throw new Error('top', { cause: new AggregateError([new TypeError('one', { cause: circle }), 'two'], 'group') });
  }`);
  expect(description.causes).toEqual([
    { name: 'AggregateError', message: 'group' },
    { name: 'TypeError', message: 'one' },
    { name: 'Error', message: 'circle' },
    { name: 'string', message: "'two'" },
  ]);
});

it('shows nothing of what the compile step has put in', () => {
  const { description } = described(
    `class A { async m() { await sleep(0); return (super.nothing as any)(1) } }\nexport default async function main(context) { await new A().m() }`,
  );
  expect(description.message).not.toContain('__p');
  expect(description.message).toContain('is not a function');
});

it('knows where the code that runs right now stands', () => {
  const text = `import { probe } from 'hardware';\nconst helper = () => {\n  /*!*/probe();\n};\nexport default async function main(context) { await 1; helper() }`;
  const places: unknown[] = [];
  const bed = new TypeScriptBed(text.replace("import { probe } from 'hardware';", 'const probe = () => console.log(1);'));
  const original = bed.lines.push.bind(bed.lines);
  bed.lines.push = (...values) => (places.push(bed.program.here()), original(...values));
  bed.start();
  expect(places).toEqual([{ file: 'process', line: 1, column: 29 }]);
  expect(bed.program.here()).toBeNull();
});

it('knows the await at which a task of the process is suspended, and nothing of other tasks', () => {
  const bed = new TypeScriptBed(
    `import { sleep } from 'asyncio';\nasync function inner() {\n  await sleep(3);\n}\nexport default async function main(context) {\n  const x = [await inner()]; return inner();\n}`,
  );
  const task = bed.start();
  const frames = () => [...bed.loop.liveTasks()].map((live) => bed.program.frame(live)).reverse();
  expect(frames()).toEqual([
    { function: 'inner', line: 3, column: 3, endLine: 3, endColumn: 17 },
    { function: 'main', line: 6, column: 14, endLine: 6, endColumn: 27 },
  ]);
  bed.pass(3);
  expect(frames().at(0)).toEqual({ function: 'main', line: 6, column: 30, endLine: 6, endColumn: 45 });
  bed.pass(3);
  expect(task.done).toBe(true);
  expect(bed.program.frame(task)).toBeNull();
  expect(bed.program.frame(bed.loop.task((function* () {})(), { eager: false }))).toBeNull();
});
