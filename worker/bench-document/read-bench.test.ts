import { describe, expect, it } from 'vitest';
import { Bench } from '../hardware/index.js';
import { VirtualClock } from '../clock/virtual-clock.js';
import { EventLoop } from '../task/index.js';
import { checkWiring } from './check-wiring.js';
import { readBench, type WrittenDevice } from './read-bench.js';

function problems(text: string) {
  const read = readBench(text);
  return read.ok
    ? []
    : read.failures.map(({ message, hint, place }) => [`${place?.line ?? 0}:${place?.column ?? 0} ${message}`, hint ?? ''] as const);
}

const oven = '  - name: oven\n    type: thermostat\n';

describe('the document of a bench', () => {
  it('says which devices there are, how they are set up and what they are joined to', () => {
    const text = `ambient: 68 degF\ndevices:\n${oven}    label: Oven\n    parameters:\n      heater: 0.2 kW\n      sensorLag: 5\n  - name: tube\n    type: sample\n    wiring: { block: oven }\n`;
    const read = readBench(text);
    expect(read).toMatchObject({
      ok: true,
      bench: {
        environment: { ambient: 20 },
        devices: [
          { name: 'oven', type: 'thermostat', label: 'Oven', parameters: { heater: 200, sensorLag: 5 } },
          { name: 'tube', type: 'sample', wiring: { block: 'oven' } },
        ],
      },
    });
    if (!read.ok) return;
    const bench = new Bench(new EventLoop(new VirtualClock()), read.bench, { seed: 1 });
    expect(bench.paths).toEqual(['oven.readout', 'oven.setpoint', 'tube.temperature', 'tube.volume']);
    expect(bench.views()[0]).toMatchObject({ label: 'Oven' });
  });

  it('may name a device before the one that it is joined to', () => {
    const read = readBench(`devices:\n  - { name: tube, type: sample, wiring: { block: oven } }\n${oven}`);
    expect(read.ok && new Bench(new EventLoop(new VirtualClock()), read.bench, { seed: 1 }).views().map(({ id }) => id)).toEqual([
      'tube',
      'oven',
    ]);
  });

  it.each([
    ['5', '1:1 The bench has no devices.', 'Write a list under “devices:”'],
    ['devices: []', '1:10 The bench has no devices.', 'Write a list'],
    ['devices:\n  - oven', '2:5 A device is needed here.', 'Write a list'],
    ['devices:\n  - name: oven', '2:5 This device has no type.', 'has “type: thermostat”'],
    ['devices:\n  - type: pump', '2:5 This device has no name.', 'name: oven'],
    ['devices:\n  - name: oven\n    type: thermostart', '3:11 There is no type of device “thermostart”.', 'Did you mean thermostat?'],
    [`devices:\n${oven}${oven}`, '4:11 There are two devices called oven.', 'Give each its own name.'],
    [`devices:\n${oven}    colour: red`, '4:5 “colour” is not known in a device.', 'There are: name, type'],
    [`devices:\n${oven}    type: pump`, '4:5 “type” appears twice.', 'Remove one'],
    [`device:\n${oven}`, '1:1 “device” is not known in the description of a bench.', 'Did you mean devices?'],
    ['devices:\n  - { name: files, type: pump }', '2:13 The name files is taken already.', 'Choose another one.'],
    ['devices:\n  - { name: await, type: pump }', '2:13 The name await is taken already.', ''],
    ['devices:\n  - { name: my pump, type: pump }', '2:13 A process cannot import a device called “my pump”.', 'letters, digits and _'],
    ['devices:\n  - { name: 3, type: pump }', '2:13 “name” must be a text.', 'quotes'],
    [
      `devices:\n${oven}    parameters: { heat: 5 }`,
      '4:19 A device of the type thermostat has no parameter “heat”.',
      'There are: heater, cooler',
    ],
    [
      `devices:\n${oven}    parameters: { heater: 1e9 }`,
      '4:27 “heater” cannot be 1000000000 W: no such device is built.',
      'It is from heater: 1 to 2000 W',
    ],
    [`devices:\n${oven}    parameters: { heater: -5 W }`, '4:27 “heater” cannot be -5 W', ''],
    [`devices:\n${oven}    parameters: { heater: 5 s }`, '4:27 “heater” is', 'heater: 1 to 2000 W'],
    [`devices:\n${oven}    parameters: 5`, '4:17 “parameters” must be lines of “name: value”.', ''],
    [`ambient: 200 degC\ndevices:\n${oven}`, '1:10 “ambient” cannot be 200 degC', 'ambient: -20 to 60 degC'],
    [`devices:\n  - { name: a, type: sample, wiring: { block: b } }`, '2:47 There is no device b on this bench.', 'There are: a.'],
    [
      `devices:\n  - { name: a, type: sample, wiring: { blok: a } }`,
      '2:40 A device of the type sample has no port “blok”.',
      'Did you mean block?',
    ],
    [
      `devices:\n  - { name: a, type: sample, wiring: { block: p } }\n  - { name: p, type: pump }`,
      '2:47 p is a pump, which does not fit there.',
      'What fits: thermostat.',
    ],
    [
      `devices:\n  - { name: a, type: clock, wiring: { b: a } }`,
      '2:39 A device of the type clock has no port “b”.',
      'It cannot be joined to anything.',
    ],
    [
      'devices:\n  - { name: c, type: channel }\n  - { name: p, type: pump, wiring: { outlet: c } }\n  - { name: q, type: pump, wiring: { outlet: c } }',
      '4:46 p is joined to c already, and one device pushes through a channel.',
      'Add a channel',
    ],
    ['devices: [', '1:', ''],
  ])('%j is marked at its place', (text, message, hint) => {
    const [first] = problems(text);
    expect(first?.[0]).toContain(message);
    expect(first?.[1]).toContain(hint);
  });

  it('tells all that is wrong at once', () => {
    expect(
      problems('devices:\n  - { name: a, type: pumpe }\n  - { name: b, type: shaker, parameters: { acceleration: 0 } }\n'),
    ).toHaveLength(2);
  });

  it.each([
    ['devices:\n' + '  - { name: a, type: pump }\n'.repeat(51)],
    ['x'.repeat(60_000)],
    ['devices: ' + '['.repeat(5000)],
    ['devices: &a [*a]'],
  ])('bears what was made to hurt', (text) => {
    expect(problems(text).length).toBeGreaterThan(0);
  });
});

describe('the wiring', () => {
  it('must not lead back to where it came from', () => {
    const type = {
      type: 'mirror',
      label: 'Mirror',
      description: '',
      ports: { to: { description: '', accepts: ['mirror'], needed: true } },
    };
    const device = (name: string, to: string): WrittenDevice => ({
      description: { name, type: 'mirror', wiring: { to } },
      type: { ...type, create: () => Promise.reject(new Error()) as never },
      span: [0, 1],
      wires: new Map([['to', [2, 3]]]),
    });
    const told: string[] = [];
    const check = (...devices: readonly WrittenDevice[]) => {
      told.length = 0;
      checkWiring(devices, (_, message) => told.push(message));
      return told;
    };
    expect(check(device('a', 'a'))).toEqual(['This leads back to a: the wiring goes round in a circle.']);
    expect(check(device('a', 'b'), device('b', 'a'))).toHaveLength(2);
    expect(check(device('a', 'b'), device('b', 'c'), device('c', 'd'))).toEqual(['There is no device d on this bench.']);
    expect(check({ ...device('a', 'a'), wires: new Map() })).toEqual(['a is joined to nothing at “to” and can do nothing without it.']);
  });
});
