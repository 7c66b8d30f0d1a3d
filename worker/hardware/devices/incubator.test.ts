import { describe, expect, it } from 'vitest';
import type { DeviceDescription } from '../../../model/bench.js';
import { Lab } from '../harness.js';

const exact = { sensorLag: 0, noise: 0 };

function warmed(parameters: DeviceDescription['parameters'], ambient = 22) {
  const lab = new Lab();
  const bench = lab.benchOf(
    [
      { name: 'thermostat', type: 'thermostat', parameters: { ...exact, ...parameters } },
      { name: 'sample', type: 'sample', parameters: { noise: 0 }, wiring: { block: 'thermostat' } },
    ],
    { environment: { ambient } },
  );
  const { thermostat, sample } = bench.devices;
  const read = (node: { readonly path: string } | undefined) => (bench.node(node!.path)!.sample(lab.loop.clock.now).value as number) ?? 0;
  return { lab, bench, thermostat: thermostat!, sample: sample!, read };
}

describe('the thermostat', () => {
  it('warms by P/C less what it loses where the heater is the limit, towards Tₐ + P/G', () => {
    // 20 W on 540 J/K with 0.45 W/K: T = Tₐ + (P/G)·(1 − e^(−t·G/C)).
    const { lab, thermostat, read } = warmed({ heater: 20 });
    lab.wait(thermostat['setpoint']!.write('60 degC'));
    const start = lab.now - 0.01;
    for (const minutes of [1, 10, 30]) {
      lab.pass(start + minutes * 60 - lab.now);
      const expected = 22 + (20 / 0.45) * (1 - Math.exp((-minutes * 60 * 0.45) / 540));
      // The controller asks for less than that when it comes near.
      if (expected < 55) expect(read(thermostat['readout'])).toBeCloseTo(expected, 1);
    }
  });

  it('never reaches a setpoint that is beyond its heater, or its cooler', () => {
    const weak = warmed({ heater: 9 });
    weak.lab.wait(weak.thermostat['setpoint']!.write('60 degC'));
    weak.lab.pass(20_000);
    expect(weak.read(weak.thermostat['readout'])).toBeCloseTo(22 + 9 / 0.45, 1);
    const warm = warmed({ cooler: 4.5 }, 30);
    warm.lab.wait(warm.thermostat['setpoint']!.write('4 degC'));
    warm.lab.pass(20_000);
    expect(warm.read(warm.thermostat['readout'])).toBeCloseTo(30 - 4.5 / 0.45, 1);
  });

  it('drifts to the room when it is off, also when the room becomes colder meanwhile', () => {
    const { lab, bench, thermostat, read } = warmed({});
    bench.environment.setAmbient(10);
    lab.pass(1200);
    expect(read(thermostat['readout'])).toBeCloseTo(10 + 12 / Math.E, 1);
  });

  it('is read through a sensor that lags by its time constant while the block moves evenly', () => {
    const [at, behind] = [{}, { sensorLag: 10 }].map((parameters) => {
      const { lab, thermostat, read } = warmed(parameters);
      lab.wait(thermostat['setpoint']!.write('60 degC'));
      lab.pass(120);
      return read(thermostat['readout']);
    });
    expect(at! - behind!).toBeCloseTo((7 / 60) * 10, 1);
  });
});

describe('a sample in a block', () => {
  it('follows it with τ = V·c/G: it lags by τ while the block moves evenly, and more of it lags more', () => {
    const { lab, thermostat, sample, read } = warmed({ heater: 2000 });
    lab.wait(thermostat['setpoint']!.write('60 degC'));
    lab.pass(270);
    const tau = 4.18 / 0.07;
    const lag = read(thermostat['readout']) - read(sample['temperature']);
    expect(lag).toBeCloseTo((7 / 60) * tau * (1 - Math.exp(-270 / tau)), 1);
    // Twice as much has 2^⅓ times the time constant.
    const more = warmed({ heater: 2000 });
    more.lab.wait(more.sample['volume']!.write('2 ml'));
    more.lab.wait(more.thermostat['setpoint']!.write('60 degC'));
    more.lab.pass(270);
    const longer = more.read(more.thermostat['readout']) - more.read(more.sample['temperature']);
    const slower = tau * Math.cbrt(2);
    expect(longer).toBeCloseTo((7 / 60) * slower * (1 - Math.exp(-270 / slower)), 1);
  });

  it('ends up as warm as the block', () => {
    const { lab, bench, thermostat, sample, read } = warmed({});
    lab.wait(thermostat['setpoint']!.write('37 degC'));
    lab.pass(1200);
    expect(read(sample['temperature'])).toBeCloseTo(37, 1);
    expect(bench.views()[1]).toMatchObject({ activity: 'as warm as Thermostat' });
  });
});

describe('the shaker', () => {
  it('comes up to speed and to rest within |v − v₀|/a', () => {
    const lab = new Lab();
    const bench = lab.benchOf([{ name: 'shaker', type: 'shaker', parameters: { acceleration: 50 } }]);
    const { speed, setpoint } = bench.devices['shaker']!;
    const measured = () => bench.node('shaker.speed')!.sample(lab.loop.clock.now).value as number;
    lab.wait(setpoint!.write('300 rpm'));
    lab.pass(3);
    expect(Math.abs(measured() - 150)).toBeLessThan(4);
    lab.wait(speed!.reach('300 rpm', { tolerance: '3 rpm' }));
    expect(lab.now).toBeGreaterThan(5.5);
    expect(lab.now).toBeLessThan(8);
    lab.wait(setpoint!.write('0 rpm'));
    lab.pass(6.1);
    expect(measured()).toBe(0);
    expect(bench.views()[0]).toMatchObject({ activity: 'at rest' });
    expect(() => lab.wait(setpoint!.write('2000 rpm'))).toThrow('Setpoint 2000 rpm is out of range: at least 0 rpm, at most 1000 rpm.');
  });
});
