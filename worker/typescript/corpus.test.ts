import ts from 'typescript';
import { expect, it } from 'vitest';
import { TypeScriptBed } from './typescript-bed.js';

/**
 * Constructs of the language, each the body of a process that writes what happens and returns something. Every one must do the same
 * here as in the engine itself.
 */
const cases: Readonly<Record<string, string>> = {
  'await in headers': `const out = []; for (const x of await tick([1, 2])) out.push(x); for (let i = await tick(0); i < await tick(2); i += await tick(1)) out.push(i); for (const k in await tick({ a: 1 })) out.push(k); let n = 0; while (await tick(n < 2)) n++; do n++; while (await tick(n < 5)); if (await tick(false)) out.push('no'); else if (await tick(true)) out.push('yes'); for await (const x of await tick([3])) out.push(x); const f = async (x) => { throw await tick(x) }; out.push(await f('thrown').catch((e) => e), n); const o = { x: 1, y: 2 }; delete (await tick(o)).x; out.push(o); label: { for await (const x of [1]) { if (await tick(true)) break label } out.push('no') } return out`,
  'values of awaits': `const a = await 1, b = await tick(2), c = (await tick(3)) + (await 4); return [a, b, c, await await tick(5)]`,
  'precedence of await': `const o = { f: async () => ({ g: [7] }) }; return [(await o.f()).g[0], -await tick(2), !await tick(0), typeof await tick('x'), (await tick(2)) ** 2, await tick(1) + await tick(2) * 3, (await tick(1), await tick(9))]`,
  'await in every place': `const f = async (x) => x; const o = { [await f('k')]: await f(1), ...(await f({ z: 2 })) };
    const t = \`\${await f('a')}-\${await f('b')}\`; const [x = await f(3), { y = await f(4) } = {}] = []; class C { [await f('m')]() { return 5 } static [await f('s')] = 6 }
    return [o, t, x, y, new C().m(), C.s, (await f(Array)).isArray([]), new (await f(Map))().size, [...(await f([1, 2]))], await f(null) ?? await f('n'), (await f(0)) || (await f('o')), (await f(1)) && (await f(2)), (await f(true)) ? await f('t') : 0, (await f({ q: null })).q?.r]`,
  'statements without semicolons': `const list = [3, 1]
    const first = list[0]
    await tick(1)
    await tick(2), list.push(first)
    const g = async () => 5
    async () => 6
    let n = 1
    await g() || n
    return [list, n]`,
  'if, else and loops without braces': `const out = []; if (await tick(true)) await tick(out.push('a')); else await tick(out.push('b'));
    for (const x of [1, 2]) await tick(out.push(x)); let i = 0; while (i < 2) await tick(i++); do await tick(i++); while (i < 4); for (let j = 0; j < 2; j++) out.push(j); for (const k in { p: 1, q: 2 }) out.push(k); for (;;) break; while (false); return [out, i]`,
  'hoisting of declarations': `const before = later(1); async function later(x) { return x + await tick(1) } function sync() { return inner(); async function inner() { return 'i' } } { const r = blocked(); async function blocked() { return 2 } log(await r) } return [await before, await sync()]`,
  recursion: `async function fib(n) { return n < 2 ? n : (await fib(n - 1)) + (await fib(n - 2)) } const even = async (n) => n === 0 || odd(n - 1), odd = async (n) => n !== 0 && even(n - 1); return [await fib(10), await even(7)]`,
  'named function expressions': `const f = async function fact(n) { return n ? n * (await fact(n - 1)) : 1 }; return [await f(5), f.name]`,
  'name and length': `async function f0() {} async function f3(a, b, c) {} const arrow = async (a, b = 1, c) => {}; const o = { async m(a) {}, async *g(a, b) {}, ['x' + 1]: async (...r) => {} }; class C { async m(a, { b }) {} static async s() {} async #p() {} p() { return this.#p.name } field = async x => x }
    return [f0.length, f3.length, arrow.length, o.m.length, o.g.length, o.x1.length, C.prototype.m.length, f0.name, arrow.name, o.m.name, o.g.name, o.x1.name, C.prototype.m.name, C.s.name, new C().p(), new C().field.name, (async () => {}).name]`,
  'lexical this and arguments of async arrows': `function outer() { const f = async () => [this.v, arguments.length, arguments[0]]; return f('no') } const nested = { v: 1, m() { return (async () => (await (async () => this.v + arguments[0])()) + arguments[1])() } };
    async function own() { const inner = async () => arguments[0]; return [arguments.length, await inner('x'), ...arguments] }
    return [await outer.call({ v: 7 }, 'a', 'b'), await nested.m(2, 3), await own(8, 9), await ({ async m() { return [this.z, arguments.length] }, z: 4 }).m(1, 2, 3)]`,
  'shorthand arguments': `function f() { return (async () => { const { arguments: a } = { arguments }; return a.length })() } return f(1, 2)`,
  'new.target in an async arrow': `function F() { this.p = (async () => new.target === F)() } async function g() { return new.target } return [await new F().p, await g()]`,
  super: `class A { async m(x) { return 'A' + x } get g() { return 'g' + this.v } static async s() { return 'S' } set w(v) { this.written = v } tag(s) { return s[0] + this.v } }
    class B extends A { v = 1; async m(x) { const f = async (y) => super.m(y + this.v); return [await super.m(x), await f(x), super.g, super['g'], await (async () => (await tick(0), super.g))(), super.tag\`t\`, super.m?.name, await super.m?.('q')] } static async s() { return 'B' + (await super.s()) } async set() { super.w = 5; super.x = 6; return [this.written, this.x] } sync() { return (async () => super.g)() } arrow = async () => super.g + this.v; async *gen() { yield await super.m('y'); yield super.g } }
    const b = new B(); const out = []; for await (const x of b.gen()) out.push(x); const o = { __proto__: { async m() { return 'proto' + this.q } }, q: 2, async m() { return super.m() } };
    return [await b.m('x'), await B.s(), await b.set(), await b.sync(), await b.arrow(), out, await o.m()]`,
  'private members and static blocks': `class A { #x = 1; static #count = 0; async #inc(n) { this.#x += await tick(n); return this.#x } async run() { A.#count++; return [await this.#inc(2), await A.#all(), #x in this] } static async #all() { return A.#count } static { A.made = (async () => 's')() } async *#g() { yield this.#x } async list() { const out = []; for await (const v of this.#g()) out.push(v); return out } } const a = new A(); return [await a.run(), await A.made, await a.list()]`,
  'class fields without semicolons': `const k = 'm'; class A { a = 1
    async [k]() { return this.a }
    b = 2
    async *g() { yield this.b }
    c
    async async() { return 3 }
    static async static() { return 4 } } const a = new A(); return [await a.m(), (await a.g().next()).value, await a.async(), await A.static()]`,
  'classes in loops and fields': `const list = []; for (let i = 0; i < 3; i++) list.push(class { #p = i; async m() { return [this.#p, i] } }); class Outer { inner = class { #q = 1; async m() { return this.#q } } } const one = new Outer(), two = new Outer();
    let j = 0; const more = []; while (j < 2) more.push(class { static n = j++; #r = this.constructor.n; async m() { return this.#r } }); return [await Promise.all(list.map((C) => new C().m())), await new one.inner().m(), await new two.inner().m(), await Promise.all(more.map((C) => new C().m()))]`,
  'closures in loops': `const fs = []; for (let i = 0; i < 3; i++) fs.push(async () => i); for (const x of ['a', 'b']) { let y = x + x; fs.push(async () => y) } let k = 0; while (k < 2) { const z = k++; fs.push(async () => z) } for (let n = 0, f = async () => n; n < 2; n++) fs.push(f); const mk = (v) => async () => v; fs.push(mk(1), mk(2)); const mk2 = (v) => { return async () => v }; fs.push(mk2(3), mk2(4)); switch (1) { case 1: let s = 5; fs.push(async () => s) } return Promise.all(fs.map((f) => f()))`,
  'default values': `let calls = 0; const next = () => ++calls; async function f(a = next(), { b = next(), ...c } = {}, [d = a] = [], ...e) { return [a, b, c, d, e] } const g = async (a, b = a + 1, ...c) => [a, b, c]; async function arg(a = arguments.length) { return a } const bad = async (x = (() => { throw new Error('in default') })()) => x; async function pattern({ a }) { return a }
    return [await f(), await f(1, { b: 2, z: 3 }, [4], 5, 6), await g(1), await g(1, undefined, 3, 4), await arg(undefined, 2), await bad().catch((e) => e.message), await pattern(null).catch((e) => e.name), await pattern({ a: 1 })]`,
  'parameters and var': `async function f(a, b) { var a; var b = b || 2; return [a, b] } async function g(x) { { function x() {} } return typeof x } return [await f(1), await f(3, 4), await g(5)]`,
  'try, catch and finally': `const out = []; async function f(how) { try { await tick(0); if (how === 'throw') throw new Error('e'); if (how === 'return') return 'r'; return await tick('t') } catch (e) { out.push(e.message); await tick(0); return 'caught' } finally { await tick(0); out.push('f' + how) } }
    async function over() { try { throw new Error('lost') } finally { return 'over' } } async function over2() { for (;;) { try { return 'lost' } finally { break } } return 'after' } async function rethrow() { try { await fail('a') } catch { try { await fail('b') } catch ({ message }) { return message } } } async function nested() { try { try { await fail('x') } finally { await tick(0); out.push('inner') } } catch (e) { return e.message } }
    async function inTry() { try { return fail('not caught') } catch { return 'caught' } } async function awaited() { try { return await fail('caught') } catch (e) { return e.message } } async function inFinally() { try { return 1 } finally { await fail('wins') } }
    return [await f('throw'), await f('return'), await f('other'), await over(), await over2(), await rethrow(), await nested(), await inTry().catch((e) => e.message), await awaited(), await inFinally().catch((e) => e.message), out]`,
  'catch with patterns and shadowing': `const out = []; for (const x of [1, 2]) { try { await fail({ a: x, b: [3] }) } catch ({ a, b: [b], c = await tick(4) }) { let d = a + b + c; out.push(d); continue } finally { out.push('f') } } const e = 'outer'; try { await fail('in') } catch (e) { out.push(e.message) } out.push(e); return out`,
  labels: `const out = []; outer: for (let i = 0; i < 3; i++) { for (const j of [0, 1, 2]) { await tick(0); if (j === 1) continue outer; if (i === 2) break outer; out.push([i, j]) } } block: { await tick(0); if (out.length) break block; out.push('no') } a: b: while (true) { while (true) { break a } } return out`,
  switch: `const f = async (x) => { switch (await tick(x)) { case await tick(1): return 'one'; case 2: { let y = await tick('two'); return y } case 3: let z = 'three'; await tick(0); return z; default: return 'more' } }; return Promise.all([1, 2, 3, 4].map(f))`,
  generators: `function* g() { const x = yield 1; try { yield x * 2 } finally { yield 'f' } } const i = g(); function* d() { yield* [1, 2]; return 3 } const o = { *m() { yield this.v }, v: 9 }; return [i.next(), i.next(4), i.return(5), i.next(), [...d()], [...o.m()], await Promise.all([...d()].map(async (x) => x + 1))]`,
  'async generators': `async function* g(n) { try { for (let i = 0; i < n; i++) { const got = yield await tick(i); if (got) log(got) } return 'end' } catch (e) { yield 'caught ' + e.message } finally { await tick(0); log('fin') } }
    const a = g(2), r = [await a.next('lost'), await a.next('got'), await a.next(), await a.next()]; const b = g(5), s = [await b.next(), await b.throw(new Error('x')), await b.next(), await b.next()]; const c = g(5), t = [await c.next(), await c.return('early'), await c.next()]; const d = g(5), u = [await d.return(tick('unstarted')), await d.next()]; const e = g(1), v = await Promise.all([e.next(), e.next(), e.next()]);
    return [r, s, t, u, v, a[Symbol.asyncIterator]() === a, Object.prototype.toString.call(a)]`,
  'yield in an async generator awaits': `async function* g() { yield tick('promise'); yield Promise.resolve('resolved'); try { yield fail('rejected') } catch (e) { yield e.message } return tick('returned') } const out = []; const i = g(); for (;;) { const r = await i.next(); out.push(r); if (r.done) break } return out`,
  'yield star': `async function* inner() { try { const x = yield 'a'; log('got ' + x); yield 'b' } catch (e) { yield 'inner caught ' + e.message } finally { log('inner fin') } return 'r' } async function* outer() { const r = yield* inner(); yield r; yield* [tick(1), 2]; yield* (function* () { yield 3 })() }
    const out = []; for await (const x of outer()) out.push(x); const i = outer(); await i.next(); out.push(await i.next('sent'), await i.throw(new Error('t')), await i.next()); const j = outer(); await j.next(); out.push(await j.return('x')); return out`,
  'for await': `async function* g() { try { yield 1; yield 2; yield 3 } finally { await tick(0); log('closed') } } const out = []; for await (const x of g()) { if (x === 2) break; out.push(x) } for await (const x of g()) { if (x === 1) continue; out.push(x) }
    l: for (const y of ['a', 'b']) for await (const x of g()) { if (x === 2) continue l; out.push(y + x) } m: for await (const x of g()) { for (;;) { if (x === 2) break m; continue m } }
    async function ret() { for await (const x of g()) return x } out.push(await ret()); try { for await (const x of g()) throw new Error('body') } catch (e) { out.push(e.message) } let z; for await (z of g()); out.push(z); const o = {}; for await (o.p of [7]); out.push(o.p); for await (const { a, b: [c] = [0] } of [{ a: 1 }, { a: 2, b: [3] }]) out.push([a, c]); for await (var v of [tick('v')]) await tick(0); out.push(v); const fs = []; for await (const x of [1, 2]) fs.push(async () => x); out.push(await Promise.all(fs.map((f) => f()))); if (out) for await (const x of []) ; else out.push('no'); for await (const x of (log('once'), [1, 2])) { out.push(x) } return out`,
  'for await over iterators that misbehave': `const make = (o) => ({ [Symbol.asyncIterator]: () => ({ i: 0, next() { return { done: this.i > 2, value: this.i++ } }, ...o }) }); const out = [];
    for await (const x of make({ return() { log('ret'); return {} } })) { if (x === 1) break } try { for await (const x of make({ async next() { throw new Error('next') }, return() { log('never') } })); } catch (e) { out.push(e.message) } try { for await (const x of make({ async return() { throw new Error('ret') } })) break } catch (e) { out.push(e.message) } try { for await (const x of make({ async return() { throw new Error('hidden') } })) throw new Error('body') } catch (e) { out.push(e.message) } try { for await (const x of make({ next: () => 5 })); } catch (e) { out.push(e.name) } try { for await (const x of null); } catch (e) { out.push(e.name) } try { for await (const x of 5); } catch (e) { out.push(e.name) } try { for await (const x of make({ return: () => 5 })) break } catch (e) { out.push(e.name) }
    const sync = { *[Symbol.iterator]() { try { yield tick(1); yield tick(2) } finally { log('sync closed') } } }; for await (const x of sync) { out.push(x); break } return out`,
  'tagged templates and optional chaining': `const tag = (s, ...v) => s.raw.join('|') + v.join(','); const o = { a: { async f() { return this.b }, b: 1 }, tag }; return [tag\`x\${await tick(1)}y\${2}\`, o.tag\`\${await tick(3)}\`, await o?.a?.f(), await o.z?.f(), await o.z?.f.g.h(), o?.['a']?.b, (await o.a?.f?.())]`,
  destructuring: `const { a, b: { c = await tick(3), ...d } = {}, ...e } = await tick({ a: 1, b: { x: 2 }, f: 4 }); let x, y; [x, y = await tick(6)] = [5]; ({ x: y, ...x } = { x: 7, z: 8 }); const swap = [1, 2]; [swap[0], swap[1]] = [swap[1], await tick(swap[0])]; return [a, c, d, e, x, y, swap]`,
  'getters and setters': `const o = { get v() { return (async () => this.w)() }, w: 3, set v(x) { this.w = x } }; class C { static get s() { return tick('s') } get i() { return Promise.resolve('i') } } o.v = 4; return [await o.v, await C.s, await new C().i]`,
  'comma, conditional and assignments': `let a = 1; a += await tick(2); a = (await tick(0), await tick(a * 2)); let b = { n: 1 }; b.n ||= await tick(5); b.m ??= await tick(6); b['k' + (await tick(1))] = await tick(2); const c = (a > 5 ? await tick('x') : 0) + \`\${await tick('y')}\`; return [a, b, c]`,
  promises: `const p = new Promise((ok) => ok(tick(1))); const q = Promise.all([p, 2, tick(3)]); const r = await Promise.allSettled([fail('a'), 1]); const s = await Promise.race([tick('first'), new Promise(() => {})]); const t = await Promise.any([fail('x'), tick('any')]); const chain = await tick(1).then((x) => x + 1).then((x) => { throw new Error('c' + x) }).catch((e) => e.message).finally(() => log('fin')); const th = await { then: (ok) => ok('thenable') };
    return [await p, await q, r.map((x) => x.status), s, t, chain, th, p instanceof Promise, (async () => {})() instanceof Promise, typeof p.then, await Promise.resolve(tick(4)), await Promise.reject(new Error('rej')).catch((e) => e.message)]`,
  errors: `const wrap = async (f) => { try { return await f() } catch (e) { return [e instanceof Error, e?.name, e?.message ?? e] } }; class Own extends Error { name = 'Own' } return [await wrap(() => { throw 'text' }), await wrap(async () => { throw new Own('o') }), await wrap(() => null.x), await wrap(async () => { const x = 1; x = 2 }), await wrap(async () => undefinedName), await wrap(async () => { throw new Error('c', { cause: 1 }) }), await wrap(async () => { await { then() { throw new Error('then') } } })]`,
  'immediately invoked': `return [await (async () => 1)(), await (async function () { return 2 })(), await (async (x) => { return x })(3), await (async () => { await tick(0) })(), await (() => (async () => 4)())()]`,
  'async arrows in all shapes': `const a = async x => x, b = async () => ({ k: 1 }), c = async (x) => { return x }, d = async ({ x }) => x, e = async ([x]) => x, f = async (...x) => x, g = async () =>
      tick('line'), h = async (x, y) => (x, y), i = async () => async () => 5, j = async () => await tick(6), k = async (x /* ) => */ , y) /* => */ => /* { */ x, l = async () => [1, 2][await tick(1)], m = async (f = () => 1) => f(); return [await a(1), await b(), await c(2), await d({ x: 3 }), await e([4]), await f(5, 6), await g(), await h(7, 8), await (await i())(), await j(), await k(9, 0), await l(), await m()]`,
  'return of promises': `async function f() { return tick(1) } async function g() { return new Promise((ok) => ok(tick(2))) } const h = async () => tick(3); async function i() { return; } async function j() { return (await tick(4), tick(5)) } async function k(x) { return x ? tick(6) : 7 } async function l() { return (
      tick(8)
    ) } return [await f(), await g(), await h(), await i(), await j(), await k(1), await k(0), await l()]`,
  'comments in odd places': `const a = await /* one */ tick(/* two */ 1) /* three */; const b = await // line
      tick(2); const f = async /* a */ (x /* b */) /* c */ => /* d */ x; async /* e */ function /* f */ g /* g */ (/* h */) /* i */ { return 3 } for /* j */ await /* k */ (const /* l */ x /* m */ of /* n */ [1] /* o */) /* p */ log(x); class C { async /* q */ m /* r */ () { return 4 } } return [a, b, await f(5), await g(), await new C().m()]`,
  'strings and templates that look like code': `const s = 'await tick(1)', t = \`await \${await tick('async () => {')} }\`, r = /await (x) => \\//; /* await tick(2) */ // await tick(3)
    return [s, t, r.source]`,
  'methods that are called await-like names': `const o = { await: 1, async: 2, yield: 3, of: 4, using: 5, get: 6, async await() {} }; const async = (x) => x; const of = 1; return [o.async, async(1), of, o.get]`,
  'line breaks in types': `const f = async (): Promise<\n unknown\n> => { return <unknown>\n tick(1) }; const g = (x: number): Array<\n number> => [x]; const h = 1 as\n number; const o = <any>\n{ a: <number>\n (2) }\n; return [await f(), g(2), h, o.a, (<\n any>f).name]`,
  'unicode and line ends': `const größe = await tick('ü'), 𝒳 = await tick('𝒳'); return [größe, 𝒳, await tick('\\u2028'), '😀'.length]`,
};

const helpers = `
const tick = (value) => Promise.resolve().then(() => value);
const fail = (what) => Promise.resolve().then(() => { throw typeof what === 'string' ? new Error(what) : what; });
`;

async function native(body: string): Promise<{ result: unknown; lines: readonly unknown[] }> {
  const lines: unknown[] = [];
  const code = ts.transpileModule(`async function main() { ${body} }`, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const main = new Function('log', `"use strict";${helpers}\n${code.outputText}\nreturn main`) as (
    log: (value: unknown) => void,
  ) => () => Promise<unknown>;
  return { result: await main((value) => lines.push(value))(), lines: lines.map(String) };
}

function instrumented(body: string): { result: unknown; lines: readonly unknown[] } {
  const bed = new TypeScriptBed(
    `${helpers}const log = (value) => console.log(String(value));\nexport default async function main() { ${body} }`,
  );
  return { result: bed.run(), lines: bed.lines };
}

/** Results of two worlds are compared by what they look like. */
const seen = (value: unknown) =>
  JSON.stringify(value, (_, member: unknown) => (member === undefined ? 'undefined' : typeof member === 'function' ? 'function' : member));

it.each(Object.entries(cases))('does what the engine does: %s', async (_, body) => {
  const expected = await native(body);
  const actual = instrumented(body);
  expect(seen(actual.result)).toBe(seen(expected.result));
  expect(actual.lines).toEqual(expected.lines);
});

/** Engines do not all know `using`; here is what it must do (ECMA-262, explicit resource management). */
const resources = `
const r = (name) => ({ [Symbol.dispose]() { console.log('-' + name) } });
const ra = (name) => ({ async [Symbol.asyncDispose]() { await tick(0); console.log('-' + name) } });
const bad = (name) => ({ [Symbol.dispose]() { throw new Error(name) } });
`;

it.each([
  [
    'in the opposite order',
    `{ using a = r('a'), b = r('b'); using c = r('c'); console.log('body') } console.log('after')`,
    ['body', '-c', '-b', '-a', 'after'],
  ],
  ['also asynchronously', `{ await using a = ra('a'); using b = r('b'); await using c = ra('c') } `, ['-c', '-b', '-a']],
  ['in a function that returns', `const f = async () => { using a = r('a'); return tick('x') }; console.log(await f())`, ['-a', 'x']],
  [
    'in loops',
    `for (using x of [r('a'), r('b')]) { console.log('x') } for (using y = r('c'); ; ) break; for await (using z of [r('d')]) console.log('z'); for (await using q of [ra('e')]) ;`,
    ['x', '-a', 'x', '-b', '-c', 'z', '-d', '-e'],
  ],
  ['when an error is thrown', `try { using a = r('a'); throw new Error('e') } catch (e) { console.log(e.message) }`, ['-a', 'e']],
  ['and null is nothing', `{ using a = null; await using b = undefined; console.log(a) }`, ['null']],
  [
    'and collects errors',
    `try { using a = bad('a'); using b = bad('b'); throw new Error('body') } catch (e) { console.log(e.name, e.error.message, e.suppressed.name, e.suppressed.suppressed.message) }`,
    ['SuppressedError a SuppressedError body'],
  ],
  ['and refuses what cannot be disposed of', `try { using a = {} } catch (e) { console.log(e.name) }`, ['TypeError']],
  ['with labels and breaks', `l: for (const i of [1, 2]) { using a = r(i); if (i === 1) continue l; break }`, ['-1', '-2']],
])('disposes of resources %s', (_, body, lines) => {
  const bed = new TypeScriptBed(`${helpers}${resources}\nexport default async function main() { ${body} }`);
  bed.run();
  expect(bed.lines).toEqual(lines);
});
