import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SurvivingText } from './surviving-text.js';
import { applyEdit } from './text-edit.js';

const edits = fc.array(fc.record({ at: fc.nat(40), removed: fc.nat(6), inserted: fc.string({ maxLength: 5 }) }), { maxLength: 12 });

describe('a text under edits', () => {
  it('finds untouched text where it stands now', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), edits, fc.nat(40), fc.nat(40), (original, changes, a, b) => {
        const start = Math.min(a, b, original.length);
        const end = Math.min(Math.max(a, b), original.length);
        let text = original;
        let surviving = SurvivingText.of(original.length);
        for (const change of changes) {
          const at = Math.min(change.at, text.length);
          const removed = text.slice(at, at + change.removed);
          text = applyEdit(text, { at, removed, inserted: change.inserted });
          surviving = surviving.edit({ at, removed: removed.length, inserted: change.inserted.length });
        }
        const found = surviving.find(start, end);
        if (found) expect(text.slice(found.start, found.end)).toBe(original.slice(start, end));
        const near = surviving.near(start);
        expect(near).toBeGreaterThanOrEqual(0);
        expect(near).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('keeps a place through edits before, behind and at its edges', () => {
    const surviving = SurvivingText.of(20)
      .edit({ at: 0, removed: 0, inserted: 3 })
      .edit({ at: 18, removed: 2, inserted: 0 })
      .edit({ at: 8, removed: 0, inserted: 1 })
      .edit({ at: 14, removed: 0, inserted: 5 });
    expect(surviving.find(5, 10)).toEqual({ start: 9, end: 14 });
  });

  it('gives a place up once something inside it was changed, but still knows about where it was', () => {
    const surviving = SurvivingText.of(20).edit({ at: 7, removed: 1, inserted: 1 });
    expect(surviving.find(5, 10)).toBeNull();
    expect(surviving.near(5)).toBe(5);
    expect(surviving.near(9)).toBe(9);
  });

  it('knows nothing of a text that was replaced', () => {
    const surviving = SurvivingText.of(20).edit({ at: 0, removed: 20, inserted: 50 });
    expect(surviving.find(5, 10)).toBeNull();
    expect(surviving.near(5)).toBe(0);
  });
});
