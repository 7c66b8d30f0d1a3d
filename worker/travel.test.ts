import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import type { ProcessSource, RunOptions } from '../model/protocol.js';
import type { Act, Recording } from '../model/recording.js';
import type { Speed } from '../model/snapshot.js';
import { OwnedTime } from './clock/owned-time.js';
import { replayOf } from './replay.js';
import { emptyScenario } from '../model/scenario.js';
import { Session } from './session.js';
import { simulate } from './simulate.js';

function bed(code: string, options: Partial<RunOptions> = {}) {
  const time = new OwnedTime();
  const session = new Session({ realTime: time, publish: () => Promise.resolve() });
  const source: ProcessSource = { language: 'typescript', code: `import * as asyncio from 'asyncio';\n${code}` };
  const run = () => session.run({ source, data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false, ...options });
  const trace = () => session.trace(0, 1_000_000).events;
  return { time, session, run, trace };
}

/** Everything that a recording gives, up to its end. */
function replayed(recording: Recording, pieces = 1000): readonly TraceEvent[] {
  const replay = replayOf(recording);
  while (!replay.played.playTo(recording.end, pieces)) if (replay.standsStillAt(recording.end)) break;
  return replay.trace.part(0, 1_000_000);
}

/** What `simulate` makes of the scenario that the recording is. */
function simulated({ source, acts, end, ...rest }: Recording): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  const scenario = { ...emptyScenario, ...rest, acts, until: end / 1e6 };
  simulate(source, scenario, { suspensions: true, onEvent: (event) => events.push(event) });
  return events;
}

/** The first event that differs; `null`: none does. A run that was left in the middle of an instant has the rest of it still to come, which its replay has. */
function firstDifference(seen: readonly TraceEvent[], again: readonly TraceEvent[]): unknown {
  for (let index = 0; index < seen.length; index++) {
    const [one, other] = [JSON.stringify(seen[index]), JSON.stringify(again[index])];
    if (one !== other) return { index, one, other };
  }
  return null;
}

function act(session: Session, { type, what }: Act): void {
  if (type === 'request') session.request(what);
  else if (type === 'control') session.control(what);
  else if (type === 'fault') session.fault(what);
  else session.serviceFault(what);
}

const stepwise = `export default async function p(context) {
  context.pausable = true;
  for (let step = 1; step <= 30; step++) { await asyncio.sleep(1); context.sendLocation({ step }); await context.checkpoint(); }
}`;

/** Processes that do many kinds of things; each lets time pass in its own way. */
const processes: readonly string[] = [
  stepwise,
  `import { thermostat } from 'hardware';
  export default async function p(context) {
    context.pausable = true;
    await thermostat.setpoint.write('30 degC');
    try {
      for (let n = 0; n < 50; n++) { context.sendLocation([n, (await thermostat.readout.read()).value, Math.random()]); await context.wait(asyncio.sleep(0.3)); }
    } finally { await asyncio.sleep(0.2); await thermostat.setpoint.write(null); }
  }`,
  `import { blocking, files } from 'hardware';
  export default async function p(context) {
    for (let n = 0; n < 20; n++) { blocking.sleep(0.07); await asyncio.sleep(n % 2 === 0 ? 0 : 0.05); await files.append('a.txt', 'x'.repeat(n)); context.sendLocation(n); }
    asyncio.toThread(() => blocking.sleep(3)); await asyncio.sleep(0.1);
  }`,
  `async function side(context, n) { for (let k = 0; k < 20; k++) { await asyncio.sleep(0.1); context.sendLocation([n, k]); } }
  export default async function p(context) { await asyncio.gather(side(context, 1), side(context, 2)); for (;;) context.sendLocation(String(await context.receive())); }`,
  // Longer at one instant than an act waits.
  `export default async function p(context) { for (let n = 0; ; n++) { await asyncio.sleep(n % 15_000 === 0 ? 0.5 : 0); if (n % 500 === 0) context.sendLocation(n); } }`,
  `export default async function p(context) {
    context.pausable = true;
    for (;;) { try { await context.wait(asyncio.sleep(0.4)); context.sendLocation(Math.random()); } catch (request) { if (request.name !== 'PauseRequest') throw request; await context.checkpoint(); } }
  }`,
];

const anyAct = fc.oneof<fc.Arbitrary<Act>[]>(
  fc
    .constantFrom(
      { type: 'pause' } as const,
      { type: 'resume' } as const,
      { type: 'message', value: 7 } as const,
      { type: 'jump', point: null } as const,
      { type: 'jump', point: null, force: true } as const,
      { type: 'swap', data: { value: 5 } } as const,
      { type: 'retry' } as const,
      { type: 'halt' } as const,
    )
    .map((what) => ({ type: 'request', what })),
  fc
    .constantFrom(
      { type: 'claim', node: 'thermostat.setpoint' } as const,
      { type: 'set', node: 'thermostat.setpoint', value: 35 } as const,
      { type: 'release', node: 'thermostat.setpoint' } as const,
    )
    .map((what) => ({ type: 'control', what })),
  fc
    .constantFrom(
      { device: 'thermostat', type: 'disconnect', for: 2 } as const,
      { device: 'thermostat', node: 'thermostat.readout', type: 'noise' } as const,
      { device: 'thermostat', type: 'slow', amount: 1 } as const,
      { device: 'thermostat', type: 'slow', active: false } as const,
    )
    .map((what) => ({ type: 'fault', what })),
  fc.constant({ type: 'service-fault', what: { service: 'files', type: 'full' } }),
);
type Doing =
  { readonly pass: number } | { readonly speed: Speed } | { readonly clock: 'hold' | 'release' | 'step' } | { readonly act: Act };
const doing = fc.oneof<{ weight: number; arbitrary: fc.Arbitrary<Doing> }[]>(
  { weight: 4, arbitrary: fc.record({ pass: fc.double({ min: 0, max: 900, noNaN: true }) }) },
  { weight: 1, arbitrary: fc.record({ speed: fc.constantFrom<Speed[]>(1, 10, 100, 'max') }) },
  { weight: 1, arbitrary: fc.record({ clock: fc.constantFrom('hold', 'release', 'step') }) },
  { weight: 4, arbitrary: fc.record({ act: anyAct }) },
);

function carryOut(session: Session, time: OwnedTime, doings: readonly Doing[]): void {
  for (const one of doings) {
    if ('act' in one) act(session, one.act);
    else if ('clock' in one) session.clock({ type: one.clock });
    else if ('speed' in one) session.clock({ type: 'speed', speed: one.speed });
    // A process that goes round at one instant keeps time from passing, so that only some of its turns are waited for.
    else {
      const end = time.milliseconds + one.pass;
      for (let turns = 0; turns < 60 && time.milliseconds < end; turns++)
        if (!time.turn()) time.milliseconds = Math.min(end, time.milliseconds + 7);
    }
  }
}

describe('a recording', () => {
  it('gives the same trace once more, whatever was done at whatever speed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...processes),
        fc.constantFrom<Speed[]>(1, 10, 100, 'max'),
        fc.nat(1000),
        fc.integer({ min: 1, max: 2000 }),
        fc.array(doing, { maxLength: 25, size: 'max' }),
        (code, speed, seed, pieces, doings) => {
          const { session, time, run, trace } = bed(code, { speed, seed });
          time.lookMilliseconds = 0.05;
          run();
          carryOut(session, time, doings);
          session.clock({ type: 'hold' });
          const recording = session.recording()!;
          const seen = trace();
          expect(firstDifference(seen, replayed(recording, pieces))).toBeNull();
          expect(firstDifference(seen, simulated(recording))).toBeNull();
          expect(recording.acts.filter(({ act }) => act.type === 'request')).toHaveLength(
            seen.filter(({ event }) => event === 'request').length,
          );
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('has an act after everything that was due at its instant', () => {
    const { session, time, run } = bed(stepwise);
    run();
    time.pass(1);
    // The timer of this instant has not fired: the pacer is late.
    time.milliseconds = 1000;
    session.request({ type: 'pause' });
    const recording = session.recording()!;
    expect(recording.acts).toEqual([{ at: 1_000_000, act: { type: 'request', what: { type: 'pause' } } }]);
    expect(
      session
        .trace(0, 100)
        .events.filter(({ event }) => event !== 'suspended' && event !== 'resumed')
        .slice(-3),
    ).toMatchObject([
      { t: 1, event: 'location', location: { step: 1 } },
      { t: 1, event: 'request', type: 'pause' },
      { t: 1, event: 'state', form: 'pausing' },
    ]);
  });

  it('says after how many turns an act came when its instant did not come to rest', () => {
    const { session, time, run, trace } = bed('export default async function p() { for (;;) await asyncio.sleep(0); }');
    time.lookMilliseconds = 0.1;
    run();
    const told = () => trace().some((event) => event.event === 'warning' && event.name === 'standstill');
    for (let turns = 0; turns < 20_000 && !told(); turns++) time.turn();
    expect(told()).toBe(true);
    session.request({ type: 'halt' });
    const recording = session.recording()!;
    expect(recording.acts).toMatchObject([{ at: 0, turns: expect.any(Number) as number }]);
    expect(replayed(recording)).toEqual(trace());
    expect(replayed(recording, 7)).toEqual(trace());
    expect(trace().at(-1)).toMatchObject({ event: 'end', outcome: 'halted' });
  });

  it('has what was prepared by hand before the run began', () => {
    const { session, time, run, trace } = bed(processes[1]!);
    session.preview('default', 1);
    session.fault({ device: 'thermostat', node: 'thermostat.readout', type: 'noise', amount: 20, for: 3 });
    session.serviceFault({ service: 'files', type: 'full' });
    session.control({ type: 'set', node: 'environment.ambient', value: 30 });
    run();
    session.fault({ device: 'pump', type: 'slow' });
    time.pass(20_000);
    const recording = session.recording()!;
    expect(recording.acts.map(({ at, act, prepared }) => [at, act.type, prepared === true])).toEqual([
      [0, 'fault', true],
      [0, 'service-fault', true],
      [0, 'control', true],
      [0, 'fault', false],
    ]);
    expect(trace().map(({ event }) => event)).toEqual(expect.arrayContaining(['load', 'end']));
    expect(firstDifference(trace(), replayed(recording))).toBeNull();
  });

  it('is none before the first run, and stays that of a run that has ended', () => {
    const { session, run, time } = bed('export default async function p() {}');
    session.preview('default', 1);
    session.fault({ device: 'pump', type: 'disconnect' });
    expect(session.recording()).toBeNull();
    run();
    time.pass(10);
    const recording = session.recording();
    session.preview('incubator', 1);
    session.fault({ device: 'shaker', type: 'disconnect' });
    expect(session.recording()).toEqual(recording);
  });
});

/** The answer of a call that works in slices. */
async function answer<T>(time: OwnedTime, promise: Promise<T>): Promise<T> {
  let settled = false;
  void promise.finally(() => (settled = true));
  for (let turns = 0; turns < 10_000 && !settled; turns++) {
    time.turn();
    await Promise.resolve();
  }
  return promise;
}

describe('a look into the past', () => {
  const heating = processes[1]!;

  it('shows what the page saw then, devices and services included', async () => {
    const { session, run, time } = bed(heating);
    run();
    const seen = [0.5, 1.25, 3, 7.1].map((seconds) => {
      time.pass(seconds * 1000 - time.milliseconds);
      session.control({ type: 'claim', node: 'pump.flow' });
      session.fault({ device: 'thermostat', node: 'thermostat.readout', type: 'noise' });
      const { snapshot } = session.clock({ type: 'speed', speed: 1 });
      return { process: snapshot.process, devices: snapshot.devices, at: snapshot.clock.now };
    });
    time.pass(3000);
    for (const { at, process, devices } of [...seen].reverse()) {
      const moment = await answer(time, session.moment(at));
      expect(moment?.at).toBe(at);
      expect(moment?.snapshot.clock).toMatchObject({ now: at, rate: 0, held: true });
      expect([moment?.snapshot.process, moment?.snapshot.devices]).toEqual([process, devices]);
    }
  });

  it('shows the same whatever was looked at before', async () => {
    const { session, run, time } = bed(heating);
    run();
    for (let n = 0; n < 12; n++) {
      time.pass(777);
      session.control({ type: n % 2 === 0 ? 'claim' : 'release', node: 'pump.flow' });
    }
    const recording = session.recording()!;
    for (let look = 0; look < 40; look++) {
      // Near to each other and far apart, forwards and back.
      const at = ((look * look * 7919) % 9000) / 1000;
      const alone = replayOf(recording);
      expect(alone.played.playTo(Math.round(at * 1e6), 1e6)).toBe(true);
      const moment = await answer(time, session.moment(at));
      expect(moment?.snapshot).toMatchObject({ process: alone.run.process(), devices: alone.run.bench.views() });
    }
  });

  it('changes nothing in the run, and shows its present at the latest', async () => {
    const { session, run, time, trace } = bed(heating, { held: true });
    run();
    time.pass(5);
    for (let step = 0; step < 20; step++) session.clock({ type: 'step' });
    const before = trace();
    const { now } = session.clock({ type: 'hold' }).snapshot.clock;
    expect(await answer(time, session.moment(1e9))).toMatchObject({ at: now });
    expect(trace()).toEqual(before);
  });

  it('sees what was done at the instant that is shown already', async () => {
    const { session, run, time } = bed(heating, { held: true });
    run();
    time.pass(5);
    session.clock({ type: 'step' });
    const { now } = session.clock({ type: 'step' }).snapshot.clock;
    const look = async () =>
      (await answer(time, session.moment(now)))?.snapshot.devices[0]?.nodes.find(({ path }) => path.endsWith('setpoint'));
    expect((await look())?.claim).toMatchObject({ type: 'process' });
    session.control({ type: 'claim', node: 'thermostat.setpoint' });
    expect((await look())?.claim).toEqual({ type: 'user' });
  });

  it('answers only the newest of several, in slices between which the run goes on', async () => {
    const { session, run, time } = bed(stepwise, { speed: 'max' });
    run();
    time.pass(10);
    time.lookMilliseconds = 3;
    const looks = [3, 9, 5].map((at) => session.moment(at));
    const [one, other, last] = await Promise.all(looks.map((look) => answer(time, look)));
    expect([one, other]).toEqual([null, null]);
    expect(last?.snapshot.process?.location?.value).toEqual({ step: 5 });
  });

  it('is glimpsed at once: the bench as it was shortly before', async () => {
    const { session, run, time } = bed(heating, { speed: 'max' });
    expect(session.glimpse(1)).toBeNull();
    run();
    time.pass(100);
    for (const at of [0, 0.3, 4, 9.7]) {
      const glimpse = session.glimpse(at)!;
      expect(glimpse.at).toBeLessThanOrEqual(at);
      expect(glimpse.at).toBeGreaterThan(at - 1);
      const moment = await answer(time, session.moment(glimpse.at));
      expect(glimpse.devices).toEqual(moment!.snapshot.devices.map((device) => ({ ...device, history: [] })));
    }
  });

  it('is glimpsed of a long run as well, evenly', () => {
    const { session, run, time } = bed('export default async function p() { for (;;) await asyncio.sleep(0.25); }', { speed: 'max' });
    time.lookMilliseconds = 0.1;
    run();
    for (let turns = 0; turns < 200; turns++) time.turn();
    const { now } = session.clock({ type: 'hold' }).snapshot.clock;
    expect(now).toBeGreaterThan(3000);
    // At least half of 64 pictures.
    for (let part = 0; part <= 20; part++)
      expect((now / 20) * part - session.glimpse((now / 20) * part)!.at).toBeLessThanOrEqual(now / 32 + 1);
  });

  it('is none before the first run', async () => {
    const { session, time } = bed(stepwise);
    expect(await answer(time, session.moment(1))).toBeNull();
  });

  it('comes to an end where a process stands still', async () => {
    const { session, run, time } = bed('export default async function p() { await asyncio.sleep(1); for (;;) await asyncio.sleep(0); }');
    run();
    time.pass(999);
    time.lookMilliseconds = 0.5;
    time.milliseconds = 1100;
    for (let turns = 0; turns < 50; turns++) time.turn();
    expect(await answer(time, session.moment(1.2))).toMatchObject({ at: 1 });
  });
});

describe('another way from an instant of the past', () => {
  it('goes on from there as a new run, without what was done later', async () => {
    const { session, run, time, trace } = bed(stepwise);
    run();
    time.pass(2500);
    session.request({ type: 'pause' });
    time.pass(4000);
    session.request({ type: 'halt' });
    const recording = session.recording()!;
    const before = trace();
    const reply = await answer(time, session.replay({ recording, from: 5, acts: 'drop', speed: 'max', held: false }));
    expect(reply).toMatchObject({
      load: { ok: true },
      update: { run: 2, first: 0, snapshot: { clock: { now: 5, speed: 'max' }, process: { state: { form: 'paused' } } } },
    });
    expect(trace()).toEqual(before.filter(({ t }) => t <= 5));
    expect(session.recording()?.acts).toEqual(recording.acts.slice(0, 1));
    session.request({ type: 'resume' });
    time.pass(10);
    expect(trace().at(-1)).toMatchObject({ event: 'end', outcome: 'completed' });
    expect(replayed(session.recording()!)).toEqual(trace());
  });

  it('does again what was done, when it is followed', async () => {
    const { session, run, time, trace } = bed(stepwise);
    run();
    time.pass(2500);
    session.request({ type: 'pause' });
    time.pass(4000);
    session.request({ type: 'resume' });
    time.pass(1000);
    session.request({ type: 'halt' });
    const [recording, before] = [session.recording()!, trace()];
    for (const speed of [1, 100, 'max'] as const) {
      await answer(time, session.replay({ recording, from: 0, acts: 'follow', speed, held: false }));
      time.pass(60_000);
      expect(trace()).toEqual(before);
      expect(session.recording()).toEqual(recording);
    }
  });

  it('leaves the present run alone until it is there, and gives way to whatever is started meanwhile', async () => {
    const { session, run, time } = bed(stepwise, { speed: 'max' });
    run();
    time.pass(10);
    time.lookMilliseconds = 3;
    const replay = session.replay({ recording: session.recording()!, from: 20, acts: 'drop', speed: 1, held: true });
    expect(session.clock({ type: 'hold' }).run).toBe(1);
    run();
    expect(await answer(time, replay)).toBeNull();
    expect(session.clock({ type: 'hold' }).run).toBe(2);
  });

  it('says why a recording cannot be run', async () => {
    const { session, time } = bed(stepwise);
    const recording: Recording = {
      source: { language: 'typescript', code: 'export default 5;' },
      data: { value: null },
      point: null,
      seed: 1,
      bench: 'default',
      acts: [],
      end: 0,
    };
    const reply = await answer(time, session.replay({ recording, from: 3, acts: 'follow', speed: 1, held: false }));
    expect(reply).toMatchObject({ load: { ok: false }, update: { run: 1, events: [{ event: 'load-error' }] } });
  });
});
