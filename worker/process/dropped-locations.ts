import type { Place } from '../../model/place.js';
import type { Microseconds, VirtualClock } from '../clock/virtual-clock.js';

/** Told of at most once in so much virtual time: a process that sends thousands a second is told no more often than one that sends ten. */
const quiet: Microseconds = 1_000_000;
/** Looking where the process stands costs much more than sending a location: a loop is known after a few rounds. */
const mostLooks = 10;

/** Counts the locations that were replaced by a newer one before anybody saw them. */
export class DroppedLocations {
  #count = 0;
  #turns = 0;
  #counted = false;
  #looks = 0;
  #place: Place | null = null;
  #quietUntil: Microseconds = 0;

  constructor(
    private readonly clock: VirtualClock,
    /** Where the process stands: at the call that sends a location. */
    private readonly here: () => Place | null,
    /** `count` locations in so many turns were dropped; `place` is that of the last call looked at, if any was. */
    private readonly tell: (count: number, turns: number, place: Place | null) => void,
  ) {}

  /** A location replaces one that has not been sent. */
  add(): void {
    this.#count++;
    this.#counted = true;
    if (this.#looks >= mostLooks || this.clock.now < this.#quietUntil) return;
    this.#looks++;
    this.#place = this.here();
  }

  /** The last location of the turn is sent. */
  endTurn(): void {
    if (!this.#counted) return;
    this.#counted = false;
    this.#turns++;
    if (this.clock.now >= this.#quietUntil) this.#report();
  }

  /** Nothing more will be sent: what has not been told is told. */
  end(): void {
    this.endTurn();
    if (this.#count > 0) this.#report();
    this.#quietUntil = 0;
  }

  #report(): void {
    this.tell(this.#count, this.#turns, this.#place);
    this.#count = this.#turns = this.#looks = 0;
    this.#place = null;
    this.#quietUntil = this.clock.now + quiet;
  }
}
