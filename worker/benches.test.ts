import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import { emptyScenario } from '../model/scenario.js';
import { simulate } from './simulate.js';

/** Plays a process on a bench; the three modules are imported as a whole. */
function play(bench: string, code: string, until = 3600, seed = 1, document?: string) {
  const events: TraceEvent[] = [];
  const imports = "import * as am from 'automancer'; import * as asyncio from 'asyncio'; ";
  const scenario = { ...emptyScenario, bench, until, seed };
  const own = document === undefined ? {} : { bench: document };
  simulate({ language: 'typescript', code: imports + code, ...own }, scenario, { onEvent: (event) => events.push(event), devices: true });
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

  it('has the devices of a bench that is described in a text, or says where that is wrong', () => {
    const code = process('oven', "await oven.setpoint.write('30 degC'); await oven.readout.reach('30 degC', { tolerance: '0.5 K' });");
    const { events } = play('default', code, 3600, 1, 'devices:\n  - name: oven\n    type: thermostat\n');
    expect(events.at(-1)).toMatchObject({ event: 'end', outcome: 'completed' });
    expect(play('default', code, 3600, 1, 'devices:\n  - name: oven\n    type: over\n').failure).toMatchObject({
      name: 'BenchError',
      message: 'There is no type of device “over”.',
      place: { file: 'bench', line: 3, column: 11 },
    });
    expect(play('incubator', process('thermostat', 'thermostat;'), 1, 1, ' \n').failure).toBeUndefined();
  });

  it('does not begin on a bench that there is not', () => {
    const { failure } = play('incubater', process('thermostat', 'thermostat;'));
    expect(failure).toMatchObject({ name: 'BenchError', message: 'There is no bench "incubater".' });
    expect(failure?.hint).toContain('Did you mean incubator?');
  });
});

describe('a process drives', () => {
  it.each([
    [
      'the thermostat and its sample',
      'thermostat, sample',
      "await thermostat.setpoint.write('37 degC'); await sample.temperature.reach('36 degC');",
    ],
    ['the shaker', 'shaker', "await shaker.setpoint.write('300 rpm'); await shaker.speed.reach('300 rpm', { tolerance: '3 rpm' });"],
    [
      'the dispenser and the balance',
      'dispenser, balance',
      "await dispenser.flow.write('1000 µl/min'); await balance.weight.reach('1 g'); await dispenser.flow.write('0 µl/min');",
    ],
    [
      'the rotary valve',
      'valve',
      "await valve.position.write('4'); if ((await valve.position.read()) !== '4') throw new Error('elsewhere'); await valve.home();",
    ],
    [
      'the relay board',
      'relays',
      'await relays.valve2.write(true); await relays.writeMask(0b101); if (await relays.valve2.read()) throw new Error();',
    ],
    [
      'the plate reader',
      'reader',
      "await reader.wavelength.write('410 nm'); const { a1, h1 } = await reader.measure(); if (!(a1 > 2 && h1 < 0.01)) throw new Error(String(a1)); await reader.wells.b1.read();",
    ],
    ['the PLC tag', 'plc', "await plc.value.write('2.5 bar'); if ((await plc.raw.read()).value !== 6912) throw new Error();"],
    ['the clock', 'clock', "await clock.time.reach('60 s');"],
  ])('%s', (_, devices, body) => {
    const { events, failure } = play('everything', process(devices, body));
    expect(failure).toBeUndefined();
    expect(events.filter(({ event }) => event === 'error' || event === 'warning')).toEqual([]);
    expect(events.at(-1)).toMatchObject({ event: 'end', outcome: 'completed' });
  });

  it.each([
    ["await valve.position.write('7' as never);", 'Position cannot be "7": it is one of 1, 2, 3, 4, 5, 6.'],
    ["await relays.valve1.write('open' as never);", 'Valve 1 is either true or false, not "open".'],
    ['await shaker.setpoint.write(300);', 'Setpoint needs a unit: write "300 rpm" instead of 300.'],
    ["await shaker.setpoint.write('3000 rpm');", 'Setpoint 3000 rpm is out of range: at least 0 rpm, at most 1000 rpm.'],
    ['await balance.load.write(null as never);', 'Load put on by hand cannot be turned off: null is not allowed here.'],
    ['await relays.writeMask(999);', 'The mask of relays is a whole number from 0 to 255 with a bit for each valve, not 999.'],
  ])('nothing by %s', (body, message) => {
    const { events } = play('everything', process('valve, relays, shaker, balance', `valve; relays; shaker; balance; ${body}`));
    const error = events.find(({ event }) => event === 'error');
    expect(JSON.stringify(error)).toContain(JSON.stringify(message).slice(1, -1));
    expect(events.at(-1)).toMatchObject({ event: 'end', outcome: 'failed', claims: expect.anything() as string[] });
  });

  it('all of it to the same trace with the same seed, and another with another', () => {
    const body =
      "await thermostat.setpoint.write('30 degC'); await dispenser.flow.write('500 µl/min'); await balance.weight.reach('1 g'); await sample.temperature.reach('28 degC'); await reader.measure();";
    const trace = (seed: number) =>
      JSON.stringify(play('everything', process('thermostat, dispenser, balance, sample, reader', body), 3600, seed).events);
    expect(trace(1)).toBe(trace(1));
    expect(trace(2)).not.toBe(trace(1));
  });
});

describe('the services that a bench chooses', () => {
  const bench = `services:
  web:
    - { address: a.example/, status: 503, body: { sent: "{body}" }, headers: { Retry-After: 5 }, latency: 2 s }
    - { address: a.example/silent, latency: never }
    - { address: a.example/old, redirect: / }
    - { address: b.example/, refuses: true }
  mail: { host: post.example, auth: none, domains: [post.example], unknown: [nobody@post.example], delay: 1 s }
  files: [{ path: in/a.txt, text: hello }]
devices: [{ name: clock, type: clock }]
`;
  /** What a process sends as its last location. */
  const location = (body: string, document = bench, name = 'default') => {
    const code = `import { files, web, mail } from 'hardware'; export default async function p(context) { context.sendLocation(await (async () => { ${body} })()); }`;
    const { events, failure } = play(name, code, 3600, 1, document);
    expect(failure).toBeUndefined();
    const last = events.filter(({ event }) => event === 'location').at(-1);
    return last?.event === 'location' ? { value: last.location, t: last.t } : events.find(({ event }) => event === 'error');
  };

  it.each([
    [
      'answers with status, body and headers after its latency',
      "const r = await web.fetch('http://a.example/', { method: 'POST', body: 'x' }); return [r.status, r.json(), r.headers];",
      [503, { sent: 'x' }, { 'content-type': 'application/json', 'retry-after': '5' }],
      2,
    ],
    ['redirects', "return (await web.fetch('https://a.example/old')).url;", 'https://a.example/', 2.1],
    [
      'never answers',
      "try { await web.fetch('http://a.example/silent', { timeout: 4 }); } catch (e) { return e.name; }",
      'ReadTimeoutError',
      4,
    ],
    ['refuses', "try { await web.fetch('http://b.example/'); } catch (e) { return e.name; }", 'NewConnectionError', 0.02],
    [
      'has no other host',
      "try { await web.fetch('http://lab.example/'); } catch (e) { return e.message; }",
      "There is no host 'lab.example' in the simulated network, which is not the internet. There are: a.example, b.example.",
      0.05,
    ],
    [
      'has a mail server without login, which is slow',
      "const s = await mail.connect('post.example'); return [await s.send({ from: 'a@b.c', to: ['ada@post.example', 'nobody@post.example'], text: '' })];",
      [['nobody@post.example']],
      // The greeting, EHLO, MAIL, two RCPT, DATA, the text: 1 s each besides the usual 0.1 s and 0.05 s.
      7.4,
    ],
    ['has files', "return [await files.read('in/a.txt'), (await files.list()).length];", ['hello', 1], 0.002],
  ])('%s', (_, body, value, t) => {
    const found = location(body);
    expect(found).toMatchObject({ value });
    expect(found?.t).toBeCloseTo(t, 3);
  });

  it('are those of the laboratory where it says nothing', () => {
    const body = "return [(await web.fetch('http://lab.example/')).status, await files.exists('settings.json')];";
    expect(location(body, 'devices: [{ name: clock, type: clock }]')).toMatchObject({ value: [200, false] });
    expect(location(body, '', 'services')).toMatchObject({ value: [200, true] });
  });

  it('may be no network at all', () => {
    const body = "try { await web.fetch('http://lab.example/'); } catch (e) { return e.message; }";
    expect(location(body, 'services: { web: [] }\ndevices: [{ name: clock, type: clock }]')).toMatchObject({
      value: expect.stringMatching(/not the internet\. It has none\.$/) as string,
    });
  });
});
