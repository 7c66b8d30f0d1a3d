import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.js';
import { mostPacked, mostUnpacked, pack, sumOf, unpack, utf8 } from './link-bytes.js';
import { linkDictionary } from './link-dictionary.js';
import { readLink, readSharedFile, type Shared, writeLink, writeSharedFile } from './link.js';

const whole: Shared = {
  example: 'timer',
  same: 'Ab_9',
  texts: { process: "import * as am from 'automancer';\n\n// µ „“ 😀\n", data: '', protocol: '- process: p\n', bench: 'devices: []\n' },
  bench: 'default',
  seed: -7,
  speed: 'max',
  held: true,
  run: {
    acts: [
      { at: 0, prepared: true, act: { type: 'fault', what: { device: 'pump', type: 'slow', amount: 2, for: 3 } } },
      { at: 1_500_000, turns: 12, act: { type: 'request', what: { type: 'jump', point: { progress: 0.5, __proto: null } } } },
    ],
    end: 2_000_001,
    point: [1, { a: null }],
  },
};
const link = writeLink(whole);
const refusal = (payload: string): string => {
  const read = readLink(payload);
  return read.ok ? '' : read.message;
};
/** A link with anything in it. */
const linkOf = (raw: unknown): string => `1.${pack(typeof raw === 'string' ? raw : JSON.stringify(raw))}`;

const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((value) => !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.test(value));
const states: fc.Arbitrary<Shared> = fc.record(
  {
    example: fc.constantFrom('timer', 'valves-and-tag', '0'),
    same: fc.constantFrom('abcd', '_-09'),
    texts: fc.record({ process: text, data: text, protocol: text, bench: text }, { requiredKeys: [] }),
    bench: fc.constantFrom('default', 'imaging'),
    seed: fc.maxSafeInteger(),
    speed: fc.constantFrom(1 as const, 10 as const, 100 as const, 'max' as const),
    held: fc.constant(true as const),
    run: fc.record({
      acts: fc
        .array(fc.record({ at: fc.nat(), act: fc.constant({ type: 'request' as const, what: { type: 'pause' as const } }) }), {
          maxLength: 5,
        })
        .map((acts) => acts.sort((a, b) => a.at - b.at)),
      end: fc.nat(),
    }),
  },
  { requiredKeys: [] },
);

describe('a link', () => {
  it('carries a whole state there and back', () => {
    expect(readLink(link)).toEqual({ ok: true, shared: whole });
    expect(link).toMatch(/^1\.[A-Za-z0-9_-]+$/);
    expect(readLink(writeLink({}))).toEqual({ ok: true, shared: {} });
  });

  it('carries any state there and back, and so does a file', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readLink(writeLink(state))).toEqual({ ok: true, shared: state });
        expect(readSharedFile(writeSharedFile(state))).toEqual({ ok: true, shared: state });
      }),
    );
  });

  it('that was changed on the way is refused, or still says the same', () => {
    fc.assert(
      fc.property(fc.nat(link.length), fc.string({ maxLength: 3 }), fc.nat(5), (at, put, gone) => {
        const read = readLink(link.slice(0, at) + put + link.slice(at + gone));
        if (read.ok) expect(read.shared).toEqual(whole);
        else expect(read.message).toMatch(/^This link .*\. Your texts are as they were\.$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('that holds any damaged state is refused or read, and nothing is thrown', () => {
    const json = JSON.stringify(whole);
    fc.assert(
      fc.property(fc.nat(json.length), fc.string({ maxLength: 3 }), fc.nat(5), (at, put, gone) => {
        expect(typeof readLink(linkOf(json.slice(0, at) + put + json.slice(at + gone))).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(typeof readLink(linkOf(json)).ok).toBe('boolean');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const sum = sumOf(bytes);
        expect(typeof readLink(`1.${toBase64url(Uint8Array.of(...bytes, ...sum))}`).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('is read although a program took what stands behind it for a part of it', () => {
    for (const trail of ['.', ')', '.)', '”,', '>', '!', '**']) expect(readLink(link + trail).ok).toBe(true);
    expect(refusal(`${link}.more`)).toContain('damaged');
  });

  it.each([
    ['', 'damaged: it does not say which version'],
    ['abc', 'damaged: it does not say which version'],
    ['1.', 'a part of it is missing'],
    [link.slice(0, -9), 'a part of it is missing'],
    [link.toLowerCase(), 'a part of it is missing'],
    [`2${link.slice(1)}`, 'made by a newer version of the playground: its format is 2'],
    [`999999.x`, 'its format is 999999'],
    [linkOf('nothing'), 'what it holds is no state of a playground'],
    [linkOf('[]'), 'what it holds is no state of a playground'],
    [linkOf('null'), 'what it holds is no state of a playground'],
    [linkOf({ texts: { process: 5 } }), 'The member texts.process of what it holds is wrong'],
    [linkOf({ texts: { process: 'a\0b' } }), 'without control characters'],
    [linkOf({ texts: { process: '\u001b[2J' } }), 'without control characters'],
    [linkOf({ texts: { process: 'x'.repeat(1_000_001) } }), 'at most 1,000,000 characters'],
    [linkOf({ example: '../../etc' }), 'example of what it holds is wrong'],
    [linkOf({ example: '__proto__' }), 'example of what it holds is wrong'],
    [linkOf({ bench: 'a/b' }), 'bench of what it holds is wrong'],
    [linkOf({ seed: 0.5 }), 'seed of what it holds is wrong'],
    [linkOf({ speed: 1000 }), 'speed of what it holds is wrong'],
    [linkOf({ held: 'yes' }), 'held of what it holds is wrong'],
    [linkOf({ more: 1 }), 'more of what it holds is not known'],
    [linkOf({ run: { acts: [{ at: 0, act: { type: 'shout' } }], end: 1 } }), 'run.acts[0].act.type'],
    [linkOf({ run: { acts: [], end: 1, point: {} }, constructor: 1 }), 'damaged'],
  ])('that cannot be opened says why: %.30s', (payload, message) => {
    expect(refusal(payload)).toContain(message);
  });

  it('changes nothing of what all objects have, whatever its members are called', () => {
    expect(refusal(linkOf('{"__proto__":{"seed":3}}'))).toContain('__proto__');
    expect(refusal(linkOf('{"texts":{"constructor":{"process":"x"}}}'))).toContain('constructor');
    const read = readLink(linkOf('{"run":{"acts":[],"end":0,"point":{"__proto__":{"seed":3}}}}'));
    expect(read.ok && read.shared.seed).toBeUndefined();
    expect(({} as { seed?: number }).seed).toBeUndefined();
  });

  it('that unfolds to more than any state is given up, and so is one that is endlessly long or deep', () => {
    const bomb = linkOf(' '.repeat(mostUnpacked + 1_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(unpack(bomb.slice(2)).ok).toBe(false);
    expect(refusal(bomb)).toContain('more than a playground can');
    expect(refusal(`1.${'A'.repeat(mostPacked + 1)}`)).toContain('more than a playground can');
    const deep = linkOf(`{"run":{"acts":[],"end":0,"point":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`);
    expect(refusal(deep)).toContain('damaged');
  });

  it('of version 1 is read for ever: what compresses it has not changed', () => {
    expect(toBase64url(sumOf(utf8(linkDictionary)))).toBe('F_2w');
    expect(readLink('1.w2o5WJs5qsm1AIbFxA')).toEqual({ ok: true, shared: { example: 'timer', seed: 7, speed: 'max' } });
  });
});

describe('a file', () => {
  it.each([
    ['', 'damaged, or it is not what was shared'],
    ['{"format":"something-else","version":1}', 'damaged, or it is not what was shared'],
    ['{"format":"process-playground-shared"}', 'does not say which version'],
    ['{"format":"process-playground-shared","version":3}', 'made by a newer version'],
    ['{"format":"process-playground-shared","version":1,"seed":"x"}', 'seed of what it holds is wrong'],
    [writeSharedFile(whole).slice(0, -30), 'damaged'],
  ])('that cannot be opened says why: %.50s', (given, message) => {
    const read = readSharedFile(given);
    expect(read.ok ? '' : read.message).toContain(message);
  });
});

it('bytes are written in the digits of an address and read again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  expect([fromBase64url('a'), fromBase64url('ab+/'), fromBase64url('YWJj')]).toEqual([null, null, utf8('abc')]);
  expect(unpack(pack('no sum').slice(0, -4))).toEqual({ ok: false, why: 'damaged' });
});
