import type { Json } from '../../model/json.js';
import type { Outcome, OwnerState } from '../../model/owner.js';
import type { RequestResult } from '../../model/requests.js';
import type { StepPath, StepView } from '../../model/steps.js';
import type { Term } from '../../model/term.js';
import { importPoint } from '../process/import-point.js';
import type { ProcessOwner } from '../process/owner.js';
import type { ProcessBlock } from './block.js';
import { blockName } from './block-tree.js';
import type { CompositeStep } from './composite-step.js';
import { Step, StepPointError } from './step.js';
import type { StepHost } from './step-host.js';
import { nothing } from './step-terms.js';

/** A step that is a process, with an owner of its own each time it is started. */
export class ProcessStep extends Step {
  owner: ProcessOwner | null = null;
  /** It was halted because another step failed. */
  haltedByHandling = false;
  /** A person runs it again in the middle of an error: error handling leaves it alone. */
  runByHand = false;
  /** Error handling has paused it, or is about to. */
  pausedByHandling = false;
  /** Since when it has been asked to pause, once the grace time is over and it has not come to a checkpoint; virtual seconds. */
  overdueSince: number | null = null;

  constructor(
    readonly block: ProcessBlock,
    path: StepPath,
    parent: CompositeStep | null,
    host: StepHost,
  ) {
    super(path, parent, host);
  }

  get name(): string {
    return blockName(this.block, () => this.host.programOf(this.block).name);
  }

  /** The state of its process; `null` before it is reached. */
  get process(): OwnerState | null {
    return this.owner?.state ?? null;
  }

  get failed(): boolean {
    const mode = this.on ? this.process?.mode : undefined;
    return mode === 'failed' || mode === 'collectionFailed';
  }

  start(point: Json): void {
    this.#begin(point === null ? null : this.#imported(point));
  }

  /** Runs it once more at the point that it had reached, after error handling has halted it (semantics 4.3.5). */
  runAgain(): void {
    this.#begin(this.owner?.slots.appliedPoint ?? null, true);
  }

  halt(): void {
    if (this.state === 'held') this.release();
    else if (this.on) this.owner?.life.halt();
  }

  /** Its owner is done. */
  processEnded(outcome: Outcome): void {
    this.outcome = outcome;
    if (this.host.handling.holds(this)) this.become('held');
    else this.end(outcome);
  }

  release(): void {
    if (this.state === 'held') this.end(this.outcome ?? 'halted');
  }

  jump(point: Json, force: boolean): RequestResult {
    return this.host.requestOf(this, { type: 'jump', point, ...(force ? { force } : {}) });
  }

  checkPoint(point: Json): void {
    if (point !== null) this.#imported(point);
  }

  term(): Term {
    switch (this.state) {
      case 'waiting':
        return this.duration();
      case 'held':
      case 'ended':
        return nothing;
      default:
        // While the data is being collected nothing has been said yet but what the process declares (semantics 6.4).
        return this.process?.mode === 'collecting' ? this.duration() : (this.owner?.outbound.term ?? { type: 'unknown' });
    }
  }

  duration(): Term {
    return this.host.declaredDuration(this.block);
  }

  view(): StepView {
    return {
      path: this.path,
      kind: 'process',
      name: this.name,
      state: this.state,
      outcome: this.outcome,
      haltedByHandling: this.haltedByHandling,
      overdueSince: this.overdueSince,
      term: this.term(),
      handling: null,
      process: this.owner?.view() ?? null,
      children: [],
    };
  }

  *leaves(): Iterable<ProcessStep> {
    yield this;
  }

  *steps(): Iterable<Step> {
    yield this;
  }

  override reset(): void {
    super.reset();
    this.owner = null;
    this.haltedByHandling = this.pausedByHandling = false;
  }

  #begin(point: unknown, byHand = false): void {
    this.haltedByHandling = this.pausedByHandling = false;
    this.runByHand = byHand;
    this.outcome = null;
    this.owner = this.host.newOwner(this, point);
    this.become('active');
    this.owner.life.start();
  }

  #imported(raw: Json): unknown {
    const imported = importPoint(this.host.programOf(this.block), raw);
    if (!imported.ok) throw new StepPointError(imported.message);
    return imported.point;
  }
}
