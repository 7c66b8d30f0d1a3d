import type { Process } from './grammar.js';
import type { Model } from './model-owner.js';
import type { ModelContext } from './model-context.js';
import { steps } from './model-process.js';
import { Raised, type Stand, Thread } from './model-thread.js';
import { blockingLabel } from './run-steps.js';

/** One instance of a process of the model, and what its context offers (semantics 2). */
export class Life implements ModelContext {
  main: Thread | null = null;
  ended = false;
  pausable = false;
  readonly mailbox: unknown[] = [];

  constructor(private readonly owner: Model) {}

  start(process: Process): void {
    const { appliedData, appliedPoint } = this.owner;
    this.note(`starts ${String(appliedData)} ${String(appliedPoint)}`);
    this.main = new Thread(steps(this, process.steps));
  }

  timer(ms: number): Stand {
    return this.owner.beside.timer(ms);
  }
  note(text: string): void {
    this.owner.trace.tell({ event: 'log', level: 'info', message: text });
  }
  /** Only a task that goes on after its instance gets here then. */
  private alive(): void {
    if (this.ended) throw new Raised('ContextEndedError');
  }
  sendLocation(value: number): void {
    this.alive();
    this.owner.trace.sendLocation(value);
  }
  sendDuration(ms: number): void {
    this.alive();
    const paused = this.owner.pending.form === 'pausing' || this.owner.pending.form === 'paused';
    if (ms === Number.POSITIVE_INFINITY) this.owner.trace.term = { type: 'forever' };
    else {
      this.owner.trace.term = { type: 'duration', value: Math.max(0, ms) };
      if (!paused) this.owner.trace.thaw();
    }
    if (ms < 0) this.owner.trace.warnOnce('negative-duration');
  }
  setPausable(value: boolean): void {
    this.alive();
    this.pausable = value;
    // A pause that was taken over from the instance before; not for a cleanup.
    if (value && this.owner.pending.pause === 'carried' && !this.owner.pending.halted) this.owner.pending.pause = 'pending';
    this.owner.changed();
  }

  get urgent(): boolean {
    return this.owner.pending.swap !== null || this.owner.pending.jump !== null;
  }
  get undelivered(): boolean {
    return this.urgent || this.owner.pending.pause === 'pending';
  }
  get pauseDue(): boolean {
    return this.owner.pending.pauseDue;
  }
  /** 1.5.2: swap before jump before pause. */
  take(): Raised {
    const { owner } = this;
    const { appliedData, appliedPoint } = owner;
    const { swap, jump } = owner.pending;
    if (swap === null && jump === null) return this.takePause();
    if (swap !== null) {
      owner.pending.swap = null;
      owner.appliedData = swap.data;
    } else if (jump !== null) {
      owner.pending.jump = null;
      owner.appliedPoint = jump.point;
    }
    owner.changed();
    if (swap !== null) return new Raised('SwapRequest', [swap.data, appliedData, swap.point]);
    return new Raised('JumpRequest', [jump!.point, appliedPoint]);
  }
  takePause(): Raised {
    this.owner.pending.pause = 'raised';
    return new Raised('PauseRequest');
  }

  get sits(): boolean {
    return this.owner.pending.sitting;
  }
  sit(): void {
    this.owner.pending.pause = 'raised';
    this.owner.pending.sitting = true;
    this.owner.trace.freeze();
    this.owner.changed();
  }
  /** 1.5.5: woken by a jump or swap, and the pause is still wanted. */
  rise(): void {
    this.owner.pending.sitting = false;
    this.owner.pending.pause = 'pending';
  }

  takeMessage(): unknown {
    return this.mailbox.shift();
  }
  giveBack(message: unknown): void {
    this.mailbox.unshift(message);
  }
  lost(): void {
    this.owner.trace.warn('error-lost');
  }
  resultLost(result: unknown): void {
    this.owner.trace.note('result-lost', String(result));
  }
  detach(job: Stand): void {
    this.owner.trace.note('detached', blockingLabel);
    this.owner.beside.detach(job);
  }
  abandoned(): void {
    this.owner.trace.warn('abandoned');
  }
  leave(thread: Thread): void {
    this.owner.beside.leave(thread);
  }
}
