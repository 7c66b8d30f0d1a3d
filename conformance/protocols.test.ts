import { describe, expect, it } from 'vitest';
import type { Json } from '../model/json.js';
import type { Request } from '../model/requests.js';
import { halt, jump, pause, play, resume, retry, skip } from './harness.js';

/** Processes that protocols are made of. */
const code = `
export default async function short(data, context) { console.log('start', data ?? ''); await asyncio.sleep(0.1); console.log('end', data ?? ''); }
export async function point(context) { console.log('point', JSON.stringify(context.point)); await asyncio.sleep(0.1); }
export const timed = am.defineProcess({ data: am.quantity('second'), duration: (data) => data, async run(context) {
  context.sendDuration(context.data); await asyncio.sleep(context.data); } });
export async function fails(context) { context.sendDuration(5); await asyncio.sleep(0.1); if (globalThis.fixed) return await asyncio.sleep(0.1); globalThis.fixed = true; throw new Error('broken'); }
export async function polls(context) { context.pausable = true; for (let i = 0; i < 20; i++) { await asyncio.sleep(0.05); await context.checkpoint(); } }
export async function stubborn(context) { await asyncio.sleep(10); }
export async function deaf(context) { context.pausable = true; await asyncio.sleep(10); }
export async function messy(context) { try { await asyncio.sleep(10); } finally { throw new Error('cleanup'); } }
`;
const at = (step: string, request: Request): Request => ({ ...request, step });
const run = (protocol: string, requests: readonly (readonly [number, Request])[] = []) => play(code, { protocol, requests });
const abc = '- { data: a }\n- { data: b }\n- { data: c }\n';

describe('a sequence', () => {
  it('runs its steps one after the other', () => {
    const played = run(abc);
    expect(played.log).toEqual(['0 start a', '100 end a', '100 start b', '200 end b', '200 start c', '300 end c']);
    expect(played.end.outcome).toBe('completed');
  });

  it('57: a jump to another step halts the one that is on, and starts that one', () => {
    const played = run(abc, [[50, jump({ index: 2 })]]);
    expect(played.log).toEqual(['0 start a', '50 start c', '150 end c']);
    expect(played.end).toMatchObject({ t: 0.15, outcome: 'completed' });
  });

  it('59: a jump to another step gives it the point within', () => {
    const played = run('- { data: a }\n- process: point\n', [[50, jump({ index: 1, child: { phase: 3 } })]]);
    expect(played.log).toEqual(['0 start a', '50 point {"phase":3}']);
  });

  it('begins at a point of the whole, which leads on to one of the step there', () => {
    const from = (point: Json) =>
      play(code, { protocol: '- { data: a }\n- repeat: 3\n  steps: [{ data: b }, { process: point }]\n', point });
    expect(from({ index: 1, child: { iteration: 2, child: { index: 1, child: { phase: 3 } } } }).log).toEqual(['0 point {"phase":3}']);
    expect(from({ index: 1, child: { iteration: 2 } }).log).toEqual(['0 start b', '100 end b', '100 point null']);
    expect(from(null).log[0]).toBe('0 start a');
    expect(from({ index: 5 }).of('load-error')[0]?.failure.message).toContain('index counts from 0 up to 1');
    expect(from({ index: 1, child: { iteration: 0, child: { index: 2 } } }).of('load-error')[0]?.failure.name).toBe('PointError');
  });

  it('a jump away from a failed step deals with the error', () => {
    const played = run('- process: fails\n- { data: b }\n- { data: c }\n', [[500, jump({ index: 2 })]]);
    expect(played.log).toEqual(['500 start c', '600 end c']);
    expect(played.handling).toBe('started 1@100 stable 1@100 ended @500');
    expect(played.end.outcome).toBe('completed');
  });

  it('a jump to the step that is on reaches its process, if it says where', () => {
    const played = run('- process: deaf\n', [
      [50, jump({ index: 0 })],
      [60, jump({ index: 0, child: 7 })],
      [70, at('1', halt)],
    ]);
    expect(played.step('').answers).toBe('jump@50=T');
    expect(played.step('1').answers).toBe('jump@60=T halt@70=T');
    expect(played.step('1').trace).toContain('J');
  });

  it('22: halting it twice reaches the step that is on twice', () => {
    const slow = `export default async function slow(context) { try { await asyncio.sleep(1) } finally { await asyncio.sleep(1) } }`;
    const played = play(slow, {
      protocol: '- {process: slow}\n- {process: slow}\n',
      requests: [
        [50, halt],
        [80, halt],
      ],
    });
    expect(played.answers).toBe('halt@50=T halt@80=T(repeated)');
    expect(played.end).toMatchObject({ t: 0.08, outcome: 'halted' });
  });

  it.each([[{ index: 3 }], [{ index: -1 }], [{ step: 1 }], [5], [{ index: 1.5 }]])('refuses a jump to %j', (point) => {
    const played = run(abc, [[50, jump(point)]]);
    expect(played.answers).toBe('jump@50=F(invalid-point)');
    expect(played.end.t).toBe(0.3);
  });

  it('a jump is given up when the cleanup of the step that is on fails (4.4 c)', () => {
    const steps = '- process: messy\n- { data: b }\n- { data: c }\n';
    const failed = run(steps, [[50, jump({ index: 2 })]]);
    expect(failed.log).toEqual([]);
    expect(failed.end.outcome).toBe('failed');
    const skipped = run(steps, [
      [50, jump({ index: 2 })],
      [100, at('1', skip)],
    ]);
    expect(skipped.log[0]).toBe('100 start b');
  });

  it('goes on after a step that is skipped', () => {
    const played = run('- process: stubborn\n- { data: b }\n', [[50, at('1', skip)]]);
    expect(played.log).toEqual(['50 start b', '150 end b']);
    expect(played.end.outcome).toBe('completed');
  });

  it('knows the time of the whole: what is left of the step that is on, and what the others declare', () => {
    const played = run('- {process: timed, data: 2 s}\n- {process: timed, data: 3 s}\n');
    expect(played.step('').terms).toEqual([
      '0 duration(5000)',
      '0 datetime(5000)',
      '2000 duration(3000)',
      '2000 datetime(5000)',
      '5000 duration(0)',
    ]);
  });

  it('tells the time of every step of steps, from the inside to the outside', () => {
    const played = run('- repeat: 2\n  steps:\n    - { process: timed, data: 1 s }\n    - { process: timed, data: 2 s }\n- { data: c }\n');
    expect(played.step('1.1').terms).toEqual([
      '0 duration(3000)',
      '0 datetime(3000)',
      '1000 duration(2000)',
      '1000 datetime(3000)',
      '3000 duration(0)',
      '3000 duration(3000)',
      '3000 datetime(6000)',
      '4000 duration(2000)',
      '4000 datetime(6000)',
      '6000 duration(0)',
    ]);
    expect(played.step('1').terms).toEqual([
      '0 duration(6000)',
      '0 datetime(6000)',
      '1000 duration(5000)',
      '1000 datetime(6000)',
      '3000 duration(3000)',
      '3000 datetime(6000)',
      '4000 duration(2000)',
      '4000 datetime(6000)',
      '6000 duration(0)',
    ]);
    expect(played.step('').terms).toEqual(['6100 duration(0)']);
    const order = played.of('term').filter(({ t, term }) => t === 1 && term.type === 'duration');
    expect(order.map(({ step }) => step)).toEqual(['1.1', '1']);
  });

  it('85: the time of the whole is unknown while a step has failed', () => {
    const played = run('- process: fails\n- {process: timed, data: 3 s}\n');
    expect(played.step('').terms.at(-1)).toBe('100 unknown');
  });
});

describe('a parallel and a repeat', () => {
  it('runs steps at the same time and ends with the last', () => {
    const played = run('- parallel:\n    - { data: a }\n    - { process: timed, data: 300 ms }\n- { data: b }\n');
    expect(played.log).toEqual(['0 start a', '100 end a', '300 start b', '400 end b']);
  });

  it('refuses a jump to steps that run at the same time', () => {
    expect(run('- parallel: [{ data: a }]\n', [[50, at('1', jump({ index: 0 }))]]).answers).toBe('jump@50=F(invalid-point)');
  });

  it('repeats a step as often as it says, also not at all', () => {
    expect(run('- repeat: 2\n  steps: [{ data: a }]\n- repeat: 0\n  steps: [{ data: b }]\n').log).toEqual([
      '0 start a',
      '100 end a',
      '100 start a',
      '200 end a',
    ]);
  });

  it('repeats several steps in turn, and jumps between rounds', () => {
    const played = run('- repeat: 3\n  steps: [{ data: a }, { data: b }]\n', [[50, at('1', jump({ iteration: 2, child: { index: 1 } }))]]);
    expect(played.log).toEqual(['0 start a', '50 start b', '150 end b']);
  });

  it('repeats forever until it is halted', () => {
    const played = run('- repeat: forever\n  steps: [{ process: timed, data: 1 s }]\n', [[2500, halt]]);
    expect(played.end).toMatchObject({ t: 2.5, outcome: 'halted' });
    expect(played.step('').terms).toContain('0 forever');
  });
});

describe('an error in a protocol (4.3)', () => {
  const three = '- parallel:\n    - process: fails\n    - process: polls\n    - process: stubborn\n';

  it('77: what can pause is paused, the rest is halted; a retry lets the paused go on and not the halted', () => {
    const played = run(three, [[1000, at('1.1', retry)]]);
    expect(played.handling).toBe('started 1.1@100 pause 1.2@100 halt 1.3@100 stable 1.1@100 ended @1000 resume 1.2@1000');
    expect(played.step('1.2').states).toMatch(/pg@100 pd@100 N\+@1000/);
    expect(played.step('1.3').states).toBe('col@0 N-@0 H@100 D:halted@100');
    expect(played.end.outcome).toBe('completed');
  });

  it('a skip gives the failed step up and lets the others go on', () => {
    const played = run(`${three}- { data: b }\n`, [[1000, at('1.1', skip)]]);
    expect(played.handling).toMatch(/ended @1000 resume 1\.2@1000$/);
    expect(played.log.at(-1)).toMatch(/end b$/);
  });

  it('a step that was halted can be run again', () => {
    const played = run(three, [
      [500, at('1.3', retry)],
      [600, at('1.3', halt)],
      [1000, at('1.1', retry)],
    ]);
    expect(played.step('1.3').answers).toBe('retry@500=T halt@600=T');
    expect(played.end.outcome).toBe('completed');
  });

  it('78: a stable step around it keeps the error to itself', () => {
    const played = run(
      '- parallel:\n    - parallel: [{ process: fails }, { process: polls }]\n      stable: true\n    - process: stubborn\n',
      [
        [500, at('1.2', halt)],
        [600, at('1.1', halt)],
      ],
    );
    expect(played.step('1.2').states).toBe('col@0 N-@0 H@500 D:halted@500');
    expect(played.of('handling')[0]).toMatchObject({ scope: '1.1' });
  });

  it('79: a step that never comes to a checkpoint keeps the scope from being stable, until a person halts it', () => {
    const played = run('- parallel: [{ process: fails }, { process: deaf }]\n', [[5000, at('1.2', halt)]]);
    expect(played.handling).toBe('started 1.1@100 pause 1.2@100 stable 1.1@5000');
  });

  const waits = (grace: string, requests: readonly (readonly [number, Request])[]) =>
    run(`grace: ${grace}\nsteps:\n  - parallel: [{ process: fails }, { process: deaf }]\n`, requests).handling;

  it('once the grace time is over, halting the step instead is offered; nobody but a person does it (4.3.4)', () => {
    expect(waits('2 s', [[5000, at('1.2', halt)]])).toBe('started 1.1@100 pause 1.2@100 overdue 1.2@2100 stable 1.1@5000');
    expect(waits('2 s', [])).toBe('started 1.1@100 pause 1.2@100 overdue 1.2@2100 stable 1.1@10000');
    expect(waits('0 s', [[5000, halt]])).toContain('pause 1.2@100 overdue 1.2@100');
  });

  it('waits 30 s when the protocol does not say how long', () => {
    const slow = code.replace('context.pausable = true; await asyncio.sleep(10);', 'context.pausable = true; await asyncio.sleep(100);');
    const played = play(slow, { protocol: '- parallel: [{ process: fails }, { process: deaf }]\n' });
    expect(played.handling).toContain('overdue 1.2@30100');
  });

  it('offers it neither for a step that has paused nor once the error is dealt with, and waits anew after the next error', () => {
    expect(waits('2 s', [[1000, at('1.1', skip)]])).toBe('started 1.1@100 pause 1.2@100 ended @1000');
    expect(
      run(`grace: 2 s\nsteps: ${JSON.stringify([{ parallel: [{ process: 'fails' }, { process: 'polls' }] }])}`).handling,
    ).not.toContain('overdue');
    const twice = play(`${code}export async function again(context) { await asyncio.sleep(1); throw new Error('again'); }`, {
      protocol: 'grace: 2 s\nsteps:\n  - parallel: [{ process: again }, { process: deaf }]\n',
      requests: [[2000, at('1.1', retry)]],
    });
    expect(twice.handling).toBe('started 1.1@1000 pause 1.2@1000 ended @2000 started 1.1@3000 overdue 1.2@5000 stable 1.1@10000');
  });

  it('a step that comes to its checkpoint only after the retry goes on at once', () => {
    const late = `export default async function late(context) { context.pausable = true; await asyncio.sleep(1); await context.checkpoint(); console.log('on') }\n${code.replace('export default async', 'export async')}`;
    const played = play(late, { protocol: '- parallel: [{ process: fails }, { process: late }]\n', requests: [[200, at('1.1', retry)]] });
    expect(played.log).toEqual(['1000 on']);
  });

  it('a step that ends meanwhile holds back what follows it', () => {
    const played = run('- parallel:\n    - process: fails\n    - sequence: [{ process: stubborn }, { data: b }]\n', [
      [1000, at('1.1', skip)],
    ]);
    expect(played.log).toEqual(['1000 start b', '1100 end b']);
  });

  it('a second failure belongs to the same episode, and both must be dealt with', () => {
    const played = run('- parallel: [{ process: fails }, { process: messy }, { process: polls }]\n', [
      [1000, at('1.1', skip)],
      [2000, at('1.2', skip)],
    ]);
    expect(played.handling).toMatch(
      /^started 1\.1@100 halt 1\.2@100 pause 1\.3@100 started 1\.2@100 stable 1\.1@100 stable 1\.2@1000 ended @2000 resume 1\.3@2000$/,
    );
  });

  it('a failure of data is dealt with in the same way', () => {
    const played = run('- parallel:\n    - { process: timed, data: "{{ thermostat.readout }}" }\n    - process: stubborn\n');
    expect(played.handling).toBe('started 1.1@20 halt 1.2@20 stable 1.1@20');
    expect(played.end.outcome).toBe('collectionFailed');
  });

  it('marks data that only the devices make wrong at its place in the protocol', () => {
    const played = run('- data: a\n- process: timed\n  data: {{ thermostat.readout }}\n');
    expect(played.of('error')[0]).toMatchObject({ place: { file: 'protocol', line: 3, column: 9 } });
  });

  it('halting everything ends the error as well', () => {
    const played = run(three, [[1000, halt]]);
    expect(played.handling).not.toContain('resume');
    expect(played.end).toMatchObject({ t: 1, outcome: 'halted', claims: [] });
  });
});

describe('the data of steps', () => {
  const typed = `export default async function any(data, context) { console.log(JSON.stringify(data)); }
export const heat = am.defineProcess({ data: am.record({ to: am.quantity('degC', { max: 60 }), hold: am.quantity('second', { min: '1 s' }) }),
  async run(context) { console.log(context.data.to.toString(), context.data.hold.valueIn('second')); } });
export const soak = am.defineProcess({ data: am.quantity('second'), async run(context) { console.log(context.data.valueIn('second')); } });`;
  const loads = (protocol: string) => play(typed, { protocol });

  it('is written as in a data document: quantities, expressions at any depth, names', () => {
    const played = loads(`- process: heat
  data: &usual { to: 37 degC, hold: {{ 2 * unit.min }} }
- process: heat
  data: *usual
- process: soak
  data: {{ 5 * unit.min }}
- process: soak
  data: 1 min 30 s
- data: { a: [1, two], b: "3" }
- data: "5"
- process:
  data: 5
`);
    expect(played.log).toEqual(['0 37 °C 120', '0 37 °C 120', '0 300', '0 90', '0 {"a":[1,"two"],"b":"3"}', '0 "5"', '0 5']);
  });

  it.each([
    ['- process: soak\n  data: 5 ml\n', 'a volume', 2, 9],
    ['- data: 1\n- process: heat\n  data:\n    to: 37 degC\n    hold: 5 s\n    speed: 3\n', 'speed', 6, 5],
    ['- process: heat\n  data: { to: 80 degC, hold: 5 s }\n', '60', 2, 15],
    ['- process: heat\n  data: { to: 37 degC }\n', 'hold', 2, 11],
    ['- name: Soak\n  process: soak\n', 'The data is empty', 1, 3],
    ['- repeat: 2\n  steps:\n    - process: soak\n      data: {{ 5 * unit.mn }}\n', 'mn', 4, 25],
    ['- process: soak\n  data: {{ 5 * unit.min\n', 'not closed', 2, 9],
    ['- process: soak\n  data: *usual\n', 'Nothing is named usual', 2, 9],
    ['- process: {{ 5 }}\n', '“process” must be a text', 1, 12],
    ['- data: 1\n  data: 2\n', '“data” appears twice', 2, 3],
  ] as const)('%j is refused before the run, at its place', (protocol, sentence, line, column) => {
    const [error] = loads(protocol).of('load-error');
    expect(error?.failure.message).toContain(sentence);
    expect(error?.failure.place).toMatchObject({ file: 'protocol', line, column });
  });

  it('tells of all steps at once', () => {
    expect(loads('- process: soak\n- process: soak\n  data: 1\n- process: heat\n  data: 5\n').of('load-error')).toHaveLength(3);
  });
});

describe('requests to steps', () => {
  it.each([
    ['9', pause, 'no-such-step'],
    ['', pause, 'not-a-process'],
    ['', retry, 'not-a-process'],
    ['2', pause, 'not-running'],
    ['2', halt, 'not-running'],
  ] as const)('step %j: %j is refused', (step, request, reason) => {
    expect(run(abc, [[50, at(step, request)]]).answers).toBe(`${request.type}@50=F(${reason})`);
  });

  it('a step that is over takes none', () => {
    expect(run(abc, [[150, at('1', halt)]]).answers).toBe('halt@150=F(ended)');
    expect(run(abc, [[150, at('1', retry)]]).answers).toBe('retry@150=F(ended)');
  });

  it('pauses and resumes one of several', () => {
    const played = run('- parallel: [{ process: polls }, { process: polls }]\n', [
      [60, at('1.2', pause)],
      [5000, at('1.2', resume)],
    ]);
    expect(played.step('1.1').trace).not.toContain('pd');
    expect(played.step('1.2').states).toContain('pd@100 N+@5000');
  });
});

describe('devices and the steps that use them', () => {
  const heaters = `export default async function keep(context) { await thermostat.setpoint.write('37 degC'); await asyncio.sleep(1); }
export async function late(context) { await asyncio.sleep(0.5); await thermostat.setpoint.write('25 degC'); console.log('written'); }
export async function patient(context) { await asyncio.sleep(0.5); const claim = await thermostat.setpoint.claim(); console.log('free'); }`;

  it('two steps contend for a device: the second is refused by the name of the first', () => {
    const played = play(heaters, { protocol: '- parallel: [{ process: keep }, { process: late }]\n' });
    expect(played.errors[0]).toContain('thermostat.setpoint is claimed by keep (1.1)');
  });

  it('a step that claims waits until the other one has ended, and nothing is claimed in the end', () => {
    const played = play(heaters, { protocol: '- parallel: [{ process: keep }, { process: patient }]\n' });
    expect(played.log).toEqual([expect.stringMatching(/^10\d\d.* free$/)]);
    expect(played.end.claims).toEqual([]);
  });
});

describe('a protocol that cannot be read', () => {
  it.each([
    ['', 'The protocol has no steps.', 1],
    ['- process: nothing\n', 'The code exports no process “nothing”.', 1],
    ['- data: a\n- repeat: x\n  steps: [{ data: a }]\n', '“repeat” must be a number of rounds, or forever.', 2],
    ['- data: a\n- speed: 4\n', 'This step does not say what it is.', 2],
    ['- data: a\n  dat: b\n', '“dat” is not known in this step.', 2],
    ['- parallel: []\n', '“parallel” needs a list of steps.', 1],
    ['- [\n', 'A bracket [ is not closed.', 2],
    ['- parallel:\n      - process: short\n          - process: short\n', 'There is a second colon where a value should be.', 2],
    ['steps:\n  - data: a\ngrace: 5 ml\n', '“grace” must be a duration', 3],
    ['steps:\n  - data: a\ngrace: -1 s\n', '“grace” must be a duration', 3],
    ['steps:\n  - data: a\ngrace: [1]\n', '“grace” must be a duration', 3],
    ['steps:\n  - data: a\nspeed: 3\n', '“speed” is not known in a protocol', 3],
    ['grace: 3 s\n', 'The protocol has no steps', 1],
  ])('%j', (protocol, message, line) => {
    const [error] = run(protocol).of('load-error');
    expect(error?.failure.message).toContain(message);
    expect(error?.failure.place).toMatchObject({ file: 'protocol', line });
  });
});
