import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lab } from '../harness.js';
import { Syringe } from '../syringe.js';

describe('the syringe', () => {
  it('dispenses exactly flow times time, over any number of changes, and never more than it holds', () => {
    const change = fc.record({ flow: fc.integer({ min: 0, max: 1000 }), seconds: fc.integer({ min: 0, max: 600 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const syringe = new Syringe(5000);
        let at = 0;
        let expected = 0;
        for (const { flow, seconds } of changes) {
          syringe.press(flow, at);
          at += seconds * 1e6;
          expected = Math.min(5000, expected + (flow * seconds) / 60);
          expect(syringe.dispensed(at)).toBeCloseTo(expected, 6);
          expect(syringe.dispensed(at) + syringe.content(at)).toBeCloseTo(5000, 6);
          if (syringe.content(at) === 0) expect(syringe.flow(at)).toBe(0);
        }
      }),
    );
  });

  it('is empty at the instant at which its content is gone', () => {
    const syringe = new Syringe(100);
    syringe.press(50, 0);
    expect(syringe.emptyAt).toBe(120e6);
    expect([syringe.flow(120e6 - 1), syringe.flow(120e6)]).toEqual([50, 0]);
    expect([syringe.content(120e6), syringe.dispensed(500e6)]).toEqual([0, 100]);
  });

  it('goes on counting over a refill', () => {
    const syringe = new Syringe(100);
    syringe.press(50, 0);
    syringe.refill(200e6);
    expect([syringe.content(200e6), syringe.flow(200e6), syringe.emptyAt]).toEqual([100, 0, Number.POSITIVE_INFINITY]);
    syringe.press(50, 200e6);
    expect(syringe.dispensed(260e6)).toBe(150);
  });
});

describe('the pump', () => {
  function pumping() {
    const lab = new Lab();
    const bench = lab.bench();
    const card = () => bench.views().find(({ id }) => id === 'pump')!;
    return { lab, bench, card, pump: bench.devices.pump };
  }

  it('stops when the syringe is empty, and says so', () => {
    const { lab, card, pump } = pumping();
    lab.wait(pump.flow.write('1000 µl/min'));
    lab.pass(301);
    expect(card().activity).toBe('syringe empty · 5000 µl dispensed');
    expect(pump.flow.value?.toString()).toBe('0 µl/min');
    expect(pump.flow.error).toBe('The syringe is empty, so nothing flows. Refill it: pump.refill().');
    expect(card().nodes[0]).toMatchObject({ value: 0, target: 1000, settled: true });
    expect(() => lab.wait(pump.flow.write('5 µl/min'))).toThrow('The syringe is empty');
    lab.wait(pump.flow.write('0 µl/min'));
    expect(pump.flow.error).toBeNull();
  });

  it('goes on with what was wanted after a refill, which takes its time', () => {
    const { lab, card, pump } = pumping();
    lab.wait(pump.flow.write('1000 µl/min'));
    lab.pass(320);
    const start = lab.now;
    const refill = pump.refill();
    lab.pass(1);
    expect(refill).toMatchObject({ done: false, label: 'the syringe to be full' });
    expect(card().activity).toBe('refilling · 5000 µl dispensed');
    lab.wait(refill);
    expect(lab.now - start).toBeCloseTo(30.01, 6);
    lab.pass(60);
    expect(pump.flow.value?.toString()).toBe('1000 µl/min');
    expect(pump.flow.error).toBeNull();
    expect(lab.wait(pump.dispensed.read()).valueIn('µl')).toBeCloseTo(6000, -1);
  });

  it('finishes a refill that nobody waits for any more', () => {
    const { lab, card, pump } = pumping();
    lab.wait(pump.flow.write('1000 µl/min'));
    lab.pass(400);
    const refill = pump.refill();
    lab.pass(0.015);
    refill.cancel();
    lab.pass(40);
    expect(card().activity).not.toContain('refilling');
    expect(pump.flow.value?.toString()).toBe('1000 µl/min');
  });

  it('tells of an empty syringe after it was disconnected meanwhile', () => {
    const { lab, bench, pump } = pumping();
    lab.wait(pump.flow.write('1000 µl/min'));
    lab.pass(100);
    bench.fault({ device: 'pump', type: 'disconnect' });
    lab.pass(300);
    expect(pump.flow.value?.toString()).toBe('1000 µl/min');
    bench.fault({ device: 'pump', type: 'reconnect' });
    lab.pass(1);
    expect(pump.flow.value?.toString()).toBe('0 µl/min');
    expect(pump.flow.error).toContain('The syringe is empty');
  });

  it('refuses a flow out of range with both bounds', () => {
    const { lab, pump } = pumping();
    expect(() => lab.wait(pump.flow.write('2 ml/min'))).toThrow(
      'Flow 2000 µl/min is out of range: at least 0 µl/min, at most 1000 µl/min.',
    );
    expect(() => lab.wait(pump.flow.write('-1 µl/min'))).toThrow('Flow -1 µl/min is out of range');
  });

  it('has one timer while it flows and none while it rests', () => {
    const { lab, pump } = pumping();
    lab.wait(pump.flow.write('10 µl/min'));
    lab.pass(1);
    expect(lab.loop.clock.size).toBe(1);
    lab.wait(pump.flow.write('0 µl/min'));
    lab.pass(1);
    expect(lab.loop.clock.size).toBe(0);
  });
});
