import type { Json } from '../../model/json.js';
import type { RequestResult } from '../../model/requests.js';
import type { StepView } from '../../model/steps.js';
import type { Term } from '../../model/term.js';
import type { Block } from './block.js';
import { CompositeStep } from './composite-step.js';
import type { Step } from './step.js';
import { followedBy, nothing, times } from './step-terms.js';

/** One step again and again. Its points are `{iteration, child}`, as Automancer's; iterations count from 0. */
export class RepeatStep extends CompositeStep {
  #iteration = 0;
  #next: { readonly iteration: number; readonly child: Json } | null = null;

  get #count(): number | null {
    return (this.block as Extract<Block, { kind: 'repeat' }>).count;
  }

  get #body(): Step {
    return this.children[0]!;
  }

  start(point: Json): void {
    this.reset();
    const { number, child } = point === null ? { number: 0, child: null } : this.#read(point);
    this.#iteration = number;
    this.become('active');
    this.#round(child);
  }

  childEnded(): void {
    const next = this.#next;
    this.#next = null;
    if (this.state === 'halting') return this.end('halted');
    this.#iteration = next?.iteration ?? this.#iteration + 1;
    // In the next turn, so that rounds that take no time end up in no recursion.
    this.host.loop.callSoon(() => (this.state === 'halting' ? this.end('halted') : this.#round(next?.child ?? null)));
  }

  override halt(): void {
    this.#next = null;
    super.halt();
  }

  override abandonJump(): void {
    this.#next = null;
    super.abandonJump();
  }

  jump(point: Json, force: boolean): RequestResult {
    const { number: iteration, child } = this.#read(point);
    const here = iteration === this.#iteration && this.#next === null;
    if (here && child !== null) return this.#body.jump(child, force);
    const replaced = this.#next !== null;
    const result = this.host.accept(this, point, replaced ? 'replaced' : 'accepted');
    if (here) return result;
    this.#next = { iteration, child };
    if (!replaced) this.#body.halt();
    return result;
  }

  checkPoint(point: Json): void {
    if (point !== null) this.#read(point);
  }

  term(): Term {
    if (this.state === 'waiting') return this.duration();
    if (!this.on) return nothing;
    const left = this.#count === null ? null : Math.max(0, this.#count - this.#iteration - 1);
    return followedBy(this.#body.term(), times(this.#body.duration(), left));
  }

  duration(): Term {
    return times(this.#body.duration(), this.#count);
  }

  override view(): StepView {
    return { ...super.view(), ...(this.on ? { round: { number: this.#iteration + 1, of: this.#count } } : {}) };
  }

  #round(point: Json): void {
    if (this.#count !== null && this.#iteration >= this.#count) return this.end('completed');
    this.host.stepChanged(this);
    this.#body.reset();
    this.#body.start(point);
  }

  #read(point: Json): { readonly number: number; readonly child: Json } {
    const read = this.pointMembers(point, 'iteration', this.#count);
    this.#body.checkPoint(read.child);
    return read;
  }
}
