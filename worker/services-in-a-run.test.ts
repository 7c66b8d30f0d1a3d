import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import type { Speed, Update } from '../model/snapshot.js';
import { OwnedTime } from './clock/owned-time.js';
import { emptyScenario } from '../model/scenario.js';
import { Session } from './session.js';
import { simulate } from './simulate.js';

const code = `import * as asyncio from 'asyncio'; import { blocking, files, mail, web } from 'hardware';
export default async function p(context) {
  const inThread = asyncio.toThread(() => { for (let n = 0; n < 5; n++) { blocking.files.append('log.txt', n + '\\n'); blocking.sleep(0.3); } });
  await web.fetch('http://lab.example/old');
  try { await web.fetch('http://down.example/'); } catch {}
  const session = await mail.connect('mail.lab.example');
  await session.login('robot', 'secret');
  await session.send({ from: 'robot@lab.example', to: 'ada@lab.example', subject: 'Done', text: 'x' });
  await session.quit();
  await inThread;
  await files.write('end.txt', 'end');
}`;
const source = { language: 'typescript', code } as const;

function played(speed: Speed) {
  const time = new OwnedTime();
  const updates: Update[] = [];
  const session = new Session({
    realTime: time,
    publish: (update) => {
      updates.push(update);
      return Promise.resolve();
    },
  });
  const options = { source, data: { value: null }, seed: 1, bench: 'default', speed, held: false };
  updates.push(session.run(options).update);
  return { session, updates, time };
}

/** Lets the page show one update after the other until the run is over. */
async function toTheEnd({ updates, time }: ReturnType<typeof played>): Promise<readonly TraceEvent[]> {
  const events = () => updates.flatMap((update) => update.events);
  for (let step = 0; step < 10_000 && !events().some(({ event }) => event === 'end'); step++) {
    time.pass(16);
    await Promise.resolve();
    await Promise.resolve();
  }
  return events();
}

describe('the services of a run', () => {
  it.each([1, 10, 100, 'max'] as const)('do the same at speed %s as in simulate', async (speed) => {
    const lines: TraceEvent[] = [];
    simulate(source, { ...emptyScenario }, { suspensions: true, onEvent: (event) => lines.push(event) });
    expect(await toTheEnd(played(speed))).toEqual(lines);
    expect(lines.filter(({ event }) => event === 'service')).toHaveLength(9);
  });

  it('are told when they have changed, and what they hold when it is asked for', async () => {
    const run = played('max');
    await toTheEnd(run);
    const { session, updates } = run;
    const told = updates.flatMap(({ services }) => services ?? []);
    expect(told.at(-1)).toMatchObject({
      files: { count: 2, list: [{ path: 'end.txt' }, { path: 'log.txt', size: 10 }] },
      web: { started: 2, answered: 1, failed: 1 },
      mail: { accepted: 1, connections: 1 },
    });
    expect(new Set(told.map(({ revision }) => revision)).size).toBe(told.length);
    expect(session.clock({ type: 'speed', speed: 1 }).services).toBeUndefined();
    expect(JSON.stringify(updates)).not.toContain('0\\n1\\n');
    expect(session.content({ type: 'file', path: 'log.txt' })).toEqual({
      type: 'bytes',
      bytes: Uint8Array.from('0\n1\n2\n3\n4\n', (one) => one.charCodeAt(0)),
    });
    for (const query of [
      { type: 'file', path: 'no' },
      { type: 'mail', number: 9 },
      { type: 'session', number: 9 },
    ] as const)
      expect(session.content(query)).toBeNull();
  });

  it('begin empty with each run, and take faults by hand, which stay', async () => {
    const { session } = played('max');
    const { services, events } = session.serviceFault({ service: 'web', type: 'refuse' });
    expect(services?.faults).toMatchObject([{ service: 'web', type: 'refuse', left: null }]);
    expect(events).toContainEqual({ t: 0, event: 'service-fault', service: 'web', type: 'refuse', active: true });
    const { update } = session.run({ source, data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false });
    expect(update.services).toMatchObject({ files: { count: 0 }, web: { started: 0 }, faults: [{ service: 'web', type: 'refuse' }] });
  });
});
