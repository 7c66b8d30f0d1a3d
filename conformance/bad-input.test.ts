import { describe, expect, it } from 'vitest';
import { jump, play, type Setup } from './harness.js';

const body = (statements: string) => `export default async function p(context) { ${statements} }`;

/** Every text of every event is a text, and the trace is plain JSON. */
function told(code: string, setup: Setup = {}) {
  const run = play(code, { until: 5000, ...setup });
  for (const event of [...run.of('error'), ...run.of('warning'), ...run.of('log')]) expect(typeof event.message).toBe('string');
  expect(JSON.parse(JSON.stringify(run.events))).toEqual(run.events);
  expect(run.warnings).not.toContain('uncaught-error');
  return run;
}

describe('whatever a process throws, it fails with a sentence', () => {
  it.each([
    ['undefined', 'undefined'],
    ['null', 'null'],
    ["'a text'", "'a text'"],
    ['Symbol("x")', 'Symbol(x)'],
    ['5n', '5n'],
    ['Object.freeze({ a: 1 })', '{ a: 1 }'],
    ['Object.create(null)', '{}'],
    ['class Odd {}', 'Odd'],
    ['class { static name = 5 }', '5'],
    ['{ toString() { throw new Error("no"); } }', '{ toString: toString }'],
    ['new (class E extends Error { get name() { throw 1; } get message() { throw 2; } })()', 'Error()'],
    ['Object.assign(new Error("x"), { message: { toString() { throw 1; } } })', 'Error()'],
    ['Object.assign(new Error("x"), { stack: 5, cause: 6 })', "Error('x')"],
    ['Object.defineProperty(new Error("x"), "stack", { get() { throw 1; } })', "Error('x')"],
    ['Object.assign(new AggregateError([]), { errors: 5 })', 'AggregateError()'],
    ['Error', 'Error()'],
    ['class extends Error { constructor() { super(); throw new RangeError("inside"); } }', "RangeError('inside')"],
  ])('throw %s', (thrown, repr) => {
    const run = told(body(`throw ${thrown};`));
    expect(run.trace).toBe('col N- F');
    expect(run.errors).toEqual([`Process internal error: ${repr}`]);
  });

  it('a proxy that raises whenever it is looked at', () => {
    expect(
      told(body('const trap = () => { throw new Error("trap"); }; throw new Proxy({}, { get: trap, getPrototypeOf: trap });')).trace,
    ).toBe('col N- F');
  });

  it('a group that contains itself, and one of a million groups', () => {
    expect(told(body('const a = new AggregateError([]); a.errors.push(a); throw a;')).trace).toBe('col N- F');
    const many = 'let a = new asyncio.CancelledError(); for (let n = 0; n < 40; n++) a = new AggregateError([a, a]); throw a;';
    expect(told(body(many)).trace).toBe('col N- D:cancelled');
  });

  it('causes that go round in a circle', () => {
    const run = told(body('const a = new Error("a"); const b = new Error("b", { cause: a }); a.cause = b; throw b;'));
    expect(run.of('error')).toMatchObject([{ description: 'Caused by Error: a.' }]);
  });

  it('a class of cancellations, as one writes it in Python', () => {
    expect(told(body('throw asyncio.CancelledError;')).trace).toBe('col N- D:cancelled');
  });

  it.each([
    ['"535"', "'535'"],
    ['new (class SmtpError extends Error {})("535 denied")', "SmtpError('535 denied')"],
    ['null', 'Unknown error'],
  ])('a failure caused by %s', (cause, message) => {
    expect(told(body(`throw new am.ProcessFailureError(undefined, { cause: ${cause} });`)).errors).toEqual([message]);
  });

  it('says that what was thrown is no error', () => {
    expect(told(body('throw "stop";')).of('error')[0]?.description).toContain('What was thrown is no error');
  });

  it('in a task that nobody awaits', () => {
    const run = told(`async function lost() { throw { get message() { throw 1; } }; } ${body('lost(); await asyncio.sleep(0.1);')}`);
    expect(run.warnings).toEqual(['unhandled-error']);
  });
});

describe('whatever a process sends', () => {
  it.each([
    ['a list with a hole', '[1, , 2]', 'location[1] cannot be exported: it is undefined'],
    ['a text without end', '"x".repeat(2e6)', 'The location is too large'],
    ['a list without end', 'new Array(1e9)', 'The location is too large'],
    [
      'what is small but for its repetitions',
      '(() => { let x = {}; for (let n = 0; n < 60; n++) x = { a: x, b: x }; return x; })()',
      'The location is too large',
    ],
    ['what contains itself', '(() => { const x = {}; x.x = x; return x; })()', 'nested too deep, or contains itself'],
    ['a class instance', 'new (class Valve {})()', 'it is Valve {…}, and only plain data'],
    ['a big integer', '{ n: 5n }', 'location.n cannot be exported: it is 5n'],
    ['a number that is none', '{ n: NaN }', 'location.n cannot be exported: it is NaN'],
    ['an export() that returns nothing', '{ export() {} }', 'location.export() returned nothing'],
    ['an async export()', '{ async export() {} }', 'location.export() cannot be exported: it is Task {…}'],
    ['nothing', 'undefined', 'A location is plain data or an object with an export() method, not undefined'],
    ['a getter that raises', '{ get a() { throw new Error("mine"); } }', "Error('mine')"],
    ['a proxy that is gone', '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()', 'revoked'],
  ])('a location: %s', (_, location, message) => {
    const run = told(body(`context.sendLocation(${location});`));
    expect(run.trace).toBe('col N- F');
    expect(run.errors[0]).toContain(message);
  });

  it.each([
    ['{ inner: { export: () => [1] } }', { inner: [1] }],
    ['JSON.parse(`{ "__proto__": 1 }`)', JSON.parse('{ "__proto__": 1 }')],
    ['{ at: am.q("5 min"), left: undefined }', { at: { value: 5, unit: 'min' } }],
  ])('the location %s is sent as it is', (location, value) => {
    expect(told(body(`context.sendLocation(${location});`)).locations).toEqual([[0, value]]);
  });

  it.each([
    ['sendError(new Error("x"))', 'new am.GenericDiagnostic(error)'],
    ['sendError(new am.Diagnostic("x", { name: 5 }))', 'The name of a diagnostic is a text, not 5.'],
    ['sendWarning(new am.Diagnostic(undefined))', 'A diagnostic needs a message'],
    ['sendAnalysis(null)', 'An analysis is made of lists'],
    ['sendAnalysis({ errors: "abc" })', 'The errors of an analysis are a list'],
    ['sendAnalysis({ effects: [5] })', 'context.sendEffect() takes an effect'],
    ['sendEffect(new (class extends am.Effect {})())', 'An effect needs a type'],
    ['sendDuration(null)', 'A time is needed'],
    ['sendDuration("5 apples")', 'apples'],
    ['sendTerm(5)', 'sendTerm() takes'],
    ['wait(5)', 'context.wait() takes something to await'],
  ])('context.%s is an error of the process: %s', (call, message) => {
    const run = told(body(`context.${call};`));
    expect(run.trace).toBe('col N- F');
    expect(run.errors[0]).toContain(message);
  });

  it('a diagnostic of any error has a message and the name of its class', () => {
    const code = body(`class ValveError extends Error {}
      for (const error of [new ValveError('stuck'), new ValveError(), Object.create(null), undefined, 5]) context.sendError(new am.GenericDiagnostic(error));`);
    expect(
      told(code)
        .of('error')
        .map(({ name, message }) => [name, message]),
    ).toEqual([
      ['ValveError', 'stuck'],
      ['ValveError', 'ValveError'],
      ['object', '{}'],
      ['undefined', 'undefined'],
      ['number', '5'],
    ]);
  });

  it('a log of anything is a line of bounded length', () => {
    const run = told(
      body(`const trap = () => { throw new Error("trap"); };
      console.log(Object.create(null), new Proxy({}, { get: trap, ownKeys: trap, getPrototypeOf: trap }), { toString: trap }, am.q('5 min'));
      console.log('x'.repeat(1e7)); console.log(new Array(1e6).fill('x')); console.log({ get a() { throw 1; } });`),
    );
    expect(run.trace).toBe('col N- D:completed');
    expect(run.log[0]).toBe('0 {} an object { toString: trap } 5 min');
    expect(Math.max(...run.log.map(({ length }) => length))).toBeLessThan(2100);
  });
});

describe('whatever a definition does', () => {
  const defined = (members: string) => `export default { ${members}, async run(context) { await asyncio.sleep(1); } };`;

  it.each([
    ['raises', 'throw new Error("d");', "Error('d')"],
    ['returns no time', 'return "five apples";', 'QuantityError'],
    ['returns a proxy that raises', 'return new Proxy({}, { getPrototypeOf() { throw new Error("trap"); } });', "Error('trap')"],
  ])('a duration(data) that %s is a warning', (_, statements, message) => {
    const run = told(defined(`duration() { ${statements} }`));
    expect(run.trace).toBe('col N- D:completed');
    expect(run.of('warning')).toMatchObject([{ name: 'duration-failed', message: expect.stringContaining(message) }]);
  });

  it('a duration(data) below zero is zero, with a warning', () => {
    const run = told(defined('duration() { return -5; }'));
    expect([run.terms, run.warnings]).toEqual([['0 datetime(0)'], ['negative-duration']]);
  });

  it.each(['throw "no";', 'throw { get message() { throw 1; } };', 'throw null;'])(
    'an importPoint that does %s refuses the jump',
    (statements) => {
      const run = told(defined(`importPoint() { ${statements} }`), { requests: [[10, jump(1)]] });
      expect(run.answers).toBe('jump@10=F(invalid-point)');
      expect(run.trace).toBe('col N- D:completed');
    },
  );

  it('a starting point that it refuses is a load error', () => {
    const run = told(defined('importPoint() { throw new Error("no such step"); }'), { point: 5 });
    expect(run.events).toMatchObject([
      { event: 'load-error', failure: { name: 'PointError', message: expect.stringContaining('no such step') } },
    ]);
  });

  const ownType = (view: string, take: string) =>
    `class Own extends am.DataType { view() { ${view} } expected() { return 'x'; } take() { ${take} } } export const data = new Own(); ${body('')}`;
  it('a type of its own that cannot be described is a load error', () => {
    expect(told(ownType('throw new Error("view");', '')).events).toMatchObject([{ event: 'load-error', failure: { kind: 'load' } }]);
  });
  it('a type of its own that raises fails the collection', () => {
    const run = told(ownType('return { type: "any" };', 'throw new Error("take");'));
    expect(run.trace).toBe('col colF');
    expect(run.errors[0]).toContain("Error('take')");
  });

  it('a listener of a wait signal that raises does not keep the request from the process', () => {
    const run = told(
      body(`try { await context.wait((signal) => { signal.onAbort(() => { throw new Error('listener'); }); return asyncio.sleep(1); }); }
        catch (error) { console.log(error.name); }`),
      { requests: [[50, jump(5)]] },
    );
    expect(run.log).toEqual(['50 JumpRequest']);
    expect(run.warnings).toEqual(['error-lost']);
  });

  it('a task with a name that is no text is named all the same', () => {
    const run = told(body('asyncio.createTask(async () => { throw new Error("x"); }, { name: Symbol("y") }); await asyncio.sleep(1);'));
    expect(run.of('warning')).toMatchObject([{ message: expect.stringContaining('The task Symbol(y) failed') }]);
  });
});
