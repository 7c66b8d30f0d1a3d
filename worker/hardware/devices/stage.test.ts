import { describe, expect, it } from 'vitest';
import { imagingBench } from '../../../model/benches/imaging.js';
import type { Quantity } from '../../quantity/index.js';
import { Bench } from '../bench.js';
import { Lab } from '../harness.js';
import type { ProcessDevice } from '../process-devices.js';
import type { WritableProcessNode } from '../process-node.js';

type Axis = WritableProcessNode<Quantity>;
type ProcessStage = ProcessDevice & { readonly x: Axis; readonly y: Axis; readonly velocity: Axis };

function moving() {
  const lab = new Lab();
  const bench = new Bench(lab.loop, imagingBench, { seed: 1 });
  const card = () => bench.views().find(({ id }) => id === 'stage')!;
  return { lab, bench, card, stage: bench.devices['stage'] as ProcessStage };
}

describe('the stage', () => {
  it('is there after h/v + v/a, and says where it is meanwhile', () => {
    const { lab, card, stage } = moving();
    const write = stage.x.write('40 mm');
    lab.pass(1.01);
    // 0.1 s and 1 mm to its velocity of 20 mm/s, then 0.9 s of that.
    expect(lab.wait(stage.x.read()).valueIn('mm')).toBeCloseTo(1 + 20 * 0.91, 1);
    expect(card().activity).toBe('moving to 40, 0 mm');
    expect(write.done).toBe(false);
    lab.wait(write);
    // And half of the 20 ms that the command and its answer take.
    expect(lab.now).toBeCloseTo(0.01 + 40 / 20 + 20 / 200, 6);
    expect(card().activity).toBe('at 40, 0 mm');
    expect([stage.x.value?.toString(), stage.x.settled, stage.x.error]).toEqual(['40 mm', true, null]);
  });

  it('moves both axes at once', () => {
    const { lab, stage } = moving();
    const writes = [stage.x.write('40 mm'), stage.y.write('40 mm')];
    for (const write of writes) lab.wait(write);
    expect(lab.now).toBeLessThan(2.2);
  });

  it('takes its time by the velocity that it was told', () => {
    const { lab, stage } = moving();
    lab.wait(stage.velocity.write('2 mm/s'));
    const start = lab.now;
    lab.wait(stage.y.write('10 mm'));
    expect(lab.now - start).toBeCloseTo(0.01 + 10 / 2 + 2 / 200, 6);
  });

  it('goes where it was told last when it is told on its way, also back to where it comes from', () => {
    const { lab, stage } = moving();
    lab.wait(stage.x.write('10 mm'));
    const first = stage.x.write('60 mm');
    lab.pass(1);
    const second = stage.x.write('10 mm');
    lab.wait(second);
    lab.wait(first);
    expect(lab.wait(stage.x.read()).valueIn('mm')).toBe(10);
    lab.pass(10);
    expect(lab.wait(stage.x.read()).valueIn('mm')).toBe(10);
    expect(lab.loop.clock.size).toBe(0);
  });

  it('refuses places beyond its ends with both of them, and stays where it is', () => {
    const { lab, stage } = moving();
    expect(() => lab.wait(stage.x.write('111 mm'))).toThrow('X 111 mm is out of range: at least 0 mm, at most 110 mm.');
    expect(() => lab.wait(stage.y.write('-1 µm'))).toThrow('is out of range: at least 0 mm, at most 75 mm.');
    expect(() => lab.wait(stage.velocity.write('21 mm/s'))).toThrow(
      'Velocity 21 mm/s is out of range: at least 0.01 mm/s, at most 20 mm/s.',
    );
    expect(lab.wait(stage.x.read()).valueIn('mm')).toBe(0);
  });

  it('arrives although its cable is pulled, and says so only when it is back', () => {
    const { lab, bench, stage } = moving();
    stage.x.write('40 mm');
    lab.pass(1);
    bench.fault({ device: 'stage', type: 'disconnect' });
    lab.pass(5);
    expect(stage.x.value).toBeUndefined();
    expect(stage.x.error).toBe('Disconnected: 40 mm is written as soon as the device is back.');
    bench.fault({ device: 'stage', type: 'reconnect' });
    lab.pass(0.1);
    expect([stage.x.value?.toString(), stage.x.error]).toEqual(['40 mm', null]);
  });

  it('is not told again and again while somebody watches it move', () => {
    const { lab, bench, stage } = moving();
    const watch = bench.watch('stage.x')!;
    lab.wait(stage.x.write('40 mm'));
    lab.pass(1);
    const before = bench.node('stage.x')!.link.exchanges;
    lab.pass(10);
    // Five readings a second, and nothing else.
    expect(bench.node('stage.x')!.link.exchanges - before).toBe(50);
    watch.stop();
  });
});
