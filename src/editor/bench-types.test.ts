import { describe, expect, it } from 'vitest';
import { withBench } from './bench-types.js';
import { firstBench } from '../../model/benches/first-bench.js';

const path = '../../worker/typescript/api/hardware.d.ts';
const hardware = import.meta.glob<string>('../../worker/typescript/api/hardware.d.ts', { eager: true, query: '?raw', import: 'default' })[
  path
]!;
const constants = (text: string) => text.match(/export const \w+: \w+(?=;)/g) ?? [];

describe('the types of a bench document', () => {
  it('are those of its devices, also where a built-in bench means something else by the name', () => {
    const text = withBench(
      hardware,
      'devices:\n  - name: oven # warm\n    type: thermostat\n  - { name: pump, type: rotary-valve }\n  # - { name: abolished, type: pump }\n',
    );
    expect(constants(text)).toContain('export const oven: Thermostat');
    expect(constants(text).filter((constant) => constant.includes(' pump:'))).toEqual(['export const pump: RotaryValve']);
    expect(text).not.toContain('abolished');
    expect(text.trimEnd().endsWith('}')).toBe(true);
  });

  it('are not those of what a service answers', () => {
    const document =
      'services:\n  web:\n    - address: lab.example/\n      body: { name: robot, type: pump }\n\ndevices:\n  - { name: oven, type: thermostat }\n';
    const text = withBench(hardware, document);
    expect(constants(text)).toContain('export const oven: Thermostat');
    expect(text).not.toContain('robot: Pump');
  });

  it.each(['', 'devices:\n  - name: oven\n', 'devices:\n  - name: oven\n    type: warp-core\n', 'nonsense: ['])(
    'of %j are those that there are',
    (document) => {
      expect(constants(withBench(hardware, document))).toEqual(constants(hardware));
    },
  );

  it('are not changed by the document to begin with', () => {
    expect([...constants(withBench(hardware, firstBench('everything')))].sort()).toEqual([...constants(hardware)].sort());
  });
});
