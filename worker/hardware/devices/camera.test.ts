import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imagingBench } from '../../../model/benches/imaging.js';
import type { Quantity } from '../../quantity/index.js';
import type { Future } from '../../task/index.js';
import { Bench } from '../bench.js';
import { Lab } from '../harness.js';
import type { ProcessDevice } from '../process-devices.js';
import type { WritableProcessNode } from '../process-node.js';

type Number = WritableProcessNode<Quantity>;
type ProcessStage = ProcessDevice & { readonly x: Number };
type ProcessCamera = ProcessDevice & { readonly exposure: Number; readonly focus: Number; capture(path?: unknown): Future<string> };

function looking(seed = 1) {
  const lab = new Lab();
  const files = new Map<string, Uint8Array>();
  const bench = new Bench(lab.loop, imagingBench, { seed, store: (path, bytes) => files.set(path, bytes) });
  const { stage, camera } = bench.devices as unknown as { readonly stage: ProcessStage; readonly camera: ProcessCamera };
  const card = () => bench.views().find(({ id }) => id === 'camera')!;
  return { lab, bench, files, stage, camera, card };
}

/** The rows of a picture: 256 pixels behind one byte each. */
function rowsOf(png: Uint8Array): Uint8Array {
  const begin = Buffer.from(png).indexOf('IDAT') + 4;
  return inflateSync(png.subarray(begin));
}

/** A measure of how sharp a picture is. */
function contrast(png: Uint8Array): number {
  const rows = rowsOf(png);
  return rows.reduce((sum, grey, at) => sum + (at < 4 ? 0 : (grey - rows[at - 4]!) ** 2), 0);
}

describe('the camera', () => {
  it('takes a picture within its exposure and the readout, and keeps it as a file', () => {
    const { lab, files, camera, card } = looking();
    lab.wait(camera.exposure.write('100 ms'));
    const start = lab.now;
    const capture = camera.capture();
    lab.pass(0.05);
    expect(card().activity).toBe('exposing');
    expect(lab.wait(capture)).toBe('camera-0001.png');
    expect(lab.now - start).toBeCloseTo(0.1 + 0.004 + 2 * 0.002, 6);
    expect([...files.keys()]).toEqual(['camera-0001.png']);
    expect(rowsOf(files.get('camera-0001.png')!).length).toBe(192 * 257);
    expect(card().activity).toBe('1 picture');
    expect(lab.wait(camera.capture('a/b'))).toBe('a/b.png');
  });

  it('sees another place where the stage is, and the same one again when it is back', () => {
    const { lab, files, stage, camera } = looking();
    lab.wait(camera.exposure.write('10 ms'));
    const take = (x: string, path: string) => {
      lab.wait(stage.x.write(x));
      lab.wait(camera.capture(path));
      return rowsOf(files.get(path)!);
    };
    const [here, there, back] = [take('0 mm', '1.png'), take('5 mm', '2.png'), take('0 mm', '3.png')];
    const difference = (one: Uint8Array, other: Uint8Array) => one.reduce((sum, grey, at) => sum + Math.abs(grey - other[at]!), 0);
    // Only noise is between two pictures of one place.
    expect(difference(here, there)).toBeGreaterThan(2 * difference(here, back));
    expect(difference(here, back)).toBeGreaterThan(0);
  });

  it('gets a smeared picture from a stage that moves', () => {
    const { lab, files, stage, camera } = looking();
    lab.wait(camera.capture('still'));
    stage.x.write('10 mm');
    lab.pass(0.05);
    lab.wait(camera.capture('moving'));
    expect(contrast(files.get('moving.png')!)).toBeLessThan(contrast(files.get('still.png')!) / 2);
  });

  it('is out of focus away from the slide', () => {
    const { lab, files, camera } = looking();
    lab.wait(camera.capture('sharp'));
    lab.wait(camera.focus.write('80 µm'));
    lab.wait(camera.capture('blurred'));
    expect(contrast(files.get('blurred.png')!)).toBeLessThan(contrast(files.get('sharp.png')!) / 2);
  });

  it('takes one picture at a time, and can take another one after one that was given up', () => {
    const { lab, files, camera } = looking();
    const first = camera.capture();
    lab.pass(0.01);
    expect(() => lab.wait(camera.capture())).toThrow('Camera is taking a picture already: wait for it first.');
    expect(lab.wait(first)).toBe('camera-0001.png');
    const given = camera.capture();
    lab.pass(0.01);
    given.cancel();
    lab.pass(1);
    expect(lab.wait(camera.capture())).toBe('camera-0002.png');
    expect(files.size).toBe(2);
  });

  it('keeps nothing of a picture during which its cable was pulled', () => {
    const { lab, bench, files, camera } = looking();
    const capture = camera.capture();
    lab.pass(0.01);
    bench.fault({ device: 'camera', type: 'disconnect' });
    expect(() => lab.wait(capture)).toThrow('Camera is disconnected, so it does not answer.');
    expect(files.size).toBe(0);
  });

  it('takes no path that is none', () => {
    const { lab, camera } = looking();
    expect(() => lab.wait(camera.capture(7))).toThrow("The path of a picture is a text, such as 'scan/1.png'.");
  });
});
