import { describe, expect, it } from 'vitest';
import type { DeviceDescription } from '../../../model/bench.js';
import type { Quantity } from '../../quantity/index.js';
import { Bench } from '../bench.js';
import { hydraulicResistance } from '../fluidics/channel.js';
import { waterViscosity } from '../fluidics/water.js';
import { Lab } from '../harness.js';
import type { ProcessDevice } from '../process-devices.js';
import type { ProcessNode, WritableProcessNode } from '../process-node.js';

type Reading = ProcessNode<Quantity>;
type Setting = WritableProcessNode<Quantity>;
type Switch = WritableProcessNode<boolean>;
interface Devices {
  readonly pump: ProcessDevice & { readonly flow: Setting; readonly dispensed: Reading };
  readonly pressure: ProcessDevice & { readonly readout: Reading; readonly setpoint: Setting };
  readonly relays: ProcessDevice & { readonly valve1: Switch; readonly valve3: Switch };
  readonly channel: ProcessDevice & { readonly pressure: Reading; readonly flow: Reading; readonly delivered: Reading };
}

/** The channel of these tests: 100 × 50 µm, 20 mm long, at 22 °C; in mbar/(µl/min). */
const resistance = hydraulicResistance({ type: 'rectangular', width: 100e-6, height: 50e-6, length: 0.02 }, waterViscosity(22));

function bench(...devices: readonly DeviceDescription[]) {
  const lab = new Lab();
  const made = new Bench(lab.loop, { name: 'test', label: 'Test', summary: '', devices }, { seed: 1 });
  const card = (name: string) => made.views().find(({ id }) => id === name)!;
  const value = (node: Reading) => {
    const quantity = lab.wait(node.read());
    return quantity.valueIn(node.unit);
  };
  return { lab, bench: made, card, value, ...(made.devices as unknown as Devices) };
}

const chip: DeviceDescription = { name: 'channel', type: 'channel' };
const pumping = (parameters: DeviceDescription['parameters'] = {}) =>
  bench({ name: 'pump', type: 'pump', wiring: { outlet: 'channel' }, parameters }, chip);
const pressing = (parameters: DeviceDescription['parameters'] = {}) =>
  bench({ name: 'pressure', type: 'pressure', wiring: { outlet: 'channel' }, parameters }, chip);

describe('a pump that pushes through a channel', () => {
  it('brings it to flow × resistance, with the time constant R C', () => {
    const { lab, value, pump, channel } = pumping();
    lab.wait(pump.flow.write('100 µl/min'));
    const timeConstant = resistance * 0.02 * 60;
    // Flow began when the command arrived, 10 ms ago.
    lab.pass(timeConstant - 0.01);
    expect(value(channel.pressure) / (100 * resistance)).toBeCloseTo(1 - 1 / Math.E, 2);
    lab.pass(100);
    expect(value(channel.pressure) / (100 * resistance)).toBeCloseTo(1, 2);
    expect(value(channel.flow) / 100).toBeCloseTo(1, 1);
  });

  it('delivers what was dispensed, less what gives way', () => {
    const { lab, value, pump, channel } = pumping();
    lab.wait(pump.flow.write('100 µl/min'));
    lab.pass(300);
    expect(value(pump.dispensed) - value(channel.delivered)).toBeCloseTo(0.02 * 100 * resistance, 0);
    lab.wait(pump.flow.write('0 µl/min'));
    lab.pass(300);
    expect(value(channel.delivered)).toBeCloseTo(value(pump.dispensed), 1);
    expect(value(channel.flow)).toBeCloseTo(0, 0);
  });

  it('stalls at its limit, says so, and goes on when the pressure has fallen', () => {
    const { lab, card, value, pump, channel } = pumping();
    lab.wait(pump.flow.write('1000 µl/min'));
    // 4.5 bar would be needed: it reaches 2 bar on the way.
    const stallsAfter = -resistance * 0.02 * 60 * Math.log(1 - 2000 / (1000 * resistance));
    lab.pass(stallsAfter - 0.1);
    expect(pump.flow.error).toBeNull();
    lab.pass(0.2);
    expect(pump.flow.value?.toString()).toBe('0 µl/min');
    expect(pump.flow.error).toBe(
      'The pump has stalled: the pressure has come to 2000 mbar, which is all that it can push against. ' +
        'It goes on below 1800 mbar: open the way out, or pump more slowly.',
    );
    expect(card('pump').activity).toMatch(/^stalled · \d+ µl dispensed$/);
    expect(value(channel.pressure)).toBeLessThan(2005);
    lab.pass(resistance * 0.02 * 60 * Math.log(2000 / 1800));
    expect(pump.flow.value?.toString()).toBe('1000 µl/min');
    expect(pump.flow.error).toBeNull();
  });

  it('can be told to pump more slowly once it has stalled', () => {
    const { lab, value, pump, channel } = pumping();
    lab.wait(pump.flow.write('1000 µl/min'));
    lab.pass(3.4);
    expect(pump.flow.error).toContain('has stalled');
    expect(() => lab.wait(pump.flow.write('50 µl/min'))).toThrow('The pump has stalled');
    lab.pass(60);
    expect([pump.flow.error, pump.flow.value?.toString()]).toEqual([null, '50 µl/min']);
    expect(value(channel.pressure) / (50 * resistance)).toBeCloseTo(1, 1);
  });

  it('loses its pressure when its syringe is empty', () => {
    const { lab, value, pump, channel } = pumping({ limit: 20_000 });
    lab.wait(pump.flow.write('1000 µl/min'));
    lab.pass(299);
    expect(value(channel.pressure) / (1000 * resistance)).toBeCloseTo(1, 2);
    lab.pass(100);
    expect(value(channel.pressure)).toBeCloseTo(0, -1);
    expect(value(channel.delivered)).toBeCloseTo(5000, 0);
    expect(pump.flow.error).toContain('The syringe is empty');
  });
});

describe('a pressure controller', () => {
  it('follows its setpoint with its lag, and pushes pressure ÷ resistance through its channel', () => {
    const { lab, value, pressure, channel } = pressing({ lag: 2 });
    lab.wait(pressure.setpoint.write('500 mbar'));
    lab.pass(2 - 0.01 - 0.01);
    expect(value(pressure.readout) / 500).toBeCloseTo(1 - 1 / Math.E, 2);
    lab.pass(60);
    expect(value(pressure.readout) / 500).toBeCloseTo(1, 2);
    expect((value(channel.flow) * resistance) / 500).toBeCloseTo(1, 1);
    expect(value(channel.pressure) / 500).toBeCloseTo(1, 2);
    const before = value(channel.delivered);
    lab.pass(60 - 0.005);
    expect(value(channel.delivered) - before).toBeCloseTo(500 / resistance, 0);
  });

  it('counts what it has delivered over changes of its setpoint', () => {
    const { lab, value, pressure, channel } = pressing();
    for (const setpoint of ['600 mbar', '0 mbar', '300 mbar']) {
      lab.wait(pressure.setpoint.write(setpoint));
      lab.pass(60 - 0.02);
    }
    expect(value(channel.delivered)).toBeCloseTo(900 / resistance, 0);
  });

  it('does not reach more than its supply gives', () => {
    const { lab, value, pressure } = pressing({ supply: 800 });
    lab.wait(pressure.setpoint.write('1500 mbar'));
    lab.pass(60);
    expect(value(pressure.readout) / 800).toBeCloseTo(1, 2);
  });

  it('refuses what is out of its range with both bounds', () => {
    const { lab, pressure } = pressing();
    expect(() => lab.wait(pressure.setpoint.write('3 bar'))).toThrow(
      'Setpoint 3000 mbar is out of range: at least 0 mbar, at most 2000 mbar.',
    );
  });
});

describe('a channel', () => {
  it('resists less in a warmer room, as its water is thinner, and what was delivered stays', () => {
    const { lab, bench: made, value, pressure, channel } = pressing();
    lab.wait(pressure.setpoint.write('500 mbar'));
    lab.pass(60);
    const [flow, delivered] = [value(channel.flow), value(channel.delivered)];
    made.environment.setAmbient(40);
    expect(value(channel.delivered)).toBeCloseTo(delivered, 0);
    expect(value(channel.flow) / flow).toBeCloseTo(waterViscosity(22) / waterViscosity(40), 1);
  });

  it('has nothing in it while nothing pushes', () => {
    const { value, channel } = bench(chip);
    expect(Math.abs(value(channel.pressure))).toBeLessThan(3);
    expect(value(channel.delivered)).toBe(0);
  });

  it('lets nothing through while its valve is closed, and everything again when that opens', () => {
    const { lab, card, value, relays, pressure, channel } = bench(
      { name: 'relays', type: 'relays' },
      { name: 'pressure', type: 'pressure', wiring: { outlet: 'channel' } },
      { ...chip, parameters: { valve: 3 }, wiring: { valve: 'relays' } },
    );
    lab.wait(pressure.setpoint.write('500 mbar'));
    lab.pass(60);
    expect(value(channel.delivered)).toBe(0);
    expect(value(channel.flow)).toBeCloseTo(0, 0);
    expect(value(channel.pressure) / 500).toBeCloseTo(1, 1);
    expect(card('channel').activity).toBe('closed by its valve');
    lab.wait(relays.valve3.write(true));
    // The contact needs 10 ms, as long as the request and its answer.
    lab.pass(60);
    expect(value(channel.delivered)).toBeCloseTo(500 / resistance, 0);
    lab.wait(relays.valve3.write(false));
    lab.pass(60);
    expect(value(channel.delivered)).toBeCloseTo(500 / resistance, 0);
  });

  it('stalls the pump that pushes into it while its valve is closed, until that opens', () => {
    const { lab, value, relays, pump, channel } = bench(
      { name: 'pump', type: 'pump', wiring: { outlet: 'channel' } },
      { name: 'relays', type: 'relays' },
      { ...chip, wiring: { valve: 'relays' } },
    );
    lab.wait(pump.flow.write('100 µl/min'));
    // 2000 mbar × 0.02 µl/mbar at 100 µl/min.
    lab.pass(24 - 0.02 - 0.2);
    expect(pump.flow.error).toBeNull();
    lab.pass(0.4);
    expect(pump.flow.error).toMatch(/It goes on below 1800 mbar: open its valve, relays\.valve1\.$/);
    lab.pass(600);
    expect(value(channel.pressure) / 2000).toBeCloseTo(1, 2);
    lab.wait(relays.valve1.write(true));
    lab.pass(60);
    expect([pump.flow.error, pump.flow.value?.toString()]).toEqual([null, '100 µl/min']);
    expect(value(channel.pressure) / (100 * resistance)).toBeCloseTo(1, 2);
  });

  it('takes one device that pushes, and no second one', () => {
    const two = () =>
      bench(
        { name: 'pump', type: 'pump', wiring: { outlet: 'channel' } },
        { name: 'pressure', type: 'pressure', wiring: { outlet: 'channel' } },
        chip,
      );
    expect(two).toThrow('Two devices push into channel: join each to a channel of its own.');
  });
});
