import { tick } from 'svelte';
import { browserPreferences, type Preferences } from '../ui/preferences.js';
import type { Command } from './command.js';
import { focusPlaceOf, isLetter, isPressed } from './keys.js';

/** How long the first letter of two is remembered, in milliseconds. */
const patience = 1500;

/** Everything that the page can do, in one list, and how it is asked for: by key, in the palette, in the list of keys. */
export class Commands {
  readonly #list: () => readonly Command[];
  readonly #tell: (reason: string) => void;
  readonly #preferences: Preferences;
  #shown = $state.raw<'palette' | 'help' | null>(null);
  #letters = $state(true);
  #before: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typed = '';

  /** `list` is called whenever the commands are wanted as they are now; `tell` says why one cannot be done that a key was pressed for. */
  constructor(list: () => readonly Command[], tell: (reason: string) => void, preferences: Preferences = browserPreferences) {
    this.#list = list;
    this.#tell = tell;
    this.#preferences = preferences;
    this.#letters = preferences.read('letterKeys') !== false;
  }

  get all(): readonly Command[] {
    return this.#list();
  }

  /** The dialog that is open. */
  get shown(): 'palette' | 'help' | null {
    return this.#shown;
  }

  show(dialog: 'palette' | 'help'): void {
    this.#typed = '';
    this.#shown = dialog;
  }

  /** What was typed before the palette was there: it is its first text. */
  takeTyped(): string {
    const typed = this.#typed;
    this.#typed = '';
    return typed;
  }

  /** Settles once the dialog is gone and has given the focus back. */
  close(): Promise<void> {
    this.#shown = null;
    return tick();
  }

  /** Whether keys that are single letters or signs do something (WCAG 2.1.4). */
  get letters(): boolean {
    return this.#letters;
  }

  set letters(on: boolean) {
    this.#letters = on;
    this.#preferences.write('letterKeys', on);
  }

  /** Closes the dialog that it was chosen in, which gives the focus back, and then does it: it may move the focus itself. */
  async choose(command: Command): Promise<void> {
    await this.close();
    this.#do(command);
  }

  /** Before anything else sees a key: the palette and the check of a lesson work in the editor as well, which has keys of its own that are the same. */
  readonly capture = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return this.#typeAhead(event);
    if (event.key.toLowerCase() === 'k' || (event.key === 'Enter' && event.shiftKey)) this.#press(event);
  };

  /** After whoever has the focus has seen a key and left it alone. */
  readonly bubble = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented) this.#press(event);
  };

  /** What is typed while the palette is still on its way is meant for it, not for what has the focus. */
  #typeAhead(event: KeyboardEvent): void {
    if (this.#shown !== 'palette' || event.key.length !== 1 || event.altKey || focusPlaceOf(event.target) === 'dialog') return;
    event.preventDefault();
    event.stopPropagation();
    this.#typed += event.key;
  }

  #press(event: KeyboardEvent): void {
    if (this.#shown !== null || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    const focus = focusPlaceOf(event.target);
    // Writing is not to wait for a list of everything that the page can do.
    if (focus === 'text' && event.key.length === 1 && !event.ctrlKey && !event.metaKey) return this.#remember(null);
    const before = this.#before;
    const pressed = this.all.find(({ keys }) =>
      keys?.some((key) => (this.#letters || !isLetter(key)) && isPressed(key, event, focus, before)),
    );
    this.#remember(null);
    if (pressed) {
      event.preventDefault();
      event.stopPropagation();
      this.#do(pressed);
    } else if (this.#letters && focus === 'page' && this.#begins(event)) this.#remember(event.key.toLowerCase());
  }

  #begins({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    return this.all.some(({ keys }) => keys?.some(({ after }) => after === key.toLowerCase()));
  }

  #remember(letter: string | null): void {
    clearTimeout(this.#timer);
    this.#before = letter;
    if (letter !== null) this.#timer = setTimeout(() => (this.#before = null), patience);
  }

  #do(command: Command): void {
    const { unavailable } = command;
    if (unavailable) this.#tell(unavailable);
    else command.run();
  }
}
