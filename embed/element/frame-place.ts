import { make } from './draw.js';
import type { Facade } from './facade.js';

/** Where the frame is: behind what is shown until it has drawn itself, then in its place. */
export class FramePlace {
  readonly #facade: Facade;
  #frame: HTMLIFrameElement | null = null;

  constructor(facade: Facade) {
    this.#facade = facade;
  }

  open(address: string): HTMLIFrameElement {
    const label = this.#facade.box.querySelector('.primary')?.lastChild;
    if (label) label.textContent = 'Starting…';
    this.#frame = make('iframe', { class: 'coming', src: address, title: 'Live example', allow: "clipboard-write 'src'" });
    this.#facade.root.append(this.#frame);
    return this.#frame;
  }

  /** It is so high, in pixels. With the first time it comes to the front. */
  resize(height: number): void {
    const frame = this.#frame;
    if (!frame) return;
    frame.height = String(height);
    if (frame.className === '') return;
    // Whoever works with keys goes on where Run was.
    const focused = this.#facade.root.activeElement !== null;
    frame.className = '';
    this.#facade.box.hidden = true;
    if (focused) frame.focus({ preventScroll: true });
  }

  close(): void {
    this.#frame?.remove();
    this.#frame = null;
    this.#facade.box.hidden = false;
  }

  /** The reader has pressed Reset in the frame, which is gone. */
  focus(): void {
    // It had the focus of the whole page.
    window.focus();
    const { box } = this.#facade;
    const button = box.querySelector<HTMLElement>('.reset') ?? box.querySelector<HTMLElement>('.primary');
    button?.focus({ preventScroll: true });
  }
}
