import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import type { Json } from '../model/json.js';
import type { RunOptions } from '../model/protocol.js';
import type { Update } from '../model/snapshot.js';
import { OwnedTime } from './clock/owned-time.js';
import { emptyScenario } from '../model/scenario.js';
import { Session } from './session.js';
import { simulate } from './simulate.js';

function bed(code: string, options: Partial<RunOptions> = {}) {
  const time = new OwnedTime();
  const updates: Update[] = [];
  const shown: (() => void)[] = [];
  const session = new Session({
    realTime: time,
    publish: (update) => {
      updates.push(update);
      return new Promise((resolve) => shown.push(resolve));
    },
  });
  const source = { language: 'typescript', code: `import * as asyncio from 'asyncio';\n${code}` } as const;
  const run = () => session.run({ source, data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false, ...options });
  return { time, updates, shown, session, run, source };
}

const steps = `export default async function p(context) {
  context.pausable = true;
  for (let step = 1; step <= 3; step++) { await asyncio.sleep(1); context.sendLocation({ step }); await context.checkpoint(); }
}`;

describe('a session', () => {
  it('answers a run before the process runs, and tells of it later', () => {
    const { run, time, updates } = bed(steps);
    const { load, update } = run();
    expect(load).toMatchObject({ ok: true, info: { name: 'p' } });
    expect(update.snapshot.process?.state).toEqual({ mode: 'collecting' });
    time.pass(1);
    expect(updates.at(-1)?.snapshot.process?.state).toMatchObject({ mode: 'running', form: 'normal' });
  });

  it('says why a process could not be loaded, also in the events', () => {
    const { load, update } = bed('export default 5;').run();
    expect(load.ok).toBe(false);
    expect(update.events.map(({ event }) => event)).toEqual(['load-error']);
    expect(update.snapshot.process).toBeNull();
  });

  it('answers a command by hand with what became of it, and records it', () => {
    const { run, session } = bed(steps);
    run();
    const { result, update } = session.control({ type: 'claim', node: 'thermostat.setpoint' });
    expect(result).toMatchObject({ accepted: true, message: expect.stringContaining('under manual control') as string });
    const nodes = update.snapshot.devices.flatMap((device) => device.nodes);
    expect(nodes.find(({ path }) => path === 'thermostat.setpoint')?.claim).toEqual({ type: 'user' });
    expect(update.events.filter(({ event }) => event === 'control')).toEqual([
      { t: 0, event: 'control', path: 'thermostat.setpoint', action: 'claim', accepted: true, reason: 'accepted' },
    ]);
    expect(session.control({ type: 'set', node: 'pump.flow', value: 1 }).result).toMatchObject({ accepted: false, reason: 'not-yours' });
  });

  it('shows another bench before the first run, and one that is chosen while a run is on when that has ended', () => {
    const { session, run, time } = bed(steps, { bench: 'incubator' });
    const names = ({ snapshot }: Update) => [snapshot.bench, ...snapshot.devices.map(({ id }) => id)];
    expect(names(session.preview('default', 1).update)).toEqual(['default', 'thermostat', 'pump']);
    expect(names(session.preview('incubator', 1).update)).toEqual(['incubator', 'thermostat', 'sample', 'shaker']);
    run();
    expect(names(session.preview('default', 1).update)[0]).toBe('incubator');
    time.pass(10_000);
    const { snapshot } = session.preview('default', 1).update;
    expect(snapshot).toMatchObject({ bench: 'default', clock: { now: 3 }, process: { state: { mode: 'done', outcome: 'completed' } } });
    expect(session.request({ type: 'pause' }).result).toMatchObject({ accepted: false });
  });

  it('leaves the clock as it was set when another bench or seed is chosen', () => {
    const { session } = bed(steps);
    session.preview('default', 1);
    session.clock({ type: 'speed', speed: 10 });
    session.clock({ type: 'hold' });
    const set = { speed: 10, held: true };
    expect(session.preview('default', 42).update.snapshot.clock).toMatchObject(set);
    expect(session.preview('incubator', 42).update.snapshot.clock).toMatchObject(set);
  });

  it('shows the bench that a text describes; where that is wrong, the last good one and what is wrong', () => {
    const { session, run, time } = bed(steps);
    const ids = ({ update }: ReturnType<typeof session.preview>) => update.snapshot.devices.map(({ id }) => id);
    const text = (type: string) => `devices:\n  - { name: oven, type: ${type} }\n`;
    const first = session.preview('default', 1, text('thermostart'));
    expect(first).toMatchObject({ failures: [{ name: 'BenchError', place: { file: 'bench', line: 2 } }], waits: false });
    expect(ids(first)).toEqual(['thermostat', 'pump']);
    const good = session.preview('default', 1, text('thermostat'));
    expect(good).toMatchObject({ failures: [], waits: false, update: { snapshot: { bench: 'bench.yaml' } } });
    expect(ids(good)).toEqual(['oven']);
    expect(ids(session.preview('default', 1, text('over')))).toEqual(['oven']);
    expect(ids(session.preview('default', 1, ' '))).toEqual(['thermostat', 'pump']);
    run();
    const meanwhile = session.preview('default', 1, text('pump'));
    expect(meanwhile.waits).toBe(true);
    expect(ids(meanwhile)).toEqual(['thermostat', 'pump']);
    time.pass(10_000);
    expect(ids(session.preview('default', 1, text('pump')))).toEqual(['oven']);
  });

  it('keeps the bench that was there when the one of a run cannot be built', () => {
    const { session, source } = bed(steps);
    session.preview('incubator', 1);
    const options = { data: { value: null }, seed: 1, bench: 'incubator', speed: 1, held: false } as const;
    const { load, update } = session.run({ ...options, source: { ...source, bench: 'devices: []' } });
    expect(load.ok).toBe(false);
    expect(update.snapshot.bench).toBe('incubator');
  });

  it('loads and checks what is for the bench that was chosen last', () => {
    const { session } = bed('');
    const source = {
      language: 'typescript',
      code: "import { shaker } from 'hardware'; export default async function p() { shaker; }",
    } as const;
    session.preview('default', 1);
    expect(session.load(source).ok).toBe(false);
    session.preview('incubator', 1);
    expect(session.load(source).ok).toBe(true);
  });

  it.each([
    [1, 1000, 1],
    [10, 100, 1],
    [100, 10, 1],
  ] as const)('at %i× lets %i ms be a virtual second', async (speed, milliseconds, step) => {
    const { run, time, session } = bed(steps, { speed });
    run();
    time.pass(milliseconds - 1);
    expect(session.clock({ type: 'speed', speed }).snapshot.process?.location).toBeNull();
    time.pass(2);
    expect(session.clock({ type: 'speed', speed }).snapshot.process?.location?.value).toEqual({ step });
  });

  it('at Max skips the time in between', () => {
    const { run, time, session } = bed(steps, { speed: 'max' });
    run();
    time.pass(1);
    expect(session.clock({ type: 'hold' }).snapshot).toMatchObject({ clock: { now: 3 }, process: { state: { mode: 'done' } } });
  });

  it('holds the clock, steps it, and lets it go', () => {
    const { run, time, session } = bed(steps, { held: true });
    run();
    time.pass(5000);
    expect(session.clock({ type: 'step' }).snapshot).toMatchObject({
      clock: { now: 1, held: true, rate: 0 },
      process: { location: { value: { step: 1 } } },
    });
    expect(session.clock({ type: 'step' }).snapshot.clock.now).toBe(2);
    session.clock({ type: 'release' });
    time.pass(1100);
    expect(session.clock({ type: 'hold' }).snapshot.process?.state.mode).toBe('done');
  });

  it('answers a request with what came of it', () => {
    const { run, time, session } = bed(steps);
    run();
    time.pass(500);
    const { result, update } = session.request({ type: 'pause' });
    expect(result).toMatchObject({ accepted: true, reason: 'accepted' });
    expect(update.snapshot.process?.state).toMatchObject({ form: 'pausing' });
    expect(update.snapshot.clock.now).toBeCloseTo(0.5, 3);
    time.pass(5000);
    expect(session.request({ type: 'resume' }).update.snapshot).toMatchObject({
      process: { state: { form: 'normal' }, location: { value: { step: 1 } } },
    });
  });

  it('has one update under way at a time, and the newest goes next', async () => {
    const { run, time, updates, shown } = bed(
      `export default async function p(context) { for (let n = 0; ; n++) { context.sendLocation(n); await asyncio.sleep(0.001); } }`,
    );
    run();
    time.pass(300);
    expect(updates).toHaveLength(1);
    shown[0]?.();
    await Promise.resolve().then(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(updates).toHaveLength(2);
    expect(updates[1]!.events.length).toBeLessThanOrEqual(200);
    expect(updates[1]!.dropped).toBeGreaterThan(0);
    expect(updates[1]!.snapshot.revision).toBeGreaterThan(updates[0]!.snapshot.revision);
  });

  it('lets no time pass once a run is over', () => {
    const { run, time, session } = bed('export default async function p(context) {}');
    run();
    time.pass(5000);
    expect(session.clock({ type: 'speed', speed: 1 }).snapshot.clock).toMatchObject({ now: 0, rate: 0 });
  });

  it('shows the bench before a run', () => {
    const update = bed(steps).session.preview('default', 1).update;
    expect(update).toMatchObject({ run: 0, snapshot: { process: null } });
    expect(update.snapshot.devices.map(({ id }) => id)).toEqual(['thermostat', 'pump']);
  });

  it('says before the first run that there is none', () => {
    expect(bed(steps).session.request({ type: 'halt' }).result).toMatchObject({
      accepted: false,
      message: expect.stringContaining('press Run'),
    });
  });

  it('shows another bench before the first run when the seed is another one, but never in the place of a run', () => {
    const { session, run, time } = bed(steps);
    const shown = (seed: number) => JSON.stringify(session.preview('default', seed).update.snapshot.devices);
    session.preview('default', 1);
    session.preview('default', 2);
    run();
    time.pass(1500);
    expect(session.preview('default', 3).update).toMatchObject({ run: 1, snapshot: { process: { location: { value: { step: 1 } } } } });
    expect(shown(1)).toBe(shown(2));
  });

  it.each(['await asyncio.sleep(0)', 'await asyncio.toThread(() => undefined)', 'await new Promise((resolve) => setTimeout(resolve, 0))'])(
    'answers everything while a process goes round with %s, and tells where',
    async (statement) => {
      const { session, run, time, updates, shown } = bed(`export default async function p(context) {
        while (true) ${statement};
      }`);
      time.lookMilliseconds = 0.1;
      run();
      time.turn();
      expect(session.clock({ type: 'step' }).snapshot.clock.now).toBe(0);
      session.clock({ type: 'release' });
      const told = () => updates.flatMap(({ events }) => events).some((event) => event.event === 'warning' && event.name === 'standstill');
      for (let slices = 0; slices < 5000 && !told(); slices++) {
        time.turn();
        shown.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(told()).toBe(true);
      const { result, update } = session.request({ type: 'halt' });
      expect(result.accepted).toBe(true);
      expect(update.snapshot.process?.state).toMatchObject({ mode: 'done', outcome: 'halted' });
    },
  );

  it('says what is wrong with data, or with the type of the process that reads it', () => {
    const { session, source } = bed('export const data = am.quantity("second"); export default async function p(context) {}');
    const typed = { ...source, code: `import * as am from 'automancer';\n${source.code}` };
    expect(session.checkData(typed, { text: '5 apples' })).toMatchObject([{ kind: 'data' }]);
    expect(session.checkData(typed, { text: '5 min' })).toEqual([]);
    const own = `import * as am from 'automancer';
      class Own extends am.DataType { view() { return { type: 'any' }; } expected() { return 'x'; } take() { throw new Error('take'); } }
      export const data = new Own(); export default async function p(context) {}`;
    expect(session.checkData({ ...source, code: own }, { text: '5' })).toMatchObject([{ kind: 'process' }]);
  });

  it('shows which step keeps an error from coming to rest, until it has been halted instead', () => {
    const code = `export default async function fails(context) { await asyncio.sleep(1); throw new Error('broken'); }
export async function deaf(context) { context.pausable = true; await asyncio.sleep(1000); }`;
    const { session, time, source } = bed(code);
    const protocol = 'grace: 5 s\nsteps:\n  - parallel: [{ process: fails }, { process: deaf }]\n';
    session.run({ source: { ...source, protocol }, data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false });
    const look = () => session.clock({ type: 'speed', speed: 1 }).snapshot.steps?.children[0]?.children[1];
    time.pass(5500);
    expect(look()).toMatchObject({ overdueSince: null, process: { state: { form: 'pausing' } } });
    time.pass(1000);
    expect(look()).toMatchObject({ overdueSince: 1, state: 'active' });
    session.request({ type: 'halt', step: '1.2' });
    expect(look()).toMatchObject({ overdueSince: null, state: 'held' });
  });

  it('begins a protocol at the point that the page names', () => {
    const { session, source } = bed('export default async function p(context) { await asyncio.sleep(1); }');
    const protocol = '- process: p\n- process: p\n';
    const run = (point: Json) =>
      session.run({ source: { ...source, protocol }, data: { value: null }, point, seed: 1, bench: 'default', speed: 1, held: false });
    expect(run({ index: 1 }).update.snapshot.steps?.children.map(({ state }) => state)).toEqual(['waiting', 'active']);
    expect(run({ index: 2 }).load).toMatchObject({ ok: false, failures: [{ name: 'PointError' }] });
  });

  it('tells what the processes of a protocol declare, and checks data for each of them', () => {
    const { session } = bed('');
    const code = `import * as am from 'automancer';
export default async function main(context) {}
export const heat = am.defineProcess({ data: am.quantity('degC'), points: am.record({ phase: am.int() }), async run(context) {} });`;
    const protocol =
      '- name: Warm up\n  process: heat\n  data: 37 degC\n- repeat: 2\n  steps:\n    - process: main\n      data:\n        a: 1\n        b: 2\n';
    const load = session.load({ language: 'typescript', code, protocol });
    expect(load).toMatchObject({
      ok: true,
      info: { name: 'main', data: null },
      protocol: {
        processes: { heat: { data: { type: 'quantity', unit: 'degC' }, points: { type: { type: 'record' } } } },
        steps: [
          { path: '', kind: 'sequence', name: 'sequence' },
          { path: '1', kind: 'process', name: 'Warm up', process: 'heat', data: '37 degC' },
          { path: '2', kind: 'repeat', name: 'repeat', rounds: 2 },
          { path: '2.1', kind: 'process', name: 'main', process: null, data: 'a: 1\nb: 2\n' },
        ],
      },
    });
    expect(session.checkData({ language: 'typescript', code, protocol }, { text: '5 ml' }, 'heat')).toMatchObject([{ kind: 'data' }]);
    expect(session.checkData({ language: 'typescript', code, protocol }, { text: '5 ml' })).toEqual([]);
  });

  it('tells the same events at every speed, and stepped, as without a session', async () => {
    const code = `async function side(context, n) { for (let k = 0; k < 5; k++) { await asyncio.sleep(0.1 * n); context.logger.info(n, k, Math.random()); } }
      export default async function p(context) { context.sendDuration(2); await asyncio.gather(side(context, 1), side(context, 2), side(context, 3)); }`;
    const expected: TraceEvent[] = [];
    const { source } = bed(code);
    simulate(source, emptyScenario, { suspensions: true, onEvent: (event) => expected.push(event) });
    for (const pace of [1, 10, 100, 'max', 'step'] as const) {
      const { session, run, time, updates, shown } = bed(code, pace === 'step' ? { held: true } : { speed: pace });
      const events = [...run().update.events];
      for (let round = 0; round < 100; round++) {
        time.pass(37);
        if (pace === 'step') events.push(...session.clock({ type: 'step' }).events);
        shown.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
      events.push(...updates.flatMap((update) => update.events));
      expect(events.sort((a, b) => a.t - b.t)).toEqual(expected);
    }
  });
});
