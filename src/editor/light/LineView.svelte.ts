/** Lines that are drawn, counted from 0; `end` is exclusive. */
export interface LineWindow {
  readonly start: number;
  readonly end: number;
}

/** Lines are drawn and left out by so many at a time, so that scrolling by a line seldom changes anything. */
const block = 25;

/**
 * The lines to draw of a text that is scrolled by `top` pixels in a view of `height` pixels: those in sight, and about as many before and
 * behind them, so that scrolling does not show empty paper.
 */
export function lineWindow(top: number, height: number, lineHeight: number, count: number): LineWindow {
  const start = Math.floor((top - height) / lineHeight / block) * block;
  const end = Math.ceil((top + 2 * height) / lineHeight / block) * block;
  return { start: Math.min(Math.max(0, start), Math.max(0, count - 1)), end: Math.min(Math.max(end, block), count) };
}

/** What of the text can be seen. All lines are equally high. */
export class LineView {
  #scroller: HTMLElement | null = null;
  #lineHeight = 20;
  #top = $state.raw(0);
  #height = $state.raw(0);

  /** @param top where the text is scrolled to at first, in pixels. */
  constructor(top: number) {
    this.#top = top;
    this.#height = globalThis.innerHeight;
  }

  /** The lines to draw, of `count`. */
  window(count: number): LineWindow {
    return lineWindow(this.#top, this.#height, this.#lineHeight, count);
  }

  /** Watches an element that is scrolled until the function that is returned is called; `changed` hears of what can be seen now. */
  watch(scroller: HTMLElement, left: number, changed: () => void): () => void {
    this.#scroller = scroller;
    this.#lineHeight = Number.parseFloat(getComputedStyle(scroller).getPropertyValue('--line-height')) || 20;
    // To scroll makes the browser lay the page out at once, while it is still being made.
    if (this.#top > 0 || left > 0) scroller.scrollTo({ top: this.#top, left });
    const measure = (): void => {
      this.#top = scroller.scrollTop;
      this.#height = scroller.clientHeight;
      changed();
    };
    scroller.addEventListener('scroll', measure, { passive: true });
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', measure);
      sizes.disconnect();
    };
  }

  /** Whether a line (from 1) can be seen as a whole. */
  sees(line: number): boolean {
    if (!this.#scroller) return true;
    const top = (line - 1) * this.#lineHeight - this.#scroller.scrollTop;
    return top >= 0 && top + this.#lineHeight <= this.#scroller.clientHeight;
  }

  /** A line (from 1) comes to the middle, if it cannot be seen. */
  reveal(line: number): void {
    if (!this.#scroller || this.sees(line)) return;
    const top = (line - 1) * this.#lineHeight - this.#scroller.clientHeight / 2;
    this.#scroller.scrollTo({ top: Math.max(0, top), left: 0 });
  }
}

/** How many columns the longest line takes, about: a tab as two, and letters of East Asian scripts as two. */
export function widestLine(lines: readonly { readonly text: string }[]): number {
  let widest = 0;
  for (const { text } of lines) if (text.length * 2 > widest) widest = Math.max(widest, columns(text));
  return widest;
}

function columns(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    count += unit === 9 || unit >= 0x1100 ? 2 : 1;
  }
  return count;
}
