import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLocation, plain } from './export-location.js';

describe('a location', () => {
  it('is a copy: what happens to the original later does not leak in', () => {
    const location = { phase: 'heating', list: [1] };
    const exported = exportLocation(location);
    location.list.push(2);
    expect(exported).toEqual({ phase: 'heating', list: [1] });
  });

  it('is what export() returns, called on the object, at any depth', () => {
    class Phase {
      constructor(readonly phase: number) {}
      export() {
        return { phase: this.phase };
      }
    }
    expect(exportLocation(new Phase(1))).toEqual({ phase: 1 });
    expect(exportLocation({ inner: [new Phase(2)] })).toEqual({ inner: [{ phase: 2 }] });
  });

  it('may be any JSON value, which comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().filter((value) => value !== null),
        (value) => {
          expect(exportLocation(value)).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  it.each<[string, unknown, string]>([
    ['a function in it', { a: [1, { step: () => 1 }] }, 'location.a[1].step cannot be exported: it is step'],
    ['infinity', Number.POSITIVE_INFINITY, 'location cannot be exported: it is Infinity'],
    ['a map', new Map(), 'Give the class an export() method'],
    ['null', null, 'not null'],
  ])('is refused with the path of what cannot be: %s', (_, location, message) => {
    expect(() => exportLocation(location)).toThrow(message);
  });

  it('of a hundred levels is fine, one of a hundred and two is not', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });
    expect(() => exportLocation(nested(101))).not.toThrow();
    expect(() => exportLocation(nested(102))).toThrow('nested too deep');
  });

  it('keeps a member that is called __proto__ as a member', () => {
    const copy = exportLocation(JSON.parse('{"__proto__": {"a": 1}}')) as object;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  it('is bounded in all: values and characters', () => {
    expect(() => plain('x'.repeat(999_999), 'message')).not.toThrow();
    expect(() => plain('x'.repeat(1_000_000), 'message')).toThrow('The message is too large');
    expect(() => plain(new Array(600_000).fill(1), 'message')).toThrow('too large');
  });
});
