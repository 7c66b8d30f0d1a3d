import type { TracePart } from '../../model/travel.js';

/**
 * Events that are asked for at once. Their check at the border takes 0.6 µs each, and to copy them 0.4 µs: a piece takes a millisecond or two of
 * a moment in which the page has nothing better to do.
 */
export const eventsPerPiece = 1_000;

export interface CatchUpParts {
  /** How many events of the run are known without a gap, and how many there are. */
  missing(): { readonly length: number; readonly total: number };
  ask(first: number, limit: number): Promise<TracePart>;
  /** Takes what came. False when it is not wanted any more: of another run. */
  take(part: TracePart): boolean;
  /** Calls back when the page has nothing better to do. */
  idle(callback: () => void): void;
}

/** Fetches the events that updates left out, a piece at a time in idle moments, until none is missing. */
export class CatchUp {
  #underWay = false;

  constructor(private readonly parts: CatchUpParts) {}

  /** To be called whenever something may be missing. */
  notice(): void {
    const { length, total } = this.parts.missing();
    if (this.#underWay || length >= total) return;
    this.#underWay = true;
    this.parts.idle(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const { length, total } = this.parts.missing();
    let came = false;
    try {
      if (length < total) {
        const part = await this.parts.ask(length, eventsPerPiece);
        came = this.parts.take(part) && part.events.length > 0;
      }
    } catch {
      // The runtime does not answer, or sent what is none: the next update asks again.
    } finally {
      this.#underWay = false;
    }
    if (came) this.notice();
  }
}

/** When the browser has nothing better to do, but not never. */
export function idleMoment(callback: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 200 });
  else setTimeout(callback, 16);
}
