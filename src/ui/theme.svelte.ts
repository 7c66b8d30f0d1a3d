import { MediaQuery } from 'svelte/reactivity';
import { browserPreferences, type Preferences } from './preferences.js';

export type ThemeChoice = 'system' | 'light' | 'dark';
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light or dark: what the person chose, else what the system prefers. The choice stands on the root element, where the tokens read it. */
export class Theme {
  readonly #preferences: Preferences;
  readonly #systemDark = new MediaQuery('(prefers-color-scheme: dark)');
  #choice = $state<ThemeChoice>('system');

  constructor(preferences: Preferences = browserPreferences) {
    this.#preferences = preferences;
    const stored = preferences.read('theme');
    this.#apply(choices.find((choice) => choice === stored) ?? 'system');
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get dark(): boolean {
    return this.#choice === 'system' ? this.#systemDark.current : this.#choice === 'dark';
  }

  choose(choice: ThemeChoice): void {
    this.#apply(choice);
    this.#preferences.write('theme', choice);
  }

  /** System, light, dark, and round again. */
  next(): void {
    this.choose(choices[(choices.indexOf(this.#choice) + 1) % choices.length] ?? 'system');
  }

  #apply(choice: ThemeChoice): void {
    this.#choice = choice;
    const root = document.documentElement;
    if (choice === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
  }
}
