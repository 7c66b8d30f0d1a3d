import { describe, expect, it } from 'vitest';
import { isCurrent } from './dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/svelte': { version: '5.57.3' },
    'node_modules/binding-windows': { version: '1.0.0', optional: true },
  },
};

describe('what is installed is current', () => {
  it('when every package has the version of the lock file, whatever other platforms need', () => {
    expect(isCurrent(wanted, { packages: { 'node_modules/svelte': { version: '5.57.3' } } })).toBe(true);
  });
});

describe('what is installed is not current', () => {
  it('when nothing is installed', () => {
    expect(isCurrent(wanted, null)).toBe(false);
  });

  it('when a package is missing', () => {
    expect(isCurrent(wanted, { packages: {} })).toBe(false);
  });

  it('when a package has another version', () => {
    expect(isCurrent(wanted, { packages: { 'node_modules/svelte': { version: '5.57.2' } } })).toBe(false);
  });

  it('when an optional package is there in another version', () => {
    const installed = { packages: { ...wanted.packages, 'node_modules/binding-windows': { version: '0.9.0' } } };
    expect(isCurrent(wanted, installed)).toBe(false);
  });
});
