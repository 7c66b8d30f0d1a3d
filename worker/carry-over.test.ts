import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import type { Update } from '../model/snapshot.js';
import { OwnedTime } from './clock/owned-time.js';
import { Session } from './session.js';

const head = "import * as asyncio from 'asyncio'; import { thermostat, web } from 'hardware';\n";

/** A session with what it told of its last run. */
function bed(code: string) {
  const time = new OwnedTime();
  const events: TraceEvent[] = [];
  let run = 0;
  const hear = (update: Update): Update => {
    if (update.run !== run) events.length = 0;
    run = update.run;
    events.push(...update.events);
    return update;
  };
  const session = new Session({ realTime: time, publish: (update) => Promise.resolve(void hear(update)) });
  const source = { language: 'typescript', code: `${head}export default async function p(context) { ${code} }` } as const;
  const begin = (bench = 'default') =>
    hear(session.run({ source, data: { value: null }, seed: 1, bench, speed: 'max', held: false }).update);
  /** Runs to the end. */
  const play = async (bench?: string) => {
    begin(bench);
    for (let turn = 0; turn < 50; turn++) {
      time.pass(20);
      await Promise.resolve();
    }
    return hear(session.clock({ type: 'speed', speed: 'max' }));
  };
  const faultsOf = ({ snapshot }: Update) => snapshot.devices.flatMap(({ id, faults }) => faults.map(({ type }) => `${id} ${type}`));
  const told = () =>
    events.filter(
      ({ event }) => event === 'fault' || event === 'service-fault' || event === 'control' || event === 'end' || event === 'load',
    );
  return { session, begin, play, hear, faultsOf, told };
}

describe('what a person has done to the bench by hand', () => {
  it('before a run is on from its start, and stands in its recording before all else', async () => {
    const { session, play, told, faultsOf } = bed(
      'try { await thermostat.readout.read(); } catch { } await web.fetch("http://lab.example/");',
    );
    session.preview('default', 1);
    session.fault({ device: 'thermostat', node: 'thermostat.readout', type: 'read-error' });
    session.fault({ device: 'thermostat', node: 'thermostat.readout', type: 'noise', amount: 20 });
    const before = session.serviceFault({ service: 'web', type: 'unavailable', times: 5 });
    expect(faultsOf(before)).toEqual(['thermostat read-error', 'thermostat noise']);
    session.control({ type: 'set', node: 'environment.ambient', value: 30 });
    const { snapshot } = await play();
    expect(told()).toMatchObject([
      { t: 0, event: 'fault', node: 'thermostat.readout', type: 'read-error', active: true },
      { t: 0, event: 'fault', node: 'thermostat.readout', type: 'noise', active: true, amount: 20 },
      { t: 0, event: 'service-fault', service: 'web', type: 'unavailable', active: true, times: 5 },
      { t: 0, event: 'control', path: 'environment.ambient', value: 30, accepted: true },
      { t: 0, event: 'load' },
      { event: 'end', outcome: 'completed' },
    ]);
    expect(snapshot.ambient).toBe(30);
  });

  it('stays after the end of a run as it is then, without a line in its recording, until it is ended', async () => {
    const { session, play, told, faultsOf, hear } = bed('for (let n = 0; n < 2; n++) await web.fetch("http://lab.example/");');
    session.preview('default', 1);
    session.fault({ device: 'pump', type: 'slow', amount: 3, for: 100 });
    session.serviceFault({ service: 'web', type: 'unavailable' });
    await play();
    hear(session.fault({ device: 'thermostat', type: 'disconnect' }));
    expect(told().at(-1)).toMatchObject({ event: 'end' });
    const second = await play();
    expect(told().slice(0, 3)).toMatchObject([
      { event: 'fault', device: 'pump', type: 'slow', amount: 3 },
      { event: 'fault', device: 'thermostat', type: 'disconnect' },
      { event: 'service-fault', type: 'unavailable', times: 1 },
    ]);
    // The time that is left of it, from the start of this run: the first took two requests of 0.1 s.
    expect(second.snapshot.devices.find(({ id }) => id === 'pump')?.faults).toMatchObject([{ type: 'slow', since: 0, until: 99.8 }]);
    session.fault({ device: 'thermostat', type: 'reconnect' });
    session.fault({ device: 'pump', type: 'slow', active: false });
    expect(faultsOf(await play())).toEqual([]);
    expect(told()[0]).toMatchObject({ event: 'load' });
  });

  it('goes to another bench as far as it fits that', () => {
    const { session, faultsOf } = bed('');
    session.preview('default', 1);
    session.fault({ device: 'thermostat', type: 'disconnect' });
    session.fault({ device: 'pump', type: 'disconnect' });
    const services = session.serviceFault({ service: 'mail', type: 'drop' }).services;
    session.control({ type: 'set', node: 'environment.ambient', value: 30 });
    const { update } = session.preview('incubator', 1);
    expect(faultsOf(update)).toEqual(['thermostat disconnect']);
    expect(update.services?.faults).toMatchObject([{ service: 'mail', type: 'drop' }]);
    expect(update.services?.revision).toBeGreaterThan(services!.revision);
    expect(update.snapshot.ambient).toBe(30);
    const own = session.preview('incubator', 1, 'ambient: 10 degC\ndevices: [{ name: pump, type: pump }]').update;
    expect(own.snapshot).toMatchObject({ bench: 'bench.yaml', ambient: 10 });
    expect(faultsOf(own)).toEqual([]);
  });

  it('is seen also when another bench has taken the place of that of a run that has ended', async () => {
    const { session, play } = bed('await web.fetch("http://lab.example/");');
    await play();
    session.preview('incubator', 1);
    const { services } = session.serviceFault({ service: 'web', type: 'refuse' });
    expect(services).toMatchObject({ web: { started: 1 }, faults: [{ service: 'web', type: 'refuse' }] });
  });
});
