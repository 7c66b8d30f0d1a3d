import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { eventText } from '../model/event-text.js';
import { type NoteName, noteTexts, type WarningName, warningTexts } from '../model/explanations.js';
import { reasonText } from '../model/messages.js';
import { type Reason, reasons } from '../model/owner.js';
import { Run } from '../worker/run.js';
import { halt, jump, pause, play, resume, retry, send, type Setup, swap } from './harness.js';

/** A process, what is asked of it, and what it is told: `place` is where the sentence points to, `null`: nowhere. */
interface Case {
  readonly code: string;
  readonly setup?: Setup;
  readonly message: string;
  readonly place?: { readonly line: number; readonly column: number } | null;
}

/** The statements of an async process; they begin in line 2. */
const body = (statements: string) => `export default async function p(context) {${statements}}`;
/** Looks at requests for ten seconds and lets them out. */
const looks = body('\nawait context.wait(asyncio.sleep(10));');
/** Never looks at requests. */
const blind = body('\nawait asyncio.sleep(1);');

const warnings: Readonly<Record<Exclude<WarningName, 'overridden' | 'override-over'>, Case>> = {
  blocked: {
    code: body('\nblocking.sleep(2);'),
    message: 'Everything stood still for 2 s during a call that blocks (blocking action of 2 s): make it inside asyncio.toThread().',
    place: { line: 3, column: 10 },
  },
  standstill: {
    code: body('\nfor (let n = 0; n < 20000; n++) await null;'),
    message:
      'The process has gone on 10,000 times without letting time pass, so virtual time stands still. Await something that takes time in the loop, such as asyncio.sleep(1).',
    place: { line: 3, column: 33 },
  },
  'cancellation-swallowed': {
    code: body('\ntry { await asyncio.sleep(1); } catch {}'),
    setup: { requests: [[50, halt]] },
    message: 'A cancellation was swallowed by the catch clause in line 3: the halt was ignored there. Throw the error again.',
    place: { line: 3, column: 33 },
  },
  'not-async': {
    code: 'export default function p(context) {}',
    message:
      'The process function is not async, so it completed as soon as it returned. Did you forget async? A process is written: export default async function p(context) { … }',
  },
  cancelled: {
    code: body('throw new asyncio.CancelledError();'),
    message: 'The process ended by a cancellation nobody requested: a CancelledError left its body although it was not halted.',
  },
  'jump-not-taken': {
    code: blind,
    setup: { requests: [[50, jump({ index: 3 })]] },
    message: 'The jump to {index: 3} was not taken: the process ended first. A process looks at its wait() and checkpoint() calls.',
  },
  'swap-not-taken': {
    code: blind,
    setup: { requests: [[50, swap('5')]] },
    message: 'The new data was not taken: the process ended first. A process looks at its wait() and checkpoint() calls.',
  },
  'pause-not-kept': {
    code: body('\nif (context.point === null) { context.pausable = true; await context.wait(asyncio.sleep(10)); }'),
    setup: {
      requests: [
        [50, jump(1)],
        [50, pause],
      ],
    },
    message: 'The pause could not be kept: the process was started again and did not set context.pausable = true.',
  },
  'messages-lost': {
    code: looks,
    setup: {
      requests: [
        [50, send(1)],
        [50, jump(1)],
      ],
    },
    message: '1 message was lost: the process was started again before it received it.',
  },
  'effect-repeated': {
    code: body("\ncontext.sendEffect(new am.GenericEffect('Mail sent'));\nawait context.wait(asyncio.sleep(1));"),
    setup: {
      requests: [
        [50, jump(1)],
        [60, jump(2)],
      ],
    },
    message:
      'The effect “Mail sent” came about again: the process had reported it already before it was started again from its first line. ' +
      'Catch the request that leaves the body, or start at a point behind the effect.',
    place: { line: 3, column: 9 },
  },
  'negative-duration': {
    code: body('\ncontext.sendDuration(-1);'),
    message: 'The time that is left was given as less than zero; it is taken as 0.',
    place: { line: 3, column: 9 },
  },
  'duration-failed': {
    code: "export default am.defineProcess({\nduration() { throw new Error('no idea'); }, async run() {} });",
    message: "The duration(data) of the process failed, so the time that is left is unknown: Error('no idea').",
    place: { line: 3, column: 20 },
  },
  'error-lost': {
    code: body("\nawait context.wait((async () => { try { await asyncio.sleep(9); } finally {\nthrow new Error('valve jammed'); } })());"),
    setup: { requests: [[50, jump(1)]], until: 100 },
    message: "What wait() was waiting for failed while it was being cancelled: Error('valve jammed').",
    place: { line: 4, column: 7 },
  },
  abandoned: {
    code: `async function slow() { try { await asyncio.sleep(10); } finally { await am.shield(asyncio.sleep(1)); } }\n${body('await context.wait(slow());')}`,
    setup: {
      requests: [
        [50, halt],
        [60, halt],
      ],
    },
    message: 'A second cancellation stopped the waiting for slow: it goes on, detached.',
    place: { line: 3, column: 43 },
  },
  'unhandled-error': {
    code: body("\nasyncio.createTask(async function wash() { await null; throw new Error('no water'); }); await asyncio.sleep(1);"),
    message: "The task wash failed and nobody awaited it: Error('no water').",
    place: { line: 3, column: 62 },
  },
  'uncaught-error': {
    code: body("\nsetTimeout(() => { throw new Error('late'); }, 1); await asyncio.sleep(1);"),
    message: "A callback failed: Error('late').",
    place: { line: 3, column: 26 },
  },
};

/** A process that has failed and waits for a person. */
const failing = body("if (context.point === null) throw new Error('broken');");

const notes: Readonly<Record<NoteName, readonly Case[]>> = {
  restarted: [
    {
      code: looks,
      setup: { requests: [[50, jump({ index: 3 })]] },
      message:
        'Instance 2 starts at the point { index: 3 }: the jump left the body of the process, so the process runs again from its first line. Catch JumpRequest to go on instead.',
      place: { line: 3, column: 1 },
    },
    {
      code: looks,
      setup: { requests: [[50, swap('5 min')]] },
      message:
        "Instance 2 starts at the beginning, with the data '5 min': the new data left the body of the process, so the process runs again from its first line. Catch SwapRequest to go on instead.",
      place: { line: 3, column: 1 },
    },
    {
      code: blind,
      setup: { data: '7', requests: [[50, jump(4, true)]] },
      message:
        'Instance 2 starts at the point 4, with the data 7: the jump was forced, so the process was cancelled and runs again from its first line.',
    },
    {
      code: failing,
      setup: { requests: [[50, retry]] },
      message: 'Instance 2 starts at the beginning: the process had failed and was told to try again.',
    },
  ],
  'pause-carried': [
    {
      code: body('\ncontext.pausable = true; await context.wait(asyncio.sleep(10));'),
      setup: {
        requests: [
          [50, jump(1)],
          [50, pause],
        ],
        until: 100,
      },
      message: 'The pause is still wanted: the new instance pauses once it sets context.pausable = true and comes to a checkpoint().',
    },
  ],
  'pause-not-taken': [
    {
      code: body('context.pausable = true; await asyncio.sleep(1);'),
      setup: { requests: [[50, pause]] },
      message: 'The pause was not taken: the process ended before it came to a checkpoint().',
    },
  ],
  'dropped-by-halt': [
    {
      code: body('context.pausable = true; await asyncio.sleep(1);'),
      setup: {
        requests: [
          [50, pause],
          [50, jump({ index: 3 })],
          [50, swap('5')],
          [50, halt],
        ],
      },
      message: 'The halt dropped what was still pending: the new data, the jump to {index: 3}, the pause.',
    },
    {
      code: body('try { await asyncio.sleep(1); } finally { await asyncio.sleep(1); }'),
      setup: {
        requests: [
          [50, jump(4, true)],
          [60, halt],
        ],
      },
      message: 'The halt dropped what was still pending: the jump to 4.',
    },
  ],
  'fault-without-effect': [
    {
      code: body('await asyncio.sleep(5);'),
      setup: { faults: [[1000, 'thermostat', 'stuck', { node: 'thermostat.readout', for: 2 }]] },
      message: 'The fault “Stuck value” of thermostat.readout made no difference: nobody read it while it was on.',
    },
    {
      code: body('await asyncio.sleep(5);'),
      setup: { faults: [[1000, 'pump', 'disconnect']] },
      message: 'The fault “Disconnected” of pump made no difference: nobody asked anything of it while it was on.',
    },
    {
      code: body('await asyncio.sleep(5);'),
      setup: { faults: [[1000, 'pump', 'write-error']] },
      message: 'The fault “Write error” of pump made no difference: nobody wrote to it while it was on.',
    },
    {
      code: body('await asyncio.sleep(2);'),
      setup: { faults: [[1000, 'pump', 'slipping']] },
      message: 'The fault “Slipping” of pump made no difference: it did not move while it was on.',
    },
    {
      code: body('await asyncio.sleep(5);'),
      setup: { serviceFaults: [[1000, { service: 'web', type: 'refuse' }]] },
      message: 'The fault “Refuse connections” of Web made no difference: nobody asked anything of it while it was on.',
    },
  ],
  'fault-not-begun': [
    {
      code: body('await asyncio.sleep(5);'),
      setup: { faults: [[9000, 'pump', 'slow']] },
      message: 'The fault “Slow response” of pump did not begin: the run was over before 9 s.',
    },
    {
      code: body('await asyncio.sleep(5);'),
      setup: { serviceFaults: [[9000, { service: 'web', type: 'slow' }]] },
      message: 'The fault “Slow answers” of Web did not begin: the run was over before 9 s.',
    },
  ],
  'stored-data-dropped': [
    {
      code: failing,
      setup: {
        data: '1',
        requests: [
          [50, swap('2')],
          [60, { type: 'retry', data: { text: '3' } }],
        ],
      },
      message: 'The new data that was stored is not used: the data document was changed since, and the retry takes that.',
    },
  ],
  'request-refused': [
    {
      code: `export const points = am.record({ index: am.int() });\n${looks}`,
      setup: { requests: [[50, jump({})]] },
      message: 'The request was refused because of what came with it: The key “index” is missing.',
    },
  ],
  'messages-not-received': [
    {
      code: body('await asyncio.sleep(1);'),
      setup: {
        requests: [
          [50, send(1)],
          [60, send(2)],
        ],
      },
      message: '2 messages were not received: the process ended without another receive().',
    },
  ],
  'result-lost': [
    {
      code: body('\nawait context.wait((async () => { try { await asyncio.sleep(9); } catch {} return 5; })());'),
      setup: { requests: [[50, jump(1)]], until: 100 },
      message:
        'What wait() was waiting for had a result when it was given up, 5: it is lost, because wait() raised a request or a cancellation instead.',
      place: { line: 3, column: 1 },
    },
    {
      code: body("\nconst done = (async () => 'ready')(); await asyncio.sleep(0.1); await context.wait(done);"),
      setup: { requests: [[50, jump(1)]], until: 100 },
      message:
        "What wait() was waiting for had a result when it was given up, 'ready': it is lost, because wait() raised a request or a cancellation instead.",
      place: { line: 3, column: 79 },
    },
  ],
  detached: [
    {
      code: body('\nawait asyncio.toThread(() => blocking.sleep(2));'),
      setup: { requests: [[50, halt]] },
      message:
        'A blocking action cannot be stopped: the waiting for it was cancelled, and it goes on, detached, until its time is over (blocking action of 2 s).',
      place: { line: 3, column: 1 },
    },
    {
      code: `async function rest() {\nawait asyncio.toThread(() => blocking.sleep(2)); }\n${body('await context.wait(rest());')}`,
      setup: { requests: [[50, jump(1)]], until: 60 },
      message:
        'A blocking action cannot be stopped: the waiting for it was cancelled, and it goes on, detached, until its time is over (blocking action of 2 s).',
      place: { line: 3, column: 1 },
    },
    {
      code: body('\nawait context.wait(asyncio.toThread(() => blocking.sleep(2)));'),
      setup: { requests: [[50, jump(1)]], until: 60 },
      message:
        'A blocking action cannot be stopped: the waiting for it was cancelled, and it goes on, detached, until its time is over (blocking action of 2 s).',
      place: { line: 3, column: 1 },
    },
  ],
  'task-goes-on': [
    {
      code: `async function rinse() {\nawait asyncio.sleep(5); }\n${body('asyncio.createTask(rinse); await asyncio.sleep(1);')}`,
      message: 'The task rinse goes on although the process has ended: nobody waited for it or cancelled it.',
      place: { line: 3, column: 1 },
    },
    {
      code: `async function rinse() {\nawait asyncio.sleep(5); }\n${body('rinse();')}`,
      message: 'The task rinse goes on although the process has ended: nobody waited for it or cancelled it.',
      place: { line: 3, column: 1 },
    },
    {
      code: `async function rinse() {\nawait asyncio.sleep(5); }\n${body('rinse(); rinse();')}`,
      message: 'The task rinse goes on 2 times although the process has ended: nobody waited for it or cancelled it.',
      place: { line: 3, column: 1 },
    },
  ],
  'never-awaited': [
    {
      code: `async function rinse() {\nawait asyncio.sleep(0.1); }\n${body('rinse(); await asyncio.sleep(1);')}`,
      message: 'The task rinse was never awaited: the process did not wait for it and did not see how it ended. Did you forget await?',
      place: { line: 4, column: 43 },
    },
    {
      code: body('\ncontext.wait(asyncio.sleep(0.5)); await asyncio.sleep(1);'),
      message: 'context.wait() was never awaited: the process did not wait for it and did not see how it ended. Did you forget await?',
      place: { line: 3, column: 9 },
    },
    {
      code: body('asyncio.sleep(0.5); asyncio.sleep(0.5); await asyncio.sleep(1);'),
      message:
        '“sleep 500 ms” was started several times and never awaited: the process did not wait for it and did not see how it ended. Did you forget await?',
    },
    {
      code: `async function rinse() {\nawait asyncio.sleep(0.1); }\n${body('for (;;) {\nrinse(); await asyncio.sleep(1); }')}`,
      setup: { requests: [[900_500, halt]] },
      message:
        'The task rinse was started several times and never awaited: the process did not wait for it and did not see how it ended. Did you forget await?',
      place: { line: 5, column: 1 },
    },
    {
      code: body("thermostat.setpoint.write('37 degC'); await asyncio.sleep(1);"),
      message:
        '“thermostat.setpoint to be written” was never awaited: the process did not wait for it and did not see how it ended. Did you forget await?',
    },
  ],
  'locations-dropped': [
    {
      code: body('\ncontext.sendLocation(1); context.sendLocation(2);\ncontext.sendLocation(3); await asyncio.sleep(1);'),
      message:
        '2 earlier locations in this turn were dropped: only the last one that is sent before the process waits for something is shown.',
      place: { line: 4, column: 9 },
    },
  ],
};

function expectTold(run: readonly TraceEvent[], event: 'warning' | 'note', name: string, { message, place = null }: Case): void {
  const found = run.filter((other) => other.event === event && other.name === name);
  expect(found.map(eventText)).toEqual([message]);
  expect(found[0]).toEqual({ ...found[0], ...(place === null ? {} : { place: { file: 'process', ...place } }) });
  expect('place' in found[0]!).toBe(place !== null);
}

describe('every warning happens, with its sentence and its place', () => {
  it.each(Object.keys(warningTexts).filter((name) => !name.startsWith('overrid')) as (keyof typeof warnings)[])('%s', (name) => {
    const { code, setup } = warnings[name];
    expectTold(play(code, setup).events, 'warning', name, warnings[name]);
  });

  it('overridden, override-over', () => {
    const events: TraceEvent[] = [];
    const code = "import { thermostat } from 'hardware'; export default async function p() { await thermostat.setpoint.write('37 degC'); }";
    const source = { language: 'typescript', code } as const;
    const run = new Run({ source, data: { value: null }, seed: 1, onEvent: (event) => events.push(event) });
    run.start();
    run.loop.drain();
    const claim = run.bench.node('thermostat.setpoint')!.claims!.claim({ type: 'user' }, { force: true });
    run.loop.drain();
    claim.release();
    run.loop.drain();
    expect(events.filter(({ event }) => event === 'warning').map(eventText)).toEqual([
      'thermostat.setpoint was taken over by hand: what the process writes there waits until it is given back.',
      "thermostat.setpoint was given back: the process' last value was written again.",
    ]);
  });
});

describe('every note happens, with its sentence and its place', () => {
  const cases = (Object.keys(noteTexts) as NoteName[]).flatMap((name) => notes[name].map((one) => [name, one] as const));
  it.each(cases)('%s %#', (name, one) => {
    expectTold(play(one.code, one.setup).events, 'note', name, one);
  });

  it.each(Object.keys(noteTexts) as NoteName[])('%s is shown by something', (name) => {
    expect(notes[name]).not.toEqual([]);
  });
});

describe('every answer to a request is told with its sentence', () => {
  const pausable = body('context.pausable = true; await asyncio.sleep(1); await context.checkpoint();');
  const answers: Readonly<Record<Reason, readonly [code: string, setup: Setup]>> = {
    accepted: [looks, { requests: [[50, halt]] }],
    'already-pausing': [
      pausable,
      {
        requests: [
          [50, pause],
          [60, pause],
        ],
      },
    ],
    'already-paused': [
      pausable,
      {
        requests: [
          [50, pause],
          [1100, pause],
        ],
      },
    ],
    queued: [
      pausable,
      {
        requests: [
          [50, jump(1)],
          [60, pause],
        ],
      },
    ],
    replaced: [
      blind,
      {
        requests: [
          [50, jump(1)],
          [60, jump(2)],
        ],
      },
    ],
    repeated: [
      body('try { await asyncio.sleep(1); } finally { await asyncio.sleep(1); }'),
      {
        requests: [
          [50, halt],
          [60, halt],
        ],
      },
    ],
    stored: [failing, { requests: [[50, swap('1')]] }],
    'not-running': [failing, { requests: [[50, pause]] }],
    'not-pausable': [blind, { requests: [[50, pause]] }],
    'not-paused': [blind, { requests: [[50, resume]] }],
    'not-paused-yet': [
      pausable,
      {
        requests: [
          [50, pause],
          [60, resume],
        ],
      },
    ],
    'not-failed': [blind, { requests: [[50, retry]] }],
    halting: [
      body('try { await asyncio.sleep(1); } finally { await asyncio.sleep(1); }'),
      {
        requests: [
          [50, halt],
          [60, pause],
        ],
      },
    ],
    ended: [blind, { requests: [[2000, pause]] }],
    'no-such-step': [looks, { protocol: '- data: 1\n', requests: [[50, { ...pause, step: '9' }]] }],
    'not-a-process': [looks, { protocol: '- data: 1\n', requests: [[50, { ...pause, step: '' }]] }],
    'invalid-point': [`export const points = am.record({ index: am.int() });\n${looks}`, { requests: [[50, jump({})]] }],
    'invalid-message': [looks, { requests: [[50, send(Number.NaN)]] }],
    'data-invalid': [`export const data = am.quantity('second');\n${looks}`, { data: '1 s', requests: [[50, swap('1 m')]] }],
  };

  it.each(reasons)('%s', (reason) => {
    const [code, setup] = answers[reason];
    const event = play(code, setup)
      .of('request')
      .find((request) => request.reason === reason);
    expect(event).toBeDefined();
    expect(eventText(event!)).toContain(reason === 'accepted' ? 'Halt accepted.' : reasonText(event!.type, reason));
  });
});

describe('dropped locations are told of at most once a virtual second', () => {
  const flood = body(
    'for (let n = 0; n < 3000; n++) { for (let m = 0; m < 100; m++) context.sendLocation(n); await asyncio.sleep(0.001); }',
  );

  it('and none is left out of the count', () => {
    const told = play(flood)
      .of('note')
      .filter(({ name }) => name === 'locations-dropped');
    expect(told.map(({ t, message }) => `${t}: ${message.slice(0, message.indexOf(':'))}`)).toEqual([
      '0: 99 earlier locations in this turn were dropped',
      '1: 99000 locations in 1000 turns were dropped',
      '2: 99000 locations in 1000 turns were dropped',
      '3: 98901 locations in 999 turns were dropped',
    ]);
  });
});

it('docs/explanations.md lists every warning and note, and no others', () => {
  const page = readFileSync(new URL('../docs/explanations.md', import.meta.url), 'utf8');
  const lists = page.slice(page.indexOf('## Notes'));
  const listed = [...lists.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(listed.sort()).toEqual([...Object.keys(noteTexts), ...Object.keys(warningTexts)].sort());
});

describe('nothing is explained that did not happen', () => {
  it.each([
    ['a task that is awaited later', body('const t = (async () => { await asyncio.sleep(0.1); })(); await asyncio.sleep(1); await t;'), {}],
    [
      'a message that wait() gives back',
      body('await asyncio.sleep(0.1); try { await context.wait(context.receive()); } catch {} await context.receive();'),
      {
        requests: [
          [50, jump(1)],
          [50, send(1)],
        ],
      },
    ],
    [
      'a task that waits for a message when the process ends',
      body('asyncio.createTask(context.receive()); (async () => { await context.receive(); })(); await asyncio.sleep(1);'),
      {},
    ],
    ['locations of different turns', body('context.sendLocation(1); await asyncio.sleep(0); context.sendLocation(2);'), {}],
    [
      'a pause that is kept',
      body('context.pausable = true; await asyncio.sleep(1); await context.checkpoint();'),
      {
        requests: [
          [50, pause],
          [2000, resume],
        ],
      },
    ],
    [
      'a task that is to run beside the others',
      body('const f = async () => { await asyncio.sleep(0.1); }; asyncio.createTask(f); asyncio.createTask(f()); await asyncio.sleep(1);'),
      {},
    ],
    [
      'a task that would have been awaited, had the process not been halted',
      body('const t = (async () => { await asyncio.sleep(0.1); })(); await asyncio.sleep(1); await t;'),
      { requests: [[500, halt]] },
    ],
    ['a blocking action that ends', body('await asyncio.toThread(() => blocking.sleep(1));'), {}],
  ] as readonly (readonly [string, string, Setup])[])('%s', (_, code, setup) => {
    expect(play(code, setup).of('note')).toEqual([]);
  });
});
