import type { Json } from '../../model/json.js';
import { type Form, formOf, type Pending } from '../../model/owner.js';
import { JumpRequest, PauseRequest, type ProcessException, SwapRequest } from './requests.js';

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
 * A pause on its way: not wanted; pending in this instance; raised by a `wait()` once already; or taken over from an instance
 * that was recreated, until the new one says that it can pause (semantics 1.5.6).
 */
type Pause = 'none' | 'pending' | 'raised' | 'carried';

/** The requests of one process that are not settled yet, and the order in which they are delivered: swap, jump, pause (semantics 1.5). */
export class RequestSlots {
  swap: NewData | null = null;
  jump: NewPoint | null = null;
  halt = false;
  /** The process sits in `checkpoint()`. */
  paused = false;
  private pause: Pause = 'none';
  /** Counts the resumes: a `checkpoint()` waits for the next one. */
  resumes = 0;

  /** Starting point that came with the data applied last; for a recreation by it. */
  swapPoint: unknown = null;

  /** Last applied: what `oldPoint` and `oldData` tell, and what a retry starts from. */
  constructor(
    public appliedData: unknown,
    public appliedPoint: unknown,
  ) {}

  get pausePending(): boolean {
    return this.pause !== 'none' && !this.paused;
  }

  /** A pause that the present instance cannot keep so far. */
  get pauseCarried(): boolean {
    return this.pause === 'carried';
  }

  get form(): Form {
    const pausing = this.pause === 'pending' || this.pause === 'raised';
    return formOf({ halt: this.halt, swap: this.swap !== null, jump: this.jump !== null, paused: this.paused, pause: pausing });
  }

  get pending(): Pending {
    return { pause: this.pausePending, jump: this.jump !== null, swap: this.swap !== null };
  }

  /** Something that `wait()` has to raise. */
  get undelivered(): boolean {
    return this.urgent || this.pause === 'pending';
  }

  /** Something that also `checkpoint()` raises. */
  get urgent(): boolean {
    return this.swap !== null || this.jump !== null;
  }

  /** `checkpoint()` has to pause. */
  get pauseDue(): boolean {
    return this.pause === 'pending' || this.pause === 'raised';
  }

  requestPause(): void {
    if (this.pause === 'none') this.pause = 'pending';
  }

  /** The process sits in `checkpoint()` now: the pause is not raised any more. */
  enterPause(): void {
    this.paused = true;
    this.pause = 'raised';
  }

  resume(): void {
    this.paused = false;
    this.pause = 'none';
    this.resumes++;
  }

  /** The instance says that it can pause now. */
  becomePausable(): void {
    if (this.pause === 'carried') this.pause = 'pending';
  }

  /** The next jump or swap to raise, taken off; `null` when there is none. One that wakes a paused process leaves the pause to be raised again. */
  takeUrgent(): ProcessException | null {
    if (this.swap !== null) {
      const request = new SwapRequest(this.swap.data, this.appliedData);
      this.appliedData = this.swap.data;
      this.swapPoint = this.swap.point;
      this.swap = null;
      this.leavePause();
      return request;
    }
    if (this.jump !== null) {
      const request = new JumpRequest(this.jump.point, this.appliedPoint);
      this.appliedPoint = this.jump.point;
      this.jump = null;
      this.leavePause();
      return request;
    }
    return null;
  }

  /** What `wait()` raises next; a pause once only. */
  takeNext(): ProcessException | null {
    const urgent = this.takeUrgent();
    if (urgent !== null || this.pause !== 'pending') return urgent;
    this.pause = 'raised';
    return new PauseRequest();
  }

  /** What `test()` raises: as `wait()`, but a pause every time. Only while something is pending. */
  takeForTest(): ProcessException {
    const urgent = this.takeUrgent();
    if (urgent !== null) return urgent;
    this.pause = 'raised';
    return new PauseRequest();
  }

  /** A new instance begins: the pause goes on being wanted, everything else is settled. */
  recreate(data: unknown, point: unknown): void {
    this.appliedData = data;
    this.appliedPoint = point;
    this.swap = null;
    this.jump = null;
    this.paused = false;
    if (this.pause !== 'none') this.pause = 'carried';
  }

  /** Nothing is wanted any more. */
  clear(): void {
    this.swap = null;
    this.jump = null;
    this.resume();
  }

  private leavePause(): void {
    if (!this.paused) return;
    this.paused = false;
    this.pause = 'pending';
  }
}
