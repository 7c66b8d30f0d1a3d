import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, readAddress, writeAddress } from './address.js';

const addresses: readonly (readonly [string, Address])[] = [
  ['#/', { type: 'start' }],
  ['#/examples/long-step', { type: 'example', id: 'long-step' }],
  ['#/lessons/first-process', { type: 'lesson', id: 'first-process' }],
  ['#/course', { type: 'course' }],
  ['#/gallery', { type: 'gallery' }],
  ['#/link/1.AbC-_', { type: 'link', payload: '1.AbC-_' }],
];

describe('the address of the page', () => {
  it.each(addresses)('%s is read and written', (hash, address) => {
    expect(readAddress(hash)).toEqual(address);
    expect(writeAddress(address)).toBe(hash);
  });

  it('opens nothing when there is none', () => {
    expect(readAddress('')).toEqual({ type: 'start' });
    expect(readAddress('#')).toEqual({ type: 'start' });
  });

  it.each(['#/examples/', '#/examples/../x', '#/examples/a/b', '#/lessons/UPPER', '#/course/x', '#/link', '#elsewhere', '#/nothing'])(
    '%s is unknown',
    (hash) => {
      expect(readAddress(hash)).toEqual({ type: 'unknown', text: hash.slice(1) });
    },
  );

  it('is never more than unknown, and is written as it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = readAddress(`#${text}`);
        if (address.type !== 'start') expect(writeAddress(address)).toBe(`#${text}`);
      }),
    );
  });
});
