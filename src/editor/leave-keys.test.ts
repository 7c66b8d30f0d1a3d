import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveKeys } from './leave-keys.svelte.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** An editor that takes every Tab that reaches it, and Escape when it has something to close. */
function setup() {
  const outside = document.createElement('div');
  const editor = document.createElement('textarea');
  outside.append(editor);
  const keys = leaveKeys();
  keys.watch(outside);
  const state = { tabs: 0, closes: false };
  editor.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') state.tabs++;
    if (event.key === 'Escape' && state.closes) event.preventDefault();
  });
  const press = (key: string, rest: KeyboardEventInit = {}) =>
    editor.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest }));
  return { keys, press, state, editor };
}

const toggle = { code: 'KeyM', ctrlKey: true };

describe('the ways out of the editor', () => {
  it('leave Tab to the editor at first', () => {
    const { press, state } = setup();
    press('Tab');
    expect(state.tabs).toBe(1);
  });

  it('are Escape and then Tab, with a hint', () => {
    const { press, state, keys } = setup();
    press('Escape');
    expect(keys.hint).toBe('Tab leaves the editor now.');
    press('Shift', { shiftKey: true });
    press('Tab', { shiftKey: true });
    expect(state.tabs).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(keys.hint).toBe('');
  });

  it('are forgotten once something else is done', () => {
    const { press, state, editor, keys } = setup();
    press('Escape');
    press('a');
    press('Tab');
    press('Escape');
    editor.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    press('Tab');
    expect([state.tabs, keys.hint]).toEqual([2, '']);
  });

  it('do not open when Escape closed something of the editor', () => {
    const { press, state } = setup();
    state.closes = true;
    press('Escape');
    press('Tab');
    expect(state.tabs).toBe(1);
  });

  it('can be switched on for good, and off again', () => {
    const { press, state, keys } = setup();
    press('m', toggle);
    press('Tab');
    press('a');
    press('Tab');
    expect([state.tabs, keys.hint]).toEqual([0, 'Tab now moves the focus.']);
    press('m', toggle);
    press('Tab');
    expect([state.tabs, keys.hint]).toEqual([1, 'Tab now indents.']);
  });
});
