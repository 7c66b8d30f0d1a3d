import { Fold } from './picture/fold.js';
import type { Gap, Gaps } from './picture/gaps.js';
import type { Window } from './picture/scale.js';
import { fitted, following, panned, showing, zoomed } from './picture/window.js';

/** `fit`: the whole run. `follow`: the head of the run stays in sight. `free`: where a person left it. */
export type ViewMode = 'fit' | 'follow' | 'free';

/** Which part of the run the timeline shows. Windows are in places of its axis (`Fold`): virtual seconds, unless idle times are folded. */
export class TimelineView {
  #mode = $state<ViewMode>('fit');
  #window = $state.raw<Window>({ from: 0, span: 6 });
  #folding = $state(false);
  #fold = Fold.none;
  #now = 0;

  get mode(): ViewMode {
    return this.#mode;
  }

  /** Where a person left it. */
  get window(): Window {
    return this.#window;
  }

  /** Whether idle times are folded. */
  get folding(): boolean {
    return this.#folding;
  }

  /** The axis as it was drawn last. */
  get fold(): Fold {
    return this.#fold;
  }

  /** The window for a run that has come to `now`; to be called for each picture. */
  at(now: number, gaps: Gaps): Window {
    this.#now = now;
    this.#fold = this.#folding ? Fold.of(withTail(gaps, now), now) : Fold.none;
    return this.#current;
  }

  get #end(): number {
    return this.#fold.place(this.#now);
  }

  get #current(): Window {
    if (this.#mode === 'fit') return fitted(this.#end);
    return this.#mode === 'follow' ? following(this.#window, this.#end) : this.#window;
  }

  /** Folds idle times, or shows them as they are; the whole run is in sight then. */
  foldIdle(wanted: boolean): void {
    this.#folding = wanted;
    this.#mode = 'fit';
  }

  /** Shows the whole run from now on. */
  fit(): void {
    this.#mode = 'fit';
  }

  /** Keeps the head of the run in sight from now on, or lets it go. */
  follow(wanted: boolean): void {
    const window = this.#current;
    // Of a whole run that is in sight, the last third: otherwise nothing would be seen to move.
    this.#window = wanted && this.#mode === 'fit' ? zoomed(window, this.#end, 3, this.#end) : window;
    this.#mode = wanted ? 'follow' : 'free';
  }

  /** Zooms by a factor (above 1: nearer) around an instant, else around the middle; around the head while that is followed. */
  zoom(factor: number, around: number | null = null): void {
    const window = this.#current;
    const follows = this.#mode === 'follow';
    const place = around === null ? window.from + window.span / 2 : this.#fold.place(around);
    this.#window = zoomed(window, follows ? this.#end : place, factor, this.#end);
    if (this.#window.span >= fitted(this.#end).span * 0.999) this.#mode = 'fit';
    else if (!follows) this.#mode = 'free';
  }

  /** Moves by a part of what is in sight. */
  pan(part: number): void {
    const window = this.#current;
    const moved = panned(window, part * window.span, this.#end);
    if (moved.from === window.from) return;
    this.#window = moved;
    this.#mode = 'free';
  }

  /** Moves as far as needed to see an instant. */
  show(t: number): void {
    const window = this.#current;
    const place = this.#fold.place(t);
    if (place >= window.from && place <= window.from + window.span) return;
    this.#window = showing(window, place, this.#end);
    this.#mode = 'free';
  }
}

/** With the time since the last event, which is idle too. */
function withTail({ longest, last }: Gaps, now: number): readonly Gap[] {
  return last !== null && now > last ? [...longest, { start: last, end: now }] : longest;
}
