import { describe, expect, it } from 'vitest';
import { keyMove } from './keys.js';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  keyMove({ shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held, key } as KeyboardEvent);

describe('keys of the timeline', () => {
  it.each([
    ['ArrowLeft', { type: 'step', by: -1 }],
    ['ArrowRight', { type: 'step', by: 1 }],
    ['Home', { type: 'first' }],
    ['End', { type: 'live' }],
    ['Escape', { type: 'live' }],
    ['PageUp', { type: 'leap', by: 1 }],
    ['0', { type: 'fit' }],
    ['f', { type: 'fit' }],
    ['x', null],
  ])('%s', (key, move) => {
    expect(press(key)).toEqual(move);
  });

  it('moves the picture with Shift, and leaves chords to others', () => {
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ type: 'pan', part: 0.125 });
    expect(press('f', { ctrlKey: true })).toBeNull();
    expect(press('ArrowRight', { altKey: true })).toBeNull();
    expect(press('0', { metaKey: true })).toBeNull();
  });
});
