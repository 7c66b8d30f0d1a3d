import { describe, expect, it } from 'vitest';
import { isPressed, type Key, keyCaps, type KeyPress } from './keys.js';

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
const run: Key = { key: 'Enter', mod: true };
const pause: Key = { key: 'p' };
const skip: Key = { key: 'ArrowRight', alt: true };

describe('the keys of the page', () => {
  it('with Control or Command work from everywhere but a dialog', () => {
    expect(isPressed(run, press('Enter', { ctrlKey: true }), 'page', null)).toBe(true);
    expect(isPressed(run, press('Enter', { metaKey: true }), 'text', null)).toBe(true);
    expect(isPressed(run, press('Enter', { ctrlKey: true }), 'dialog', null)).toBe(false);
    expect(isPressed(run, press('Enter', { ctrlKey: true, shiftKey: true }), 'page', null)).toBe(false);
  });

  it('are letters in a field', () => {
    expect(isPressed(pause, press('p'), 'page', null)).toBe(true);
    expect(isPressed(pause, press('p'), 'text', null)).toBe(false);
    expect(isPressed(pause, press('P', { shiftKey: true }), 'page', null)).toBe(false);
    // With Caps Lock.
    expect(isPressed(pause, press('P'), 'page', null)).toBe(true);
  });

  it('leave the keys of the browser alone', () => {
    expect(isPressed(pause, press('p', { ctrlKey: true }), 'page', null)).toBe(false);
    expect(isPressed(skip, press('ArrowLeft', { altKey: true }), 'page', null)).toBe(false);
    expect(isPressed(skip, press('ArrowRight', { altKey: true }), 'page', null)).toBe(true);
    expect(isPressed(skip, press('ArrowRight', { altKey: true }), 'text', null)).toBe(false);
  });

  it('do nothing twice for one press', () => {
    expect(isPressed(run, press('Enter', { ctrlKey: true, repeat: true }), 'page', null)).toBe(false);
  });

  it('are two letters only one after the other', () => {
    const process: Key = { key: 'p', after: 'g' };
    expect(isPressed(process, press('p'), 'page', 'g')).toBe(true);
    expect(isPressed(process, press('p'), 'page', null)).toBe(false);
    expect(isPressed(pause, press('p'), 'page', 'g')).toBe(false);
  });

  it('that are signs do not mind Shift, since keyboards differ in it', () => {
    expect(isPressed({ key: '?' }, press('?', { shiftKey: true }), 'page', null)).toBe(true);
    expect(isPressed({ key: '?' }, press('?'), 'page', null)).toBe(true);
    expect(isPressed({ key: 'F6' }, press('F6', { shiftKey: true }), 'text', null)).toBe(false);
    expect(isPressed({ key: 'F6', shift: true }, press('F6', { shiftKey: true }), 'text', null)).toBe(true);
  });

  it('have the names that stand on the keyboard', () => {
    expect(keyCaps(run, false)).toEqual(['Ctrl', '↵']);
    expect(keyCaps(run, true)).toEqual(['⌘', '↵']);
    expect(keyCaps({ key: 'p', after: 'g' }, false)).toEqual(['G', 'P']);
    expect(keyCaps({ key: 'F6', shift: true }, false)).toEqual(['Shift', 'F6']);
  });
});
