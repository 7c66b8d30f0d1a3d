import { readFileSync } from 'node:fs';
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

/** A document whose services are these lines, with what is wrong in it. */
type Case = readonly [text: string, message: string, hint: string];
const services = (lines: string, message: string, hint: string): readonly Case[] => [
  [`services:\n${lines}\ndevices:\n${oven}`, message, hint],
];
const web = (entry: string, message: string, hint: string) => services(`  web:\n    - ${entry}`, message, hint);

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

  it('says what the network knows, which mail server there is, and which files', () => {
    const text = `services:
  web:
    - address: Lab.example/status
      about: The state
      status: 503
      body: { state: busy, left: [1, 2.5, null, true] }
      headers: { Retry-After: 5 }
      latency: 500 ms
      methods: [get]
    - { address: lab.example/silent, latency: never }
    - { address: lab.example/old, redirect: /status }
    - { address: lab.example/loop, redirect: /loop, endless: true }
    - { address: down.example/, refuses: true }
  mail:
    host: post.example
    accounts: [{ username: ada, password: x }]
    domains: [Post.example]
    unknown: [nobody@post.example]
    delay: 1 s
  files:
    - path: /plates//layout.csv
      text: |
        a,b
devices:
${oven}`;
    const read = readBench(text);
    expect(read.ok && read.bench.services).toEqual({
      web: [
        {
          address: 'lab.example/status',
          about: 'The state',
          status: 503,
          body: { state: 'busy', left: [1, 2.5, null, true] },
          headers: { 'retry-after': '5' },
          latency: 0.5,
          methods: ['GET'],
        },
        { address: 'lab.example/silent', about: '', latency: null },
        { address: 'lab.example/old', about: '', redirect: '/status' },
        { address: 'lab.example/loop', about: '', redirect: '/loop', endless: true },
        { address: 'down.example/', about: '', refuses: true },
      ],
      mail: {
        host: 'post.example',
        accounts: [{ username: 'ada', password: 'x' }],
        domains: ['post.example'],
        unknown: ['nobody@post.example'],
        delay: 1,
      },
      files: [{ path: 'plates/layout.csv', text: 'a,b\n' }],
    });
    expect(readBench(`services:\n  web: []\ndevices:\n${oven}`)).toMatchObject({ ok: true, bench: { services: { web: [] } } });
  });

  it('may let a pump push through a channel on a block, at whose end a balance is', () => {
    const read = readBench(
      `devices:\n  - { name: scale, type: balance, wiring: { beaker: chip } }\n  - { name: pump, type: pump, wiring: { outlet: chip } }\n` +
        `  - { name: chip, type: channel, wiring: { block: oven } }\n${oven}`,
    );
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const bench = new Bench(new EventLoop(new VirtualClock()), read.bench, { seed: 1 });
    expect(bench.views().map(({ id, wiring }) => [id, wiring])).toEqual([
      ['scale', { beaker: 'chip' }],
      ['pump', { outlet: 'chip' }],
      ['chip', { block: 'oven' }],
      ['oven', {}],
    ]);
  });

  it('may name a device before the one that it is joined to', () => {
    const read = readBench(`devices:\n  - { name: tube, type: sample, wiring: { block: oven } }\n${oven}`);
    expect(read.ok && new Bench(new EventLoop(new VirtualClock()), read.bench, { seed: 1 }).views().map(({ id }) => id)).toEqual([
      'tube',
      'oven',
    ]);
  });

  it.each<Case>([
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
      'It is at least 1 W, at most 2000 W.',
    ],
    [`devices:\n${oven}    parameters: { heater: -5 W }`, '4:27 “heater” cannot be -5 W', ''],
    [`devices:\n${oven}    parameters: { heater: 5 s }`, '4:27 “heater” is', 'heater: 1 to 2000 W'],
    [`devices:\n${oven}    parameters: 5`, '4:17 “parameters” must be lines of “name: value”.', ''],
    [`ambient: 200 degC\ndevices:\n${oven}`, '1:10 “ambient” cannot be 200 degC', 'It is at least -20 degC, at most 60 degC.'],
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
    [
      'devices:\n  - { name: c, type: channel }\n  - { name: b, type: balance, wiring: { beaker: c } }\n  - { name: d, type: balance, wiring: { beaker: c } }',
      '4:49 b is joined to c already, and what comes out goes into one beaker.',
      'Add a channel for this one.',
    ],
    [
      'devices:\n  - { name: b, type: balance, wiring: { beaker: chanel } }',
      '2:49 There is no device chanel on this bench.',
      'There are: b.',
    ],
    [
      'devices:\n  - { name: t, type: clock }\n  - { name: c, type: channel, wiring: { block: t } }',
      '3:48 t is a clock, which does not fit there.',
      'What fits: thermostat.',
    ],
    ['devices: [', '1:', ''],
    [`services: 5\ndevices:\n${oven}`, '1:11 “services” must be lines of “name: value”.', '“web:”, “mail:” or “files:”'],
    ...services('  mial: {}', '2:3 “mial” is not known among the services.', 'Did you mean mail?'),
    ...services('  web: lab', '2:8 “web” must be a list.', '- address: lab.example/status'),
    ...web('lab.example/', '3:7 An address is needed here.', ''),
    ...web('{ status: 200 }', '3:7 This entry has no address.', '- address:'),
    ...web('{ address: http://lab.example/ }', '3:18 “http://lab.example/” is no address.', 'without “http://”'),
    ...web('{ address: lab.example }', '3:18 “lab.example” is no address.', ''),
    ...web('{ address: a/, latencie: 1 s }', '3:22 “latencie” is not known at an address.', 'Did you mean latency?'),
    ...web('{ address: a/, status: 99 }', '3:30 The status of an answer cannot be 99.', 'from 200 to 599'),
    ...web('{ address: a/, status: fine }', '3:30 The status of an answer cannot be fine.', ''),
    ...web('{ address: a/, latency: -1 s }', '3:31 “latency” cannot be -1 s.', 'It is at least 0 s, at most 86400 s.'),
    ...web('{ address: a/, latency: soon }', '3:31 ', 'latency: 0 to 86400 s'),
    ...web('{ address: a/, redirect: b }', '3:32 “b” is nothing to be redirected to.', '“/new”'),
    ...web('{ address: a/, redirect: / }', '3:32 This redirect leads round in a circle: a/, a/.', '“endless: true”'),
    ...web(
      '{ address: a/, redirect: /b }\n    - { address: a/b, redirect: "http://A:80/?x" }',
      '3:32 This redirect leads round in a circle: a/, a/b, a/.',
      '',
    ),
    ...web('{ address: a/ }\n    - { address: A/ }', '4:18 The address a/ is there twice.', 'Remove one'),
    ...web('{ address: a/, refuses: true, status: 200 }', '3:45 Whoever refuses connections answers nothing, so “status”', ''),
    ...web('{ address: a/, refuses: 5 }', '3:31 “refuses” must be true or false.', ''),
    ...web('{ address: a/, headers: { "a b": c } }', '3:33 “a b” cannot be the name of a header.', 'retry-after: 5'),
    ...web('{ address: a/, headers: { a: [1] } }', '3:36 The header “a” must be a text on one line.', 'quotes'),
    ...web('{ address: a/, body: "{{ 5 }}" }', '3:28 A bench has no expressions.', '{body}'),
    ...services('  mail: 5', '2:9 A mail server is needed here.', 'host: mail.lab.example'),
    ...services('  mail: { accounts: [] }', '2:9 The mail server has no host.', ''),
    ...services('  mail: { host: Mail/ }', '2:17 “Mail/” cannot be the name of a host.', 'small letters'),
    ...services('  mail: { host: m, auth: off }', '2:26 “auth” must be “required” or “none”.', 'takes mail from anybody'),
    ...services('  mail: { host: m, accounts: [{ username: a }] }', '2:31 This account has no password.', ''),
    ...services('  mail: { host: m, auth: none, accounts: [{ username: a, password: b }] }', '2:43 Nobody can log in', ''),
    ...services('  mail: { host: m, domains: ["a@b"] }', '2:30 “a@b” does not belong among the domains.', 'behind the @'),
    ...services('  mail: { host: m, unknown: [nobody] }', '2:30 “nobody” does not belong among the unknown.', 'whole addresses'),
    ...services('  mail: { host: m, delay: -2 }', '2:27 “delay” cannot be -2 s.', ''),
    ...services('  files: [{ text: a }]', '2:11 This file has no path.', ''),
    ...services('  files: [{ path: ../a, text: a }]', "2:19 '../a' leads out of its folder", ''),
    ...services('  files: [{ path: a }, { path: /a }]', '2:32 There are two files a.', ''),
    ...services('  files: [{ path: a }, { path: a/b }]', '2:32 a/b and a cannot both be files', 'Rename one'),
    ...services('  files: [{ path: a, text: 5 }]', '2:28 “text” must be a text.', 'quotes'),
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

it('the document in docs/services.md is read', () => {
  const page = readFileSync(new URL('../../docs/services.md', import.meta.url), 'utf8');
  const [, document = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(document).toContain('endless: true');
  expect(problems(document)).toEqual([]);
});
