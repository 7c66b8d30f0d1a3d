import { describe, expect, it } from 'vitest';
import { booleanKind } from './boolean-kind.js';
import { Lab } from './harness.js';
import { Listeners } from './listeners.js';
import { NumericNode } from './numeric-node.js';
import { ValueNode } from './value-node.js';
import type { Observation } from './watching.js';

function node(observation: Observation, { latency = 0, connected = true } = {}) {
  const lab = new Lab();
  const link = lab.link(latency, connected);
  const device = { value: 0, broken: false };
  const watched = new NumericNode({
    path: 'device.value',
    label: 'Value',
    unit: '',
    link,
    observation,
    read: () => {
      if (device.broken) throw new Error('The sensor is broken.');
      return device.value;
    },
  });
  const seen: unknown[] = [];
  watched.changed.add((change) => {
    if (change === 'value') seen.push([lab.now, watched.reading?.value]);
  });
  return { lab, link, device, watched, watching: watched.watching!, seen };
}

describe('a polled node', () => {
  const polled: Observation = { type: 'polled', seconds: 1 };

  it('is not read while nobody watches', () => {
    const { lab, link } = node(polled);
    lab.pass(100);
    expect(link.exchanges).toBe(0);
    expect(lab.loop.clock.nextAt).toBeNull();
  });

  it('is read in one loop for two who watch, until the last one leaves', () => {
    const { lab, link, watching } = node(polled);
    const first = watching.watch();
    lab.pass(2.5);
    const second = watching.watch();
    lab.pass(2);
    expect(link.exchanges).toBe(5);
    first.stop();
    first.stop();
    lab.pass(1);
    expect(link.exchanges).toBe(6);
    second.stop();
    lab.pass(10);
    expect(link.exchanges).toBe(6);
    expect(lab.loop.clock.nextAt).toBeNull();
  });

  it('is read at its interval, counted from request to request', () => {
    const { lab, watching, seen } = node(polled, { latency: 0.4 });
    watching.watch();
    lab.pass(3);
    expect(seen.map((entry) => (entry as [number])[0])).toEqual([0.4, 1.4, 2.4]);
  });

  it('bears the time at which the device took the value, half of the way back', () => {
    const { lab, watching, watched } = node(polled, { latency: 0.4 });
    watching.watch();
    lab.pass(0.5);
    expect(watched.reading).toEqual({ at: 200_000, value: 0 });
  });

  it('is read as fast as the device answers when that takes longer than the interval', () => {
    const { lab, link, watching } = node(polled, { latency: 2 });
    watching.watch();
    lab.pass(10);
    expect(link.exchanges).toBe(5);
  });

  it('is not read while it is disconnected, and again once it is back', () => {
    const { lab, link, watching } = node(polled, { connected: false });
    const { first } = watching.watch();
    lab.pass(10);
    expect([link.exchanges, first.done]).toEqual([0, false]);
    link.connection.set(true);
    lab.pass(0.5);
    expect([link.exchanges, first.done]).toEqual([1, true]);
    link.connection.set(false);
    lab.pass(10);
    expect(link.exchanges).toBe(1);
    link.connection.set(true);
    lab.pass(1.5);
    expect(link.exchanges).toBe(3);
  });

  it('has its first observation at once for those who come later, unless it is out of date', () => {
    const { lab, watching } = node(polled);
    const first = watching.watch();
    expect(first.first.done).toBe(false);
    lab.pass(0.5);
    expect(first.first.done).toBe(true);
    expect(watching.watch().first.done).toBe(true);
  });

  it('is observed anew after nobody has watched for a while', () => {
    const { lab, watching } = node(polled);
    const first = watching.watch();
    lab.pass(0.5);
    first.stop();
    lab.pass(60);
    expect(watching.watch().first.done).toBe(false);
  });

  it('keeps what goes wrong to itself and goes on', () => {
    const { lab, device, watching, watched } = node(polled);
    device.broken = true;
    const { first } = watching.watch();
    lab.pass(1.5);
    expect([watched.error, first.done]).toEqual(['The sensor is broken.', false]);
    device.broken = false;
    lab.pass(1);
    expect([watched.error, first.done]).toEqual([null, true]);
  });

  it('can be watched again by somebody who is told of a value', () => {
    const { lab, link, watching, watched } = node(polled);
    const watch = watching.watch();
    const off = watched.changed.add((change) => {
      if (change !== 'value') return;
      off();
      watch.stop();
      watching.watch();
    });
    lab.pass(3.5);
    // The first loop ended with its first reading, the second one took over at once.
    expect(link.exchanges).toBe(5);
  });
});

describe('a stable node', () => {
  const stable: Observation = { type: 'stable' };

  it('is read once per connection, however many watch', () => {
    const { lab, link, watching } = node(stable);
    const watches = [watching.watch(), watching.watch()];
    lab.pass(10);
    expect(link.exchanges).toBe(1);
    for (const watch of watches) watch.stop();
    expect(watching.watch().first.done).toBe(true);
    lab.pass(10);
    expect(link.exchanges).toBe(1);
    link.connection.set(false);
    link.connection.set(true);
    lab.pass(10);
    expect(link.exchanges).toBe(2);
  });
});

describe('a node that the device pushes', () => {
  it('is read when watching begins and whenever the device says so', () => {
    const pushes = new Listeners();
    let subscribers = 0;
    const { lab, device, watching, seen } = node({
      type: 'pushed',
      subscribe: (changed) => {
        subscribers++;
        const off = pushes.add(changed);
        return () => {
          subscribers--;
          off();
        };
      },
    });
    pushes.tell();
    const watch = watching.watch();
    lab.pass(1);
    device.value = 5;
    pushes.tell();
    lab.pass(1);
    expect(seen).toEqual([
      [0, 0],
      [1, 5],
    ]);
    expect(subscribers).toBe(1);
    watch.stop();
    expect(subscribers).toBe(0);
    pushes.tell();
    lab.pass(1);
    expect(seen).toHaveLength(2);
  });
});

describe('a node of another kind', () => {
  it('is read and written like any other', () => {
    const lab = new Lab();
    let light = false;
    const lamp = new ValueNode({
      path: 'lamp.on',
      label: 'Lamp',
      kind: booleanKind,
      link: lab.link(),
      read: () => light,
      write: (on) => void (light = on ?? false),
    });
    expect(lab.run(lamp.read())).toBe(false);
    lab.run(lamp.writer!.write(lamp.accept(true)));
    expect(lab.run(lamp.read())).toBe(true);
    expect(() => lamp.accept('on')).toThrow('Lamp is either true or false, not "on".');
  });
});
