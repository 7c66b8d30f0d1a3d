import { describe, expect, it } from 'vitest';
import { Lab } from './harness.js';
import type { WatchEvent } from './watcher.js';

const shown = ({ changes }: WatchEvent): readonly string[] => changes.map(({ node, type }) => `${node.path} ${type}`);

function setUp() {
  const lab = new Lab();
  const bench = lab.bench();
  return { lab, bench, ...bench.devices, watch: bench.watchNodes };
}

describe('a watcher (7.3)', () => {
  it('tells of every value of a polled node, which is polled until it stops', () => {
    const { lab, thermostat, watch } = setUp();
    const watcher = watch(thermostat.readout);
    const first = lab.wait(watcher.next());
    expect(shown(first)).toEqual(['thermostat.readout value']);
    expect(first.at).toBeCloseTo(0.02, 6);
    expect(lab.wait(watcher.next()).at).toBeCloseTo(1.02, 6);
    watcher.stop();
    watcher.stop();
    lab.pass(1);
    const { nextAt } = lab.loop.clock;
    expect(nextAt === null || nextAt > lab.loop.clock.now + 10e6).toBe(true);
    expect(() => watcher.next()).toThrow('Watching was stopped: there is nothing to come. Make another watcher with watch().');
  });

  it('has one event for all that changes in a turn, each once, in the order in which it did', () => {
    const { lab, bench, watch } = setUp();
    const { thermostat, pump } = bench.devices;
    const watcher = watch([thermostat.setpoint, pump.flow, thermostat.setpoint], ['connection', 'target']);
    bench.fault({ device: 'pump', type: 'disconnect' });
    void thermostat.setpoint.write('30 degC');
    bench.fault({ device: 'pump', type: 'reconnect' });
    expect(shown(lab.wait(watcher.next()))).toEqual(['pump.flow connection', 'thermostat.setpoint target']);
  });

  it('gives its events first in first out, also when nobody waits for them', () => {
    const { lab, bench, thermostat, watch } = setUp();
    const watcher = watch(thermostat.setpoint, 'connection');
    for (const type of ['disconnect', 'reconnect', 'disconnect'] as const) {
      lab.pass(10);
      bench.fault({ device: 'thermostat', type });
    }
    lab.pass(5);
    const times = [0, 1, 2].map(() => lab.wait(watcher.next()).at);
    expect(times).toEqual([10, 20, 30]);
    const next = watcher.next();
    lab.pass(100);
    expect(next.done).toBe(false);
    expect(next.label).toBe('a change of thermostat.setpoint');
  });

  it('tells only of what it was asked for, and of what a person does', () => {
    const { lab, bench, thermostat, watch } = setUp();
    const watcher = watch([thermostat.setpoint], ['ownership']);
    bench.manual.do({ type: 'claim', node: 'thermostat.setpoint' });
    bench.manual.do({ type: 'set', node: 'thermostat.setpoint', value: 20 });
    expect(shown(lab.wait(watcher.next()))).toEqual(['thermostat.setpoint ownership']);
    const next = watcher.next();
    lab.pass(10);
    expect(next.done).toBe(false);
  });

  it('is told of a connection only when that changes', () => {
    const { lab, bench, thermostat, watch } = setUp();
    const watcher = watch([thermostat.setpoint, thermostat.readout], 'connection');
    const { connection } = bench.node('thermostat.readout')!;
    expect([true, false, false].map((connected) => connection.set(connected))).toEqual([false, true, false]);
    expect(shown(lab.wait(watcher.next()))).toEqual(['thermostat.readout connection', 'thermostat.setpoint connection']);
    const next = watcher.next();
    connection.set(false);
    lab.pass(10);
    expect(next.done).toBe(false);
  });

  it('keeps an event for the next one when who waited for it was cancelled in that very turn', () => {
    const { lab, bench, thermostat, watch } = setUp();
    const watcher = watch(thermostat.setpoint, 'connection');
    const task = lab.loop.task(
      (function* () {
        yield watcher.next();
      })(),
    );
    lab.loop.drain();
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    // After the event was told, before the task takes notice.
    lab.loop.callSoon(() => task.cancel());
    lab.loop.drain();
    expect(task.cancelled).toBe(true);
    expect(shown(lab.wait(watcher.next()))).toEqual(['thermostat.setpoint connection']);
  });

  it('loses nothing when nobody takes its events: beyond a thousand, what comes is added to the newest', () => {
    const { lab, bench, thermostat, pump, watch } = setUp();
    const watcher = watch([thermostat.setpoint, pump.flow], 'connection');
    for (let count = 0; count < 1000; count++) {
      bench.fault({ device: 'thermostat', type: count % 2 === 0 ? 'disconnect' : 'reconnect' });
      lab.pass(1);
    }
    bench.fault({ device: 'pump', type: 'disconnect' });
    lab.pass(1);
    const events = Array.from({ length: 1000 }, () => lab.wait(watcher.next()));
    expect(shown(events.at(-1)!)).toEqual(['thermostat.setpoint connection', 'pump.flow connection']);
    expect(watcher.next().done).toBe(false);
  });

  it('ends with the process that made it, and who waits is cancelled', () => {
    const { lab, bench, thermostat, watch } = setUp();
    const watcher = watch(thermostat.readout);
    lab.wait(watcher.next());
    const next = watcher.next();
    bench.releaseAll('process');
    expect(next.cancelled).toBe(true);
    expect(watcher.stopped).toBe(true);
  });

  it.each([
    [[], 'value', 'watch() needs a node, or a list of them, such as watch(thermostat.readout).'],
    [undefined, 'value', 'watch() takes nodes such as thermostat.readout, not undefined.'],
    ['thermostat.readout', 'value', "watch() takes nodes such as thermostat.readout, not 'thermostat.readout'."],
    [setUp().thermostat, 'value', 'watch() takes nodes such as thermostat.readout, not the device thermostat: name one of its nodes.'],
    [
      setUp().thermostat.readout,
      'values',
      "What is watched of a node is one of 'value', 'connection', 'target', 'ownership', 'status', not 'values'.",
    ],
  ])('refuses %s with %s in a sentence', (nodes, types, sentence) => {
    expect(() => setUp().watch(nodes, types)).toThrow(sentence);
  });
});
