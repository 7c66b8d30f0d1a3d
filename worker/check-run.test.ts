import { describe, expect, it } from 'vitest';
import type { Json } from '../model/json.js';
import type { CheckOptions, CheckRun, Probe } from '../model/lessons/check.js';
import type { TimedAct } from '../model/recording.js';
import { checkRun } from './check-run.js';
import type { RealTime } from './clock/real-time.js';

/** Whose time passes at every look by `step` milliseconds, and whose turns come by themselves. */
function timeThatPasses(step: number): RealTime {
  let now = 0;
  return { now: () => (now += step), after: () => () => undefined, soon: (callback) => queueMicrotask(callback) };
}

interface Given {
  readonly code: string;
  readonly acts?: readonly TimedAct[];
  readonly end?: number;
  readonly probes?: readonly Probe[];
  readonly nodes?: readonly string[];
  readonly data?: Json;
}
const imports = `import * as am from 'automancer'; import * as asyncio from 'asyncio'; import { thermostat, pump } from 'hardware';\n`;

function optionsOf({ code, acts = [], end = 60, probes = [], nodes = [], data = null }: Given): CheckOptions {
  const source = { language: 'typescript' as const, code: imports + code };
  return { recording: { source, data: { value: data }, point: null, seed: 1, bench: 'default', acts, end: end * 1e6 }, probes, nodes };
}

const had = async (given: Given, step = 0.01): Promise<CheckRun> =>
  (await checkRun(optionsOf(given), timeThatPasses(step), undefined, () => true))!;

const halt = { type: 'request', what: { type: 'halt' } } as const;

describe('the run of a check', () => {
  it('has what happens in it, up to the end of the process', async () => {
    const { events, stop } = await had({ code: `export default async function p() { await asyncio.sleep(5); }` });
    expect(stop).toEqual({ type: 'over' });
    expect(events.at(-1)).toMatchObject({ t: 5, event: 'end', outcome: 'completed' });
    expect(events.map(({ event }) => event)).not.toContain('suspended');
  });

  it('is over at its limit', async () => {
    const { events } = await had({ code: `export default async function p() { await asyncio.sleep(500); }`, end: 20 });
    expect(events.at(-1)).toMatchObject({ t: 20, event: 'end', outcome: 'running' });
  });

  it('does what is to be done at its instant', async () => {
    const { events } = await had({
      code: `export default async function p() { await asyncio.sleep(500); }`,
      acts: [{ at: 7e6, act: halt }],
    });
    expect(events.at(-1)).toMatchObject({ t: 7, event: 'end', outcome: 'halted' });
  });

  it('tells what nodes were at instants, in the order in which it was asked, and every change of the nodes that are named', async () => {
    const code = `export default async function p() {
      await thermostat.setpoint.write('20 degC');
      await asyncio.sleep(10);
      await thermostat.setpoint.write('10 degC');
      await asyncio.sleep(10);
    }`;
    const { values, events } = await had({
      code,
      probes: [
        { node: 'thermostat.setpoint', at: 15 },
        { node: 'thermostat.setpoint', at: 5 },
        { node: 'pump.nothing', at: 5 },
      ],
      nodes: ['thermostat.setpoint'],
    });
    expect(values).toEqual([10, 20, undefined]);
    const changes = events.filter(({ event }) => event === 'device');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((event) => event.event === 'device' && event.path === 'thermostat.setpoint')).toBe(true);
  });

  it('tells why a process could not be loaded', async () => {
    const { events } = await had({ code: `export default async function p() { let = ; }` });
    expect(events).toMatchObject([{ event: 'load-error' }]);
  });

  it.each([
    ['in the process', `export default async function p() { while (true) {} }`, 2],
    ['at its top level', `while (true) {}\nexport default async function p() {}`, 2],
    ['that catches everything', `export default async function p() { while (true) { try { while (true) {} } catch {} } }`, 2],
  ])('interrupts a loop that lets nothing else happen: %s', async (_, code, line) => {
    expect((await had({ code }, 50)).stop).toEqual({ type: 'loop', line });
  });

  it('gives up a process that lets no time pass', async () => {
    const { stop, events } = await had({ code: `export default async function p() { while (true) await asyncio.sleep(0); }` });
    expect(stop).toEqual({ type: 'stands-still' });
    expect(events.at(-1)).toMatchObject({ event: 'end', outcome: 'running' });
  });

  it('gives up a run that takes longer than anybody waits, or tells too much', async () => {
    const slow = { code: `export default async function p() { while (true) await asyncio.sleep(0.001); }`, end: 1e6 };
    expect((await had(slow, 40)).stop).toEqual({ type: 'too-long' });
    const loud = { code: `export default async function p() { while (true) { console.log('x'); await asyncio.sleep(0.001); } }`, end: 1e6 };
    expect((await had(loud, 0)).stop).toEqual({ type: 'too-long' });
  });

  it('is null when nobody wants it any more', async () => {
    const given = optionsOf({ code: `export default async function p() { await asyncio.sleep(5); }` });
    expect(await checkRun(given, timeThatPasses(1), undefined, () => false)).toBeNull();
  });
});
