import { expect, it } from 'vitest';
import { benches } from '../../model/benches/index.js';
import { readBench } from './read-bench.js';
import { firstBench } from '../../model/benches/first-bench.js';

it.each(benches.map(({ name }) => name))('the bench %s, written as a text to begin with, is read as what it was', (name) => {
  const bench = benches.find((one) => one.name === name)!;
  const read = readBench(firstBench(name));
  expect(read.ok ? [] : read.failures).toEqual([]);
  if (!read.ok) return;
  const plain = bench.devices.map((device) => ({ parameters: {}, wiring: {}, ...device }));
  expect(read.bench.devices).toEqual(plain);
  expect(read.bench.services).toEqual(bench.services);
});
