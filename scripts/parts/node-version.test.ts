import { expect, it } from 'vitest';
import { checkNodeVersion } from './node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '100.0.0'])('Node %s will do', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

it.each(['18.20.4', '20.18.3', '0.12.0'])('Node %s is refused with both versions', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(`This is Node ${version}, and at least Node 20.19 is needed.`);
});
