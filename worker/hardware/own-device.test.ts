import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../quantity/index.js';
import { Bench } from './bench.js';
import { lamp } from './examples/lamp.js';
import { Lab } from './harness.js';
import type { ProcessNode, WritableProcessNode } from './process-node.js';

/** The devices of a bench with the lamp of the guide alone. */
interface Lamps {
  readonly lamp: { readonly light: ProcessNode<Quantity>; readonly power: WritableProcessNode<Quantity> };
}

describe('the device of the guide', () => {
  const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

  it('is what stands there, in less than 60 lines', () => {
    const [, example] = /```ts\n([\s\S]*?)```/.exec(text('../../docs/own-device.md')) ?? [];
    expect(example).toBe(text('examples/lamp.ts'));
    expect(example!.split('\n').length).toBeLessThan(60);
  });

  it('works as any other does: it gives less light the warmer it is, by its formula', () => {
    const lab = new Lab();
    const description = { name: 'own', label: 'Own', summary: '', devices: [{ name: 'lamp', type: 'lamp' }] };
    const bench = new Bench(lab.loop, description, { seed: 1, types: [lamp] });
    const { light, power } = (bench.devices as unknown as Lamps).lamp;
    lab.wait(power.write('1 W'));
    const start = lab.now - 0.01;
    for (const seconds of [1, 20, 200]) {
      lab.pass(start + seconds - lab.now);
      const expected = 400 * (1 - 0.1 * (1 - Math.exp(-seconds / 20)));
      expect(Math.abs((bench.node('lamp.light')!.sample(lab.loop.clock.now).value as number) - expected)).toBeLessThan(4);
    }
    expect(lab.wait(light.read()).valueIn('mW')).toBeLessThan(370);
    expect(() => lab.wait(power.write('3 W'))).toThrow('Power 3 W is out of range: at least 0 W, at most 2 W.');
    bench.fault({ device: 'lamp', type: 'disconnect' });
    lab.wait(power.write('0 W'));
    expect(power.error).toBe('Disconnected: 0 W is written as soon as the device is back.');
    expect(bench.views()[0]).toMatchObject({ id: 'lamp', label: 'Lamp', activity: 'on', headline: 'lamp.light' });
  });
});
