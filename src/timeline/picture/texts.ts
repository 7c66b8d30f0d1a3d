import type { Palette } from './palette.js';

/** So many widths are remembered; then it begins anew. */
const mostWidths = 4000;

/** Writes short texts into the room that there is: cut with … where it is too narrow, left out where nothing could be read. */
export class Texts {
  readonly #context: CanvasRenderingContext2D;
  #widths = new Map<string, number>();
  #ratio = 1;
  #font = '';

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  begin(ratio: number, { font }: Palette): void {
    const scaled = scaledFont(font, ratio);
    const changed = scaled !== this.#font;
    if (changed || this.#widths.size > mostWidths) this.#widths = new Map();
    this.#ratio = ratio;
    this.#font = scaled;
    setFont(this.#context, scaled, changed);
  }

  /** `text` is asked for only where there is room. */
  write(text: () => string, x: number, middle: number, room: number, colour: string): void {
    if (room < 14 * this.#ratio) return;
    const cut = this.#cut(text(), room);
    if (cut === '') return;
    this.#context.fillStyle = colour;
    this.#context.fillText(cut, x, middle);
  }

  #cut(text: string, room: number): string {
    const width = this.#width(text);
    if (width <= room) return text;
    const letters = Math.floor((text.length * room) / width) - 1;
    return letters < 3 ? '' : `${text.slice(0, letters).trimEnd()}…`;
  }

  #width(text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) this.#widths.set(text, (width = this.#context.measureText(text).width));
    return width;
  }
}

/**
 * Sets the font of a context, and texts that stand by their middle, where that is not so already: a canvas that has got another size has
 * forgotten it, which its `textBaseline` tells. To set a font has the browser work out the styles of the whole page, in every frame.
 */
export function setFont(context: CanvasRenderingContext2D, font: string, changed: boolean): void {
  if (!changed && context.textBaseline === 'middle') return;
  context.font = font;
  context.textBaseline = 'middle';
}

/** A font for a canvas whose pixels are those of the device. */
export function scaledFont(font: string, ratio: number): string {
  return font.replace(/([\d.]+)px/, (_whole, size: string) => `${Number(size) * ratio}px`);
}
