import type { Json } from '../../model/json.js';
import type { RequestResult } from '../../model/requests.js';
import { CompositeStep } from './composite-step.js';
import type { Step } from './step.js';

/** A position within a step, and the point of the step there. */
export interface Position {
  readonly number: number;
  readonly child: Json;
}

/** A step of steps of which one is on at a time: it has a position, and a jump leads to another. */
export abstract class MovingStep extends CompositeStep {
  /** Which step or round is on, from 0. */
  protected position = 0;
  /** Where a jump leads once what is on has ended. */
  #next: Position | null = null;

  /** The member of a point that says where. */
  protected abstract readonly pointMember: 'index' | 'iteration';
  /** One more than the last position; `null`: there is no last. */
  protected abstract readonly positions: number | null;
  protected abstract childAt(position: number): Step;
  /** What is on has ended and nothing is being halted: goes to a position. */
  protected abstract enter(position: Position): void;

  start(point: Json): void {
    this.reset();
    const position = point === null ? { number: 0, child: null } : this.#read(point);
    // Its time counts from where it begins, not from where it was the last time.
    this.position = position.number;
    this.become('active');
    this.enter(position);
  }

  childEnded(): void {
    const next = this.#next;
    this.#next = null;
    if (this.state === 'halting') this.end('halted');
    else this.enter(next ?? { number: this.position + 1, child: null });
  }

  override halt(): void {
    this.#next = null;
    super.halt();
  }

  override abandonJump(): void {
    this.#next = null;
    super.abandonJump();
  }

  /** To another position: what is on is halted first. To the same: only what is said of its inside counts (semantics 1.4). */
  jump(point: Json, force: boolean): RequestResult {
    const to = this.#read(point);
    const active = this.childAt(this.position);
    const here = to.number === this.position && this.#next === null;
    if (here && to.child !== null) return active.jump(to.child, force);
    const replaced = this.#next !== null;
    const result = this.host.accept(this, point, replaced ? 'replaced' : 'accepted');
    if (here) return result;
    this.#next = to;
    if (!replaced) active.halt();
    return result;
  }

  checkPoint(point: Json): void {
    if (point !== null) this.#read(point);
  }

  #read(point: Json): Position {
    const read = this.pointMembers(point, this.pointMember, this.positions);
    this.childAt(read.number).checkPoint(read.child);
    return read;
  }
}
