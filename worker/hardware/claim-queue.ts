import type { EventLoop } from '../task/index.js';
import { Claim } from './claim.js';
import { Listeners } from './listeners.js';

/** Who may write a node: one owner, and those who wait for it in the order in which they came (semantics 7.5). */
export class ClaimQueue<Owner> {
  /** Told once for every change of the owner, after it. */
  readonly changed = new Listeners();
  #current: Claim<Owner> | null = null;
  #waiting: Claim<Owner>[] = [];

  constructor(private readonly loop: EventLoop) {}

  get owner(): Owner | null {
    return this.#current?.owner ?? null;
  }

  /** Those who wait, next one first. */
  get waiting(): readonly Owner[] {
    return this.#waiting.map(({ owner }) => owner);
  }

  /**
   * Joins the queue; owns the node at once when nobody does, or by `force`: then the one who had it goes to the end of the queue,
   * with the claim lost but not destroyed.
   */
  claim(owner: Owner, { force = false }: { readonly force?: boolean } = {}): Claim<Owner> {
    const claim = new Claim(this.loop, owner, (left) => this.#leave(left));
    const before = this.#current;
    if (before !== null && !force) {
      this.#waiting.push(claim);
      return claim;
    }
    if (before !== null) this.#waiting.push(before);
    this.#hand(claim);
    return claim;
  }

  #leave(claim: Claim<Owner>): void {
    if (claim === this.#current) this.#hand(this.#waiting.shift() ?? null);
    else this.#waiting = this.#waiting.filter((other) => other !== claim);
  }

  /** The owner is changed before anybody hears of it, so that all who look see the same; who is told may change it again. */
  #hand(next: Claim<Owner> | null): void {
    const before = this.#current;
    this.#current = next;
    this.changed.tell();
    if (before !== this.#current) before?.become(false);
    if (next === this.#current) next?.become(true);
  }
}
