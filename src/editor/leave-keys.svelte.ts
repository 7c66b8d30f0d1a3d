import { mac } from '../ui/mac.js';

/** How long the hint about the keys stays, in milliseconds. */
const hintTime = 6_000;

/**
 * The ways out of an editor in which Tab indents: Escape and then Tab (or Shift+Tab), and a switch that lets Tab move the focus.
 * Works from outside, for any editor within the watched element.
 */
export class LeaveKeys {
  #tabMoves = $state(false);
  #leaving = false;
  #hint = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A sentence for a moment, or nothing. */
  get hint(): string {
    return this.#hint;
  }

  /** The name of the key that switches what Tab does. */
  readonly toggleName = mac ? 'Control Shift M' : 'Control M';

  readonly watch = (element: HTMLElement): (() => void) => {
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('keydown', (event) => this.#capture(event), { capture: true, signal });
    element.addEventListener('keydown', (event) => this.#bubble(event), { signal });
    element.addEventListener('focusout', () => this.#forget(), { signal });
    element.addEventListener('pointerdown', () => this.#forget(), { capture: true, signal });
    return () => {
      stop.abort();
      clearTimeout(this.#timer);
    };
  };

  /** Before the editor sees the key. */
  #capture(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // The editor does not see the key, so that the browser moves the focus.
      if (this.#tabMoves || this.#leaving) event.stopPropagation();
    } else if (event.code === 'KeyM' && event.ctrlKey && !event.altKey && !event.metaKey && event.shiftKey === mac) {
      event.preventDefault();
      event.stopPropagation();
      this.#tabMoves = !this.#tabMoves;
      this.#say(this.#tabMoves ? 'Tab now moves the focus.' : 'Tab now indents.');
    }
    if (!['Tab', 'Shift', 'Escape'].includes(event.key)) this.#forget();
  }

  /** After the editor has seen the key: an Escape that closed something of its own does not come through. */
  #bubble(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    this.#leaving = true;
    this.#say('Tab leaves the editor now.');
  }

  #forget(): void {
    if (!this.#leaving) return;
    this.#leaving = false;
    this.#hint = '';
  }

  #say(hint: string): void {
    this.#hint = hint;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#hint = '';
    }, hintTime);
  }
}

export const leaveKeys = (): LeaveKeys => new LeaveKeys();
