import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { emptyScenario } from './scenario.js';
import { simulate } from './simulate.js';

/** Plays a process on a bench; the three modules are imported as a whole. */
function play(bench: string, code: string, until = 3600) {
  const events: TraceEvent[] = [];
  const imports = "import * as am from 'automancer'; import * as asyncio from 'asyncio'; ";
  const scenario = { ...emptyScenario, bench, until };
  simulate({ language: 'typescript', code: imports + code }, scenario, { onEvent: (event) => events.push(event), devices: true });
  return { events, failure: events.flatMap((event) => (event.event === 'load-error' ? [event.failure] : []))[0] };
}

const process = (devices: string, body: string) =>
  `import { ${devices} } from 'hardware'; export default async function p(context) { ${body} }`;

describe('a run on a bench', () => {
  it('has the devices of that bench', () => {
    const { events } = play('incubator', process('shaker', "await shaker.setpoint.write('300 rpm');"));
    expect(events.at(-1)).toMatchObject({ event: 'end', outcome: 'completed' });
    expect(events).toContainEqual(expect.objectContaining({ event: 'device', path: 'shaker.setpoint', value: 300, unit: 'rpm' }));
  });

  it('says on which bench a device is that this one does not have', () => {
    const { failure } = play('default', process('shaker', 'shaker;'));
    expect(failure).toMatchObject({ name: 'ImportError', message: 'There is no shaker on the bench default.' });
    expect(failure?.hint).toMatch(/^It stands on the bench(es)? incubator\b.*: choose one in the head of the Hardware pane/);
  });

  it('says of a device that no bench has what there is', () => {
    const { failure } = play('default', process('thermostart', 'thermostart;'));
    expect(failure).toMatchObject({ message: "The module 'hardware' has no 'thermostart'.", hint: 'Did you mean thermostat?' });
  });

  it('does not begin on a bench that there is not', () => {
    const { failure } = play('incubater', process('thermostat', 'thermostat;'));
    expect(failure).toMatchObject({ name: 'BenchError', message: 'There is no bench "incubater".' });
    expect(failure?.hint).toContain('Did you mean incubator?');
  });
});
