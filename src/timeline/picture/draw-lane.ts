import type { Band } from './bands.js';
import type { Lane } from './lane.js';
import type { Palette } from './palette.js';
import type { Scale } from './scale.js';

/** Where the bar of a lane stands, in pixels of the device. */
export interface Bar {
  readonly top: number;
  readonly height: number;
}

/** A span that is wide enough to be seen by itself, in pixels of the device; the end is exclusive. */
export interface WideSpan {
  readonly index: number;
  readonly left: number;
  readonly right: number;
  /** Where what is written in it ends at the latest: at its end, or where the next span begins, which may lie over it. */
  readonly textEnd: number;
}

/** Writes lanes into the pixels of a picture: what each pixel shows is found by the pyramids, so a million spans cost what a hundred do. */
export class LanePainter {
  #kinds = new Uint8Array(0);
  #spread = new Uint8Array(0);
  #line = new Uint32Array(0);
  #palette: Palette | null = null;
  #colours = new Map<Band['seen'], Uint32Array>();

  /** `ground`: the pixels of an empty line. `ratio`: pixels of the device in one of the page. Returns the spans that can bear a label. */
  paint(
    pixels: Uint32Array,
    ground: Uint32Array,
    lane: Lane,
    bar: Bar,
    bands: readonly Band[],
    scale: Scale,
    now: number,
    palette: Palette,
    ratio: number,
  ): readonly WideSpan[] {
    const { width } = scale;
    if (this.#kinds.length !== width) {
      this.#kinds = new Uint8Array(width);
      this.#spread = new Uint8Array(width);
      this.#line = new Uint32Array(width);
    }
    this.#kinds.fill(0);
    const wide: number[] = [];
    const widest = Math.round(6 * ratio);
    for (const piece of scale.pieces) lane.spans.paint(this.#kinds, piece, now, wide, widest);
    const kinds = lane.marks ? this.#spreadOut(Math.round(ratio)) : this.#kinds;
    const line = this.#line;
    for (const { top, bottom, seen } of bands) {
      const colours = this.#coloursOf(palette, seen);
      for (let x = 0; x < width; x++) line[x] = colours[kinds[x]!]! || ground[x]!;
      for (let y = bar.top + top; y < bar.top + bottom; y++) pixels.set(line, y * width);
    }
    const spans = wideSpans(lane, wide, scale, now, widest);
    for (const span of spans) cutEdges(pixels, ground, width, bar, span, Math.round(ratio));
    return spans;
  }

  /** The colours of the kinds that are seen in a band; 0, which none of them is, for the others. */
  #coloursOf(palette: Palette, seen: Band['seen']): Uint32Array {
    if (palette !== this.#palette) [this.#palette, this.#colours] = [palette, new Map()];
    let colours = this.#colours.get(seen);
    if (!colours) this.#colours.set(seen, (colours = Uint32Array.from(palette.fills, ({ pixel }, kind) => (seen[kind] ? pixel : 0))));
    return colours;
  }

  /** Marks reach so many pixels to both sides; the higher kind still wins. */
  #spreadOut(by: number): Uint8Array {
    const [from, to] = [this.#kinds, this.#spread];
    to.fill(0);
    for (let x = 0; x < from.length; x++) {
      const kind = from[x]!;
      if (kind === 0) continue;
      for (let at = Math.max(0, x - by); at <= Math.min(from.length - 1, x + by); at++) if (to[at]! < kind) to[at] = kind;
    }
    return to;
  }
}

function wideSpans({ spans }: Lane, indexes: readonly number[], scale: Scale, now: number, widest: number): readonly WideSpan[] {
  // A span in several pieces of the axis was met in each.
  const unique = scale.pieces.length > 1 ? [...new Set(indexes)] : indexes;
  const found = unique
    .map((index) => ({
      index,
      left: Math.floor(scale.x(spans.start(index))),
      right: Math.ceil(scale.x(Math.min(spans.end(index), now))),
    }))
    .filter(({ left, right }) => right - left >= widest)
    .sort((one, other) => one.left - other.left);
  return found.map((span, place) => ({ ...span, textEnd: Math.min(span.right, found[place + 1]?.left ?? span.right) }));
}

/** A thin gap between a span and the one before it, and corners that are not sharp. */
function cutEdges(
  pixels: Uint32Array,
  ground: Uint32Array,
  width: number,
  { top, height }: Bar,
  { left, right }: WideSpan,
  by: number,
): void {
  for (let x = left; x < left + by; x++)
    if (x >= 0 && x < width) for (let y = top; y < top + height; y++) pixels[y * width + x] = ground[x]!;
  for (const x of [left + by, right - 1]) {
    if (x < 0 || x >= width) continue;
    for (let y = 0; y < by; y++) {
      pixels[(top + y) * width + x] = ground[x]!;
      pixels[(top + height - 1 - y) * width + x] = ground[x]!;
    }
  }
}
