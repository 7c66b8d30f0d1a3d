import { type NoteFacts, type NoteName, noteText } from '../../../model/explanations.js';

/** What a process of the model tells: its events, its states, and at the end of a turn its location and estimate. Times in virtual milliseconds. */
export type Told = Readonly<Record<string, unknown>>;
export type Term = { readonly type: 'unknown' | 'forever' } | { readonly type: 'duration' | 'datetime'; readonly value: number };

export class ModelTrace {
  readonly events: Told[] = [];
  now = 0;
  /** Shown at present; `null` while the instance has sent none. */
  location: number | null = null;
  private unsent = false;
  /** Locations that were replaced before anybody saw them, and in how many turns, since that was told. */
  private replaced = 0;
  private turns = 0;
  private replacedNow = false;
  private quietUntil = 0;
  term: Term = { type: 'unknown' };
  private flushedTerm = '{"type":"unknown"}';
  private readonly numbers = { error: 0, warning: 0 };
  private readonly warned = new Set<string>();
  private lastState = '';

  tell(event: Told): void {
    this.events.push({ t: this.now / 1000, ...event });
  }
  report(kind: 'error' | 'warning', name: string): number {
    const id = this.numbers[kind]++;
    this.tell({ event: kind, id, name });
    return id;
  }
  warn(name: string): void {
    this.report('warning', name);
  }
  warnOnce(name: string): void {
    if (!this.warned.has(name)) this.warn(name);
    this.warned.add(name);
  }
  note<Name extends NoteName>(name: Name, ...facts: NoteFacts<Name>): void {
    this.tell({ event: 'note', name, message: noteText(name, ...facts) });
  }
  /** `key` tells two states apart that look alike. */
  state(state: Told, key: unknown): void {
    const text = JSON.stringify([state, key]);
    if (text !== this.lastState) this.tell({ event: 'state', ...state });
    this.lastState = text;
  }
  /** The end of a turn (2.1). */
  flush(): void {
    if (this.unsent) {
      this.tell({ event: 'location', location: this.location });
      if (this.replacedNow) this.turns++;
      if (this.replacedNow && this.now >= this.quietUntil) this.tellReplaced();
    }
    this.unsent = this.replacedNow = false;
    const text = JSON.stringify(this.term);
    if (text === this.flushedTerm) return;
    this.flushedTerm = text;
    this.tell({ event: 'term', term: this.shownTerm });
  }
  get shownTerm(): Term {
    const { term } = this;
    return 'value' in term ? { ...term, value: term.value / 1000 } : term;
  }
  /** The instance is over. */
  endLocations(): void {
    if (this.replaced > 0) this.tellReplaced();
    this.quietUntil = 0;
  }
  /** At most once a virtual second. */
  private tellReplaced(): void {
    this.note('locations-dropped', this.replaced, this.turns);
    this.replaced = this.turns = 0;
    this.quietUntil = this.now + 1000;
  }
  sendLocation(value: number): void {
    if (this.unsent) {
      this.replaced++;
      this.replacedNow = true;
    }
    this.location = value;
    this.unsent = true;
  }
  /** 2.4: paused, the time that is left stands still. */
  freeze(): void {
    if (this.term.type === 'datetime') this.term = { type: 'duration', value: Math.max(0, this.term.value - this.now) };
  }
  thaw(): void {
    if (this.term.type === 'duration') this.term = { type: 'datetime', value: this.now + this.term.value };
  }
}
