import { Bytes, Floats, firstAbove } from './growing.js';

/** Children of a node of the pyramid: two to the power of this. */
const bits = 2;
/**
 * What is no wider than this many pixels is drawn as one, into both pixels if it stands in two: so a picture costs a few nodes a pixel,
 * and nothing is drawn further than this from where it is.
 */
export const tolerance = 1;

/** A level of the pyramid: of each node the first start, the latest end and the highest kind below it. */
interface Level {
  /** Those of the first spans once more: read one after the other they come from memory quickly. */
  readonly starts: Floats;
  readonly ends: Floats;
  readonly kinds: Bytes;
}

/** A straight piece of the way from time to pixels: `x = (t - from) × perSecond`, drawn from pixel `left` to before pixel `right`. */
export interface Piece {
  readonly from: number;
  readonly perSecond: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Spans of time in the order of their starts, with a pyramid above them: drawing costs as much as there are pixels, not as much as there
 * are spans. A span has a kind, and a kind is its own rank: where several meet in a pixel, the highest wins. Spans may overlap.
 */
export class Spans {
  readonly #starts = new Floats();
  readonly #ends = new Floats();
  readonly #kinds = new Bytes();
  readonly #levels: Level[] = [];

  get length(): number {
    return this.#starts.length;
  }

  start(index: number): number {
    return this.#starts.values[index]!;
  }

  /** `Infinity` while it is not over. */
  end(index: number): number {
    return this.#ends.values[index]!;
  }

  kind(index: number): number {
    return this.#kinds.values[index]!;
  }

  /** Adds a span that begins no earlier than those before it; costs O(log n). Returns its index. */
  add(start: number, end: number, kind: number): number {
    const index = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#kinds.push(kind);
    for (let level = 0, at = index >> bits; ; level++, at >>= bits) {
      const above = this.#levels[level];
      if (above === undefined) {
        // The level below has just got its second node: one more on top of both.
        const top: Level = { starts: new Floats(), ends: new Floats(), kinds: new Bytes() };
        top.starts.push(this.#starts.values[0]!);
        top.ends.push(end);
        top.kinds.push(kind);
        this.#levels.push(top);
        this.#remake(level, 0);
        break;
      }
      if (at === above.ends.length) {
        above.starts.push(start);
        above.ends.push(end);
        above.kinds.push(kind);
      } else {
        above.ends.values[at] = Math.max(above.ends.values[at]!, end);
        above.kinds.values[at] = Math.max(above.kinds.values[at]!, kind);
      }
      if (above.ends.length === 1) break;
    }
    return index;
  }

  /** Says when a span ended; costs O(log n). */
  close(index: number, end: number): void {
    this.#ends.values[index] = end;
    for (let level = 0, at = index >> bits; level < this.#levels.length; level++, at >>= bits) this.#remake(level, at);
  }

  #remake(level: number, at: number): void {
    const { ends, kinds } = level === 0 ? { ends: this.#ends, kinds: this.#kinds } : this.#levels[level - 1]!;
    let latest = Number.NEGATIVE_INFINITY;
    let highest = 0;
    for (let child = at << bits; child < Math.min(ends.length, (at + 1) << bits); child++) {
      latest = Math.max(latest, ends.values[child]!);
      highest = Math.max(highest, kinds.values[child]!);
    }
    const node = this.#levels[level]!;
    node.ends.values[at] = latest;
    node.kinds.values[at] = highest;
  }

  /**
   * Writes the highest kind of each pixel into `row`, 0 where there is none. A span reaches from the pixel in which it starts to that in
   * which it ends, at least one. Those that are not over reach to `now`. Spans of at least `widest` pixels are added to `wide`.
   */
  paint(row: Uint8Array, piece: Piece, now: number, wide: number[], widest: number): void {
    if (this.length === 0) return;
    // Events may come a moment before the clock that tells how late it is.
    const until = Math.max(now, this.start(this.length - 1));
    this.#paint(this.#levels.length, 0, 1, row, piece, until, wide, widest);
  }

  /** The nodes from `at` to before `end` of a level; level 0 are the spans. A loop with locals: it runs for every pixel of every frame. */
  #paint(level: number, at: number, end: number, row: Uint8Array, piece: Piece, now: number, wide: number[], widest: number): void {
    const { from, perSecond, left, right } = piece;
    const above = level === 0 ? null : this.#levels[level - 1]!;
    const starts = (above === null ? this.#starts : above.starts).values;
    const ends = (above === null ? this.#ends : above.ends).values;
    const kinds = (above === null ? this.#kinds : above.kinds).values;
    for (let node = at; node < end; node++) {
      const x = (starts[node]! - from) * perSecond;
      if (x >= right) return;
      const over = ends[node]!;
      const xEnd = ((over < now ? over : now) - from) * perSecond;
      if (xEnd < left && x < left) continue;
      const first = x < left ? left : Math.floor(x);
      const last = xEnd >= right ? right - 1 : Math.ceil(xEnd) - 1;
      const kind = kinds[node]!;
      if (above !== null && xEnd - x > tolerance) {
        const below = level === 1 ? this.length : this.#levels[level - 2]!.ends.length;
        this.#paint(level - 1, node << bits, Math.min(below, (node + 1) << bits), row, piece, now, wide, widest);
        continue;
      }
      if (row[first]! < kind) row[first] = kind;
      for (let pixel = first + 1; pixel <= last; pixel++) if (row[pixel]! < kind) row[pixel] = kind;
      if (above === null && xEnd - x >= widest) wide.push(node);
    }
  }

  /** The spans that touch the time from `from` to `to`, in their order, at most `most` of them. */
  within(from: number, to: number, most: number): number[] {
    const found: number[] = [];
    if (this.length > 0) this.#within(this.#levels.length, 0, from, to, most, found);
    return found;
  }

  #within(level: number, at: number, from: number, to: number, most: number, found: number[]): void {
    if (found.length >= most || this.#starts.values[at << (bits * level)]! > to) return;
    const nodes = level === 0 ? null : this.#levels[level - 1]!;
    if ((nodes === null ? this.#ends : nodes.ends).values[at]! < from) return;
    if (nodes === null) {
      found.push(at);
      return;
    }
    const below = level === 1 ? this.length : this.#levels[level - 2]!.ends.length;
    for (let child = at << bits; child < Math.min(below, (at + 1) << bits); child++) this.#within(level - 1, child, from, to, most, found);
  }

  /** Of the spans that touch the time from `from` to `to` the one of the highest kind, the last of several; `null`: there is none. */
  highest(from: number, to: number): number | null {
    const best = { index: -1, kind: 0 };
    if (this.length > 0) this.#highest(this.#levels.length, 0, from, to, best);
    return best.index < 0 ? null : best.index;
  }

  #highest(level: number, at: number, from: number, to: number, best: { index: number; kind: number }): void {
    const nodes = level === 0 ? null : this.#levels[level - 1]!;
    const kind = nodes === null ? this.#kinds.values[at]! : nodes.kinds.values[at]!;
    if (kind <= best.kind || this.#starts.values[at << (bits * level)]! > to) return;
    if ((nodes === null ? this.#ends : nodes.ends).values[at]! < from) return;
    if (nodes === null) {
      best.index = at;
      best.kind = kind;
      return;
    }
    const below = level === 1 ? this.length : this.#levels[level - 2]!.ends.length;
    // From the end: of equals, the last one is met first.
    for (let child = Math.min(below, (at + 1) << bits) - 1; child >= at << bits; child--) this.#highest(level - 1, child, from, to, best);
  }

  /** How many spans begin by the instant `t`. */
  countAt(t: number): number {
    return firstAbove(this.#starts.values, this.length, t);
  }
}
