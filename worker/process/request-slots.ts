import type { Json } from '../../model/json.js';
import { type Form, formOf, type Pending } from '../../model/owner.js';
import { JumpRequest, type ProcessException, SwapRequest } from './requests.js';

export interface NewData {
  readonly data: unknown;
  /** Starting point of the new instance, should the swap leave the process. */
  readonly point: unknown;
}

export interface NewPoint {
  readonly point: unknown;
  /** As it was requested. */
  readonly raw: Json;
}

/**
 * A pause on its way: not wanted; to be raised by a `wait()`; raised already, or taken by a `checkpoint()`; or taken over from an
 * instance that was recreated, until the new one says that it can pause (semantics 1.5.6).
 */
type Pause = 'none' | 'pending' | 'raised' | 'carried';

/** The requests of one process that are not settled yet (semantics 1.5). Whatever is pending outlives a recreation of the process. */
export class RequestSlots {
  swap: NewData | null = null;
  jump: NewPoint | null = null;
  /** The process is being cancelled. */
  halt = false;
  #pause: Pause = 'none';
  /** The `checkpoint()` calls in which the process is paused. */
  readonly #sitting = new Set<object>();

  /** Last applied: what `oldPoint` and `oldData` tell, and what a retry starts from. */
  constructor(
    public appliedData: unknown,
    public appliedPoint: unknown,
  ) {}

  /** What is shown of all this: halt before swap before jump before pause. */
  get form(): Form {
    const { halt, paused, pauseDue } = this;
    return formOf({ halt, swap: this.swap !== null, jump: this.jump !== null, paused, pause: pauseDue });
  }

  get pending(): Pending {
    return { pause: this.#pause !== 'none' && this.form !== 'paused', jump: this.jump !== null, swap: this.swap !== null };
  }

  get paused(): boolean {
    return this.#sitting.size > 0;
  }

  /** Something that every observation point raises: a jump or a swap. */
  get urgent(): boolean {
    return this.swap !== null || this.jump !== null;
  }

  /** A pause that the present instance has to keep: `checkpoint()` pauses. */
  get pauseDue(): boolean {
    return this.#pause === 'pending' || this.#pause === 'raised';
  }

  /** A pause that `wait()` has to raise. */
  get pauseUnraised(): boolean {
    return this.#pause === 'pending';
  }

  /** A pause that the present instance cannot keep so far. */
  get pauseCarried(): boolean {
    return this.#pause === 'carried';
  }

  requestPause(): void {
    if (this.#pause === 'none') this.#pause = 'pending';
  }

  /** The pause has been raised, or the process has come to a `checkpoint()` by itself. */
  pauseRaised(): void {
    this.#pause = 'raised';
  }

  /** The instance says that it can pause now. Whether there is a pause for it: not while it is being cancelled, for then it belongs to the next one. */
  becomePausable(): boolean {
    if (this.#pause !== 'carried' || this.halt) return false;
    this.#pause = 'pending';
    return true;
  }

  /** A `checkpoint()` is paused from now on. */
  sit(checkpoint: object): void {
    this.pauseRaised();
    this.#sitting.add(checkpoint);
  }

  /** Whether a `checkpoint()` is still paused: not since a resume. */
  sits(checkpoint: object): boolean {
    return this.#sitting.has(checkpoint);
  }

  /** A `checkpoint()` is left although the pause goes on, for a jump or a swap: the next observation point raises the pause again. */
  rise(checkpoint: object): void {
    if (this.#sitting.delete(checkpoint) && this.#sitting.size === 0) this.#pause = 'pending';
  }

  resume(): void {
    this.#pause = 'none';
    this.#sitting.clear();
  }

  /** The next jump or swap to raise, taken off; `null` when there is none. A point means something only with its data, so the swap goes first. */
  takeUrgent(): ProcessException | null {
    const { swap, jump, appliedData, appliedPoint } = this;
    if (swap !== null) {
      this.swap = null;
      this.appliedData = swap.data;
      return new SwapRequest(swap.data, appliedData, swap.point);
    }
    if (jump !== null) {
      this.jump = null;
      this.appliedPoint = jump.point;
      return new JumpRequest(jump.point, appliedPoint);
    }
    return null;
  }

  /** A new instance begins: what is pending stays so. */
  recreate(data: unknown, point: unknown): void {
    this.appliedData = data;
    this.appliedPoint = point;
    this.carryPause();
  }

  /** The pause is one for the next instance, once that says that it can. */
  carryPause(): void {
    this.#sitting.clear();
    if (this.#pause !== 'none') this.#pause = 'carried';
  }

  /** Nothing is wanted any more. */
  clear(): void {
    this.swap = null;
    this.jump = null;
    this.resume();
  }
}
