import { describe, expect, it } from 'vitest';
import { type KeyPress, shortcutFor } from './shortcuts.js';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  defaultPrevented: false,
  ...rest,
});

describe('the keys of the page', () => {
  it('run from everywhere but a dialog', () => {
    expect(shortcutFor(press('Enter', { ctrlKey: true }), 'page')).toBe('run');
    expect(shortcutFor(press('Enter', { metaKey: true }), 'text')).toBe('run');
    expect(shortcutFor(press('Enter', { ctrlKey: true }), 'dialog')).toBeNull();
  });

  it('are letters in a field', () => {
    expect(shortcutFor(press('p'), 'page')).toBe('pause');
    expect(shortcutFor(press('P'), 'page')).toBe('pause');
    expect(shortcutFor(press('p'), 'text')).toBeNull();
    expect(shortcutFor(press('j'), 'page')).toBe('jump');
  });

  it('leave the keys of the browser alone', () => {
    expect(shortcutFor(press('p', { ctrlKey: true }), 'page')).toBeNull();
    expect(shortcutFor(press('ArrowLeft', { altKey: true }), 'page')).toBeNull();
    expect(shortcutFor(press('ArrowRight', { altKey: true }), 'page')).toBe('skip');
    expect(shortcutFor(press('ArrowRight', { altKey: true }), 'text')).toBeNull();
  });

  it('do nothing twice for one press', () => {
    expect(shortcutFor(press('Enter', { ctrlKey: true, repeat: true }), 'page')).toBeNull();
    expect(shortcutFor(press('Enter', { ctrlKey: true, defaultPrevented: true }), 'page')).toBeNull();
  });
});
