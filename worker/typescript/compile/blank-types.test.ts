import { parse as parseJavaScript } from 'acorn';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { blankTypes } from './blank-types.js';
import { LineTable } from './line-table.js';
import { parse } from './parse.js';

/** Every kind of syntax that is there for the types only, one piece each; together they are one module too. */
const pieces: readonly string[] = [
  'let a1: number = 1, b1!: string;',
  'const c2 = <T,>(x: T): T => x;',
  'const d3 = (x: number, y?: string, ...rest: string[]): void => { x; };',
  'const e4 = (x: unknown):\n  Promise<\n    void\n  > => x as Promise<void>;',
  'const f5 = async <T>(x: T): Promise<T> => x;',
  'function g6<T extends object>(this: unknown, x: T, { y }: { y: number } = { y: 1 }, [z]: number[] = []): x is T { return true; }',
  'function h7(a: string): void;\nfunction h7(a: number): void;\nfunction h7(a: unknown) { a; }',
  'interface I8 { a: number; (x: string): void; readonly [key: string]: unknown }',
  'type J9<T> = T extends (infer U extends string)[] ? `${U}!` : never;',
  'declare const k10: number;\ndeclare function l10(): void;\ndeclare namespace N10 { const x: number }',
  'declare global { interface Window { a: number } }',
  'abstract class M11<T> extends Array<T> implements Iterable<T>, PromiseLike<T> { abstract m(): void; abstract n: number; then: any; x?: number; y!: string; readonly z: T[] = []; private static w = 1; protected constructor(a: number); protected constructor(a?: unknown) { super(); } override at(i: number): T | undefined { return super.at(i); } [key: number]: T; declare q: string; "quoted"?(): void; get g(): number { return 1 } set g(v: number) {} async *s<U>(u: U): AsyncGenerator<U> { yield u; } }',
  'class P12 { a: number = 1\n  [`b`] = 2\n  public c = 3\n  readonly [`d`] = 4\n  private async [`e`](): Promise<void> {} }',
  'const q13 = [1 as any, <any>2, 3 satisfies number, 4!, a1!!, (a1 as any)!.b?.c!.d];',
  '1 as any\n(a1)',
  'let r15 = a1 as any\n[1].toString()',
  'var s16: any\n(a1)',
  'type T17 = number\n(a1)',
  'const u18 = Array<string>, v18 = new Map<string, Set<number>>(), w18 = c2<string>("a"), x18 = String.raw<[]>`a`;',
  'for (const y19 of a1 as any) {}\nfor (let z19: number = 1; ; ) break;',
  'try { a1; } catch (e: unknown) { e; }',
  'const { a20, ...b20 }: { a20: number } = a1 as any, [c20]: number[] = [];',
  'label21: for (const x in a1! as object) continue label21;',
  'const o22 = { m<T>(this: object, a: T): void {}, get x(): number { return 1 }, async *g(): any {}, n: <T,>(x: T) => x } as const;',
  'a1! += 1; (a1 as number)++; [(a1 as any)] = [1]; ({ a: (a1 as any) } = { a: 1 });',
  'const p23 = a1 < b1 && c2 > d3, q23 = a1 ? (b1) : (d3);',
  'function asserts24(x: unknown): asserts x is string {}\nfunction this24(this: void) {}',
  'class R25 { constructor() {} static { let x: number = 1; x; } static async *#p(): AsyncGenerator<number> {} accessors: typeof import("asyncio") | null = null }',
  'let s26 = a1 as unknown as Array<\n  number\n>\n;(a1)',
  'if (a1 as any) b1 as any\nelse c2 as any',
  'const t28 = function <T>(this: T) { return this as T }\nconst u28 = class<T> implements Iterable<T> { [Symbol.iterator](): any {} }',
  'let v29 = a1\ntype W29 = string\ninterface X29 {}\n(b1)',
  'do a1 as any\nwhile (!a1)',
  'const y31 = a1 /* : not a type */ as any // as any\nconst z31 = `${a1 as any} as any`',
  'export default (x: number): number => x!',
  'let é32: string = "as any", $32!: number\nconst ñ = é32 as any\n`${ñ}`',
];

function blanked(text: string): string {
  const parsed = parse(new LineTable(text));
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const { code, open, failures } = blankTypes(parsed.program, new LineTable(text));
  expect(failures).toEqual([]);
  const ends = [...open].map(({ end }) => end).sort((one, other) => other - one);
  return ends.reduce((before, end) => `${before.slice(0, end)};${before.slice(end)}`, code);
}

/** The syntax tree without positions, empty statements and raw spellings. */
function tree(code: string): unknown {
  const program = parseJavaScript(code, { ecmaVersion: 'latest', sourceType: 'module', allowReturnOutsideFunction: true });
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain).filter((item) => (item as { type?: string } | null)?.type !== 'EmptyStatement');
    if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]) => (/^(?:start|end|raw)$/.test(key) ? [] : [[key, plain(member)]])),
    );
  };
  return plain(program.body);
}

/** What the TypeScript compiler makes of it. */
function compiled(text: string): string {
  return ts.transpileModule(`${text}\nexport {};`, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      useDefineForClassFields: true,
    },
  }).outputText;
}

/** `export {}` is what TypeScript adds to a module that has lost its exports. */
const withoutEmptyExport = (code: string) => code.replace(/^export \{\s*\};?$/gm, '');

it.each(pieces)('leaves the same program as the TypeScript compiler: %s', (text) => {
  expect(tree(blanked(text))).toEqual(tree(withoutEmptyExport(compiled(text))));
});

it('leaves every remaining token in its line and column', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(pieces.length - 1), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\n\n', '\r\n', ' ;'),
      (chosen, separator) => {
        const text = chosen.map((index) => pieces[index]!).join(separator);
        const parsed = parse(new LineTable(text));
        if (!parsed.ok) return;
        const { code } = blankTypes(parsed.program, new LineTable(text));
        expect(code).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) {
          if (code[at] !== text[at]) expect([' ', ';', ')']).toContain(code[at]);
          if (/[\r\n]/.test(text[at]!)) expect(code[at]).toBe(text[at]);
        }
        expect(tree(blanked(text))).toEqual(tree(withoutEmptyExport(compiled(text))));
      },
    ),
    { numRuns: 30 },
  );
}, 30_000);

it.each([
  ['enum Mode { Heat = 1, Cool }', 'An enum is not supported.', 'Write an object: const Mode = { Heat: 1, … } as const;'],
  ['const enum Mode { Heat }', 'An enum is not supported.', "Write an object: const Mode = { Heat: 'Heat' } as const;"],
  ['namespace Lab { export const x = 1 }', 'A namespace is not supported.', 'leave out the namespace'],
  ['class A { constructor(private x: number) {} }', 'A parameter that declares a field is not supported.', 'this.name = name'],
  ['import fs = require("fs")', "'import … =' is not supported.", 'import * as am'],
  ['export = 5', "'export =' is not supported.", 'export default'],
  ['@logged class A {}', 'Decorators (@…) are not supported.', 'Call the function'],
  ['class A { @logged m() {} }', 'Decorators (@…) are not supported.', 'Call the function'],
  ['class A { m(@logged x) {} }', 'Decorators (@…) are not supported.', 'Call the function'],
  ['class A { accessor x = 1 }', "'accessor' fields are not supported.", 'get and a set'],
])('refuses %s and says what to write instead', (text, message, hint) => {
  const lines = new LineTable(text);
  const parsed = parse(lines);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const { failures } = blankTypes(parsed.program, lines);
  expect(failures).toMatchObject([{ kind: 'load', name: 'SyntaxError', message, place: { file: 'process', line: 1 } }]);
  expect(failures[0]!.hint).toContain(hint);
});
