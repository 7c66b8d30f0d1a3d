import { describe, expect, it } from 'vitest';
import { Lab } from '../harness.js';

describe('the balance', () => {
  function weighing(parameters: Readonly<Record<string, number>> = {}) {
    const lab = new Lab();
    const bench = lab.benchOf([
      { name: 'balance', type: 'balance', parameters: { noise: 0, drift: 0, ...parameters }, wiring: { beaker: 'pump' } },
      { name: 'pump', type: 'pump' },
    ]);
    const shown = (at = lab.loop.clock.now) => bench.node('balance.weight')!.sample(at).value as number;
    return { lab, bench, shown, balance: bench.devices['balance']!, pump: bench.devices['pump']! };
  }

  it('settles as a low-pass does: m·(1 − e^(−t/τ))', () => {
    const { lab, shown, balance } = weighing({ settling: 0.6 });
    const writing = balance['load']!.write('10 g');
    lab.pass(0.01);
    expect(shown()).toBe(0);
    for (const constants of [1, 2, 4]) {
      lab.pass(0.01 + constants * 0.6 - lab.now);
      expect(shown()).toBeCloseTo(10 * (1 - Math.exp(-constants)), 3);
    }
    lab.wait(writing);
  });

  it('is stable when what it shows differs by less than its last digit', () => {
    const { lab, balance, shown } = weighing({ settling: 0.6 });
    lab.wait(balance['load']!.write('10 g'));
    expect(lab.wait(balance['stable']!.read())).toBe(false);
    lab.wait(balance['stable']!.reach(true));
    expect(lab.now).toBeGreaterThan(0.6 * Math.log(10 / 0.001));
    expect(lab.now).toBeLessThan(0.6 * Math.log(10 / 0.001) + 1);
    expect(shown()).toBeCloseTo(10, 2);
  });

  it('weighs what a pump delivers, behind by one time constant, until the syringe is empty', () => {
    const { lab, bench, shown, pump } = weighing({ settling: 0.6 });
    lab.wait(pump['flow']!.write('1000 µl/min'));
    lab.pass(60);
    const pumped = bench.node('pump.dispensed')!.sample(lab.loop.clock.now).value as number;
    expect(Math.abs(shown() - 0.000_997_77 * (pumped - (1000 / 60) * 0.6))).toBeLessThan(0.0007);
    lab.pass(600);
    expect(shown()).toBeCloseTo(4.989, 3);
  });

  it('shows the difference to what was on it when it was tared', () => {
    const { lab, shown, balance } = weighing();
    lab.wait(balance['load']!.write('50 g'));
    lab.pass(20);
    lab.wait(balance['tare']!());
    expect(shown()).toBe(0);
    lab.wait(balance['load']!.write('51.5 g'));
    lab.pass(20);
    expect(shown()).toBe(1.5);
  });

  it('drifts evenly, by no more than it may, another way with another seed', () => {
    const after = (seed: number, hours: number) => {
      const lab = new Lab();
      const bench = lab.benchOf([{ name: 'balance', type: 'balance', parameters: { noise: 0, drift: 0.5 } }], { seed });
      lab.pass(hours * 3600);
      return bench.node('balance.weight')!.sample(lab.loop.clock.now).value as number;
    };
    for (const seed of [1, 2, 3, 4]) {
      expect(Math.abs(after(seed, 1))).toBeLessThanOrEqual(0.5);
      expect(after(seed, 4)).toBeCloseTo(4 * after(seed, 1), 2);
    }
    expect(new Set([1, 2, 3, 4].map((seed) => after(seed, 1))).size).toBe(4);
  });
});

describe('the plate reader', () => {
  function reading(parameters: Readonly<Record<string, number>> = {}) {
    const lab = new Lab();
    const bench = lab.benchOf([{ name: 'reader', type: 'plate-reader', parameters }]);
    const reader = bench.devices['reader']!;
    const measure = () => lab.wait(reader['measure']!()) as Readonly<Record<string, number>>;
    return { lab, bench, reader, measure };
  }

  it('measures A = ε·c·l where little light is stray', () => {
    const { measure } = reading({ stock: 100, stray: 0 });
    const { a1, b1, c1, h1 } = measure();
    expect(a1).toBeCloseTo(18_000 * 100e-6 * 0.535, 1);
    expect(b1).toBeCloseTo(a1! / 2, 1);
    expect(c1).toBeCloseTo(a1! / 4, 1);
    expect(Math.abs(h1!)).toBeLessThan(0.002);
  });

  it('saturates at log₁₀((1 + s)/s), as stray light has it', () => {
    const { measure } = reading({ stock: 100_000, dilution: 1.2, stray: 0.01 });
    const values = Object.values(measure()).slice(0, 4);
    for (const value of values) expect(Math.abs(value - Math.log10(1.01 / 0.01))).toBeLessThan(0.05);
    const half = reading({ stock: 100, stray: 0.01 }).measure()['a1']!;
    const transmitted = 10 ** -(18_000 * 100e-6 * 0.535);
    expect(half).toBeCloseTo(-Math.log10((transmitted + 0.01) / 1.01), 1);
  });

  it('takes as much longer as its slow wells do', () => {
    const { lab, bench, measure } = reading();
    bench.fault({ device: 'reader', node: 'reader.wells.c1', type: 'slow', amount: 2 });
    bench.fault({ device: 'reader', node: 'reader.wells.g1', type: 'slow', amount: 0.5 });
    measure();
    expect(lab.now).toBeCloseTo(8 * 0.4 + 0.02 + 2.5, 9);
    expect(bench.faults.records.map(({ fired }) => fired)).toEqual([true, true]);
    bench.fault({ device: 'reader', node: 'reader.wells.c1', type: 'slow', active: false });
    const start = lab.now;
    measure();
    expect(lab.now - start).toBeCloseTo(8 * 0.4 + 0.02 + 0.5, 9);
  });

  it('takes its time, and keeps what it measured', () => {
    const { lab, bench, measure } = reading();
    const values = measure();
    expect(lab.now).toBeCloseTo(8 * 0.4 + 0.02, 9);
    expect(bench.node('reader.wells.c1')!.reading?.value).toBe(values['c1']);
  });

  it('sees less of the dye beside its band', () => {
    const { lab, reader, measure } = reading();
    const before = measure()['c1']!;
    lab.wait(reader['wavelength']!.write('433 nm'));
    expect(measure()['c1']! / before).toBeCloseTo(Math.exp(-0.5), 1);
    lab.wait(reader['wavelength']!.write('600 nm'));
    expect(measure()['a1']).toBeLessThan(0.01);
  });

  it('feels the faults of its wells when it reads them all at once, and the bench knows that they made a difference', () => {
    const { bench, measure } = reading();
    const before = measure()['f1']!;
    bench.fault({ device: 'reader', node: 'reader.wells.f1', type: 'drift', amount: 6 });
    expect(measure()['f1']! - before).toBeGreaterThan(0.3);
    bench.fault({ device: 'reader', node: 'reader.wells.a1', type: 'read-error' });
    expect(measure).toThrow('Well A1 cannot be read: its sensor gives no valid value.');
    expect(bench.faults.records.map(({ fired }) => fired)).toEqual([true, true]);
  });
});

describe('the PLC tag', () => {
  function tagged(parameters: Readonly<Record<string, number>> = {}) {
    const lab = new Lab();
    const bench = lab.benchOf([{ name: 'plc', type: 'plc-tag', parameters }]);
    return { lab, bench, plc: bench.devices['plc']! };
  }

  it.each([
    ['0 bar', 0],
    ['2.5 bar', 6912],
    ['5000 mbar', 13_824],
    ['10 bar', 27_648],
  ])('keeps %s as %i', (value, raw) => {
    const { lab, plc } = tagged();
    lab.wait(plc['value']!.write(value));
    expect(lab.wait(plc['raw']!.read()).valueIn('')).toBe(raw);
    expect(lab.wait(plc['value']!.read()).valueIn('bar')).toBeCloseTo((raw * 10) / 27_648, 9);
  });

  it('scales another range, and rounds to what the register can tell without writing again and again', () => {
    const { lab, bench, plc } = tagged({ low: -1, high: 1 });
    lab.wait(plc['value']!.write('0.33333 bar'));
    const { link } = bench.node('plc.value')!;
    const before = link.exchanges;
    const read = lab.wait(plc['value']!.read()).valueIn('bar');
    expect(Math.abs(read - 0.33333)).toBeLessThanOrEqual(1 / 27_648);
    lab.pass(100);
    expect(link.exchanges).toBe(before + 1);
    expect(() => lab.wait(plc['value']!.write('2 bar'))).toThrow('Value 2 bar is out of range: at least -1 bar, at most 1 bar.');
  });

  it('takes a value over at the end of its cycle', () => {
    const { lab, plc } = tagged({ cycle: 0.1 });
    lab.pass(0.03);
    lab.wait(plc['value']!.write('1 bar'));
    expect(lab.now).toBeCloseTo(0.105, 9);
  });
});

describe('the clock', () => {
  it('tells the time of the run, without being late', () => {
    const lab = new Lab();
    const { time } = lab.benchOf([{ name: 'clock', type: 'clock' }]).devices['clock']!;
    lab.pass(12.345);
    expect(lab.wait(time!.read()).valueIn('s')).toBe(12.345);
    expect(lab.wait(time!.reach('60 s')).valueIn('s')).toBeGreaterThanOrEqual(60);
    expect(lab.now).toBeLessThanOrEqual(61);
  });
});
