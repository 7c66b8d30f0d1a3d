import type { Json } from '../../model/json.js';
import type { RequestResult } from '../../model/requests.js';
import type { Term } from '../../model/term.js';
import { CompositeStep } from './composite-step.js';
import type { Step } from './step.js';
import { followedBy, nothing } from './step-terms.js';

/** Steps one after the other. Its points are `{index, child}`, as Automancer's. */
export class SequenceStep extends CompositeStep {
  #current = 0;
  /** Where a jump leads once the step that is on has ended. */
  #next: { readonly index: number; readonly child: Json } | null = null;

  start(point: Json): void {
    this.reset();
    const { number, child } = point === null ? { number: 0, child: null } : this.#read(point);
    this.become('active');
    this.#enter(number, child);
  }

  childEnded(): void {
    const next = this.#next;
    this.#next = null;
    if (this.state === 'halting') this.end('halted');
    else if (next !== null) this.#enter(next.index, next.child);
    else this.#enter(this.#current + 1, null);
  }

  override halt(): void {
    this.#next = null;
    super.halt();
  }

  override abandonJump(): void {
    this.#next = null;
    super.abandonJump();
  }

  /** To another step: the one that is on is halted first. To the same: only what is said of its inside counts (semantics 1.4). */
  jump(point: Json, force: boolean): RequestResult {
    const { number: index, child } = this.#read(point);
    const active = this.children[this.#current]!;
    const here = index === this.#current && this.#next === null;
    if (here && child !== null) return active.jump(child, force);
    const replaced = this.#next !== null;
    const result = this.host.accept(this, point, replaced ? 'replaced' : 'accepted');
    if (here) return result;
    this.#next = { index, child };
    if (!replaced) active.halt();
    return result;
  }

  checkPoint(point: Json): void {
    if (point !== null) this.#read(point);
  }

  term(): Term {
    if (this.state === 'waiting') return this.duration();
    if (!this.on) return nothing;
    const rest = this.children.slice(this.#current + 1).map((child) => child.duration());
    return rest.reduce(followedBy, this.children[this.#current]?.term() ?? nothing);
  }

  duration(): Term {
    return this.children.map((child) => child.duration()).reduce(followedBy, nothing);
  }

  #enter(index: number, point: Json): void {
    this.#current = index;
    for (const later of this.children.slice(index)) later.reset();
    const child: Step | undefined = this.children[index];
    if (child === undefined) this.end('completed');
    else child.start(point);
  }

  #read(point: Json): { readonly number: number; readonly child: Json } {
    const read = this.pointMembers(point, 'index', this.children.length);
    this.children[read.number]!.checkPoint(read.child);
    return read;
  }
}
