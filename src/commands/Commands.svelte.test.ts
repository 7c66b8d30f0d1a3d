// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { memoryPreferences } from '../ui/preferences.js';
import type { Command } from './command.js';
import { Commands } from './Commands.svelte.js';

function bed(preferences = memoryPreferences()) {
  const done: string[] = [];
  const told: string[] = [];
  const list: readonly Command[] = [
    { id: 'pause', title: 'Pause', group: 'Process', keys: [{ key: 'p' }], run: () => done.push('pause') },
    { id: 'go', title: 'Go to Process', group: 'View', keys: [{ key: 'p', after: 'g' }], run: () => done.push('go') },
    { id: 'palette', title: 'Show', group: 'Help', keys: [{ key: 'k', mod: true }], run: () => done.push('palette') },
    {
      id: 'skip',
      title: 'Skip',
      group: 'Process',
      keys: [{ key: 'ArrowRight', alt: true }],
      unavailable: 'Not now.',
      run: () => done.push('skip'),
    },
  ];
  const commands = new Commands(
    () => list,
    (reason) => told.push(reason),
    preferences,
  );
  const press = (key: string, rest: KeyboardEventInit = {}, target: HTMLElement = document.body) => {
    if (target !== document.body) document.body.append(target);
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest });
    const both = (phase: 'capture' | 'bubble') => (each: Event) => commands[phase](each as KeyboardEvent);
    const [capture, bubble] = [both('capture'), both('bubble')];
    window.addEventListener('keydown', capture, true);
    window.addEventListener('keydown', bubble);
    target.dispatchEvent(event);
    window.removeEventListener('keydown', capture, true);
    window.removeEventListener('keydown', bubble);
    return event;
  };
  return { commands, done, told, press };
}

describe('the commands of the page', () => {
  it('are done by their keys, which nobody else then sees', () => {
    const { done, press } = bed();
    expect(press('p').defaultPrevented).toBe(true);
    expect(press('q').defaultPrevented).toBe(false);
    expect(done).toEqual(['pause']);
  });

  it('are chosen by two letters, of which the second means itself once another key came between', () => {
    const { done, press } = bed();
    press('g');
    press('p');
    press('g');
    press('x');
    press('p');
    expect(done).toEqual(['go', 'pause']);
  });

  it('say why they cannot be done', () => {
    const { done, told, press } = bed();
    press('ArrowRight', { altKey: true });
    expect(done).toEqual([]);
    expect(told).toEqual(['Not now.']);
  });

  it('open the palette once, also from a field, where letters are text', () => {
    const { done, press } = bed();
    const field = document.createElement('textarea');
    expect(press('k', { ctrlKey: true }, field).defaultPrevented).toBe(true);
    press('p', {}, field);
    press('g', {}, field);
    press('p');
    expect(done).toEqual(['palette', 'pause']);
  });

  it('are not done while a dialog is there, or on its way', () => {
    const { commands, done, press } = bed();
    commands.show('palette');
    press('p');
    commands.close();
    expect(done).toEqual([]);
    expect(commands.takeTyped()).toBe('p');
    press('p');
    expect(done).toEqual(['pause']);
  });

  it('leave what is typed before the palette is there to the palette, not to the text that has the focus', () => {
    const { commands, press } = bed();
    const field = document.createElement('textarea');
    commands.show('palette');
    expect(press('h', {}, field).defaultPrevented).toBe(true);
    expect(press('a', {}, field).defaultPrevented).toBe(true);
    expect(press('Enter', {}, field).defaultPrevented).toBe(false);
    expect([commands.takeTyped(), commands.takeTyped()]).toEqual(['ha', '']);
    void commands.close();
    expect(press('h', {}, field).defaultPrevented).toBe(false);
  });

  it('do without letters when they are turned off, also after a reload', () => {
    const preferences = memoryPreferences();
    bed(preferences).commands.letters = false;
    const { commands, done, press } = bed(preferences);
    press('p');
    press('g');
    press('p');
    press('k', { ctrlKey: true });
    expect(done).toEqual(['palette']);
    expect(commands.letters).toBe(false);
  });
});
