import { describe, expect, it } from 'vitest';
import { NodeUnavailableError } from './errors.js';
import { Lab } from './harness.js';
import { NumericNode } from './numeric-node.js';

function node({ latency = 0, connected = true } = {}) {
  const lab = new Lab();
  const link = lab.link(latency, connected);
  const device = { value: 0, writes: [] as (number | null)[], refusal: null as Error | null };
  const written = new NumericNode({
    path: 'device.value',
    label: 'Value',
    unit: '',
    resolution: 0.1,
    link,
    observation: { type: 'polled', seconds: 1 },
    read: () => device.value,
    write: (value) => {
      if (device.refusal) throw device.refusal;
      device.writes.push(value);
      device.value = value ?? 0;
    },
  });
  return { lab, link, device, written, writer: written.writer! };
}

describe('a writer', () => {
  it('has nothing to do before it is told what is wanted', () => {
    const { lab, link, device, writer } = node();
    link.connection.set(false);
    link.connection.set(true);
    lab.pass(10);
    expect(device.writes).toEqual([]);
    expect(writer).toMatchObject({ target: null, settled: true, error: null });
  });

  it('keeps what is wanted while the device is disconnected: settled, with an error, and written on its return', () => {
    const { lab, link, device, writer } = node({ connected: false });
    lab.run(writer.write(5));
    expect(writer).toMatchObject({
      target: { at: 0, value: 5 },
      settled: true,
      error: 'Disconnected: 5 is written as soon as the device is back.',
    });
    link.connection.set(true);
    lab.pass(0);
    expect(device.writes).toEqual([5]);
    expect(writer).toMatchObject({ settled: true, error: null });
  });

  it('tries again after the return what the loss of the connection has interrupted', () => {
    const { lab, link, device, writer, written } = node({ latency: 1 });
    const writing = lab.loop.task(writer.write(5));
    lab.pass(0.2);
    link.connection.set(false);
    lab.pass(10);
    expect([device.writes, writing.done, writer.settled]).toEqual([[], true, true]);
    link.connection.set(true);
    lab.pass(10);
    expect(device.writes).toEqual([5]);
    expect(written.reading?.value).toBe(5);
  });

  it('writes the newest of several values, and everybody waits until it is written', () => {
    const { lab, device, writer } = node({ latency: 1 });
    const writings = [1, 2, 3].map((value) => lab.loop.task(writer.write(value)));
    lab.pass(1.5);
    expect(writings.map(({ done }) => done)).toEqual([false, false, false]);
    lab.pass(1);
    expect(writings.map(({ done }) => done)).toEqual([true, true, true]);
    expect(device.writes).toEqual([1, 3]);
  });

  it('does not write what is there already', () => {
    const { lab, device, writer } = node();
    lab.run(writer.write(5));
    lab.run(writer.write(5.04));
    expect(device.writes).toEqual([5]);
  });

  it('writes a value that drifts away again, at the next poll', () => {
    const { lab, device, written, writer } = node();
    written.watching!.watch();
    lab.run(writer.write(5));
    lab.pass(0.5);
    device.value = 4;
    lab.pass(0.4);
    expect(device.writes).toEqual([5]);
    lab.pass(0.1);
    expect(device.writes).toEqual([5, 5]);
    lab.pass(10);
    expect(device.writes).toEqual([5, 5]);
  });

  it('raises what the device says, keeps it beside the node, and tries again when the value is seen again', () => {
    const { lab, device, written, writer } = node();
    device.refusal = new NodeUnavailableError('The lid is open.');
    expect(() => lab.run(writer.write(5))).toThrow('The lid is open.');
    expect(writer).toMatchObject({ settled: true, error: 'The lid is open.', target: { value: 5 } });
    written.watching!.watch();
    lab.pass(5);
    device.refusal = null;
    lab.pass(1);
    expect(device.writes).toEqual([5]);
    expect(writer.error).toBeNull();
  });

  it('keeps even a defect of a device to its node', () => {
    const { lab, device, writer } = node();
    device.refusal = new TypeError('x is undefined');
    expect(() => lab.run(writer.write(5))).toThrow(TypeError);
    device.refusal = null;
    lab.run(writer.write(6));
    expect(device.writes).toEqual([6]);
  });

  it('tells of targets, values and its status in order', () => {
    const { lab, written, writer } = node({ latency: 1 });
    const told: string[] = [];
    written.changed.add((change) => told.push(change === 'status' ? `settled ${String(writer.settled)}` : change));
    lab.run(writer.write(5));
    expect(told).toEqual(['target', 'settled false', 'value', 'settled true']);
  });
});
