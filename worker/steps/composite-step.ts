import type { Json } from '../../model/json.js';
import type { StepPath, StepView } from '../../model/steps.js';
import type { Block } from './block.js';
import { blockName, childPath } from './block-tree.js';
import type { ProcessStep } from './process-step.js';
import { Step, StepPointError } from './step.js';
import type { StepHost } from './step-host.js';

/** Makes the step for a block; a parameter, so that composites need not know every kind. */
export type MakeStep = (block: Block, path: StepPath, parent: CompositeStep) => Step;

/** A step of steps. */
export abstract class CompositeStep extends Step {
  readonly children: readonly Step[];

  constructor(
    override readonly block: Exclude<Block, { kind: 'process' }>,
    path: StepPath,
    parent: CompositeStep | null,
    host: StepHost,
    make: MakeStep,
  ) {
    super(path, parent, host);
    this.children = block.children.map((child, index) => make(child, childPath(path, index), this));
  }

  get name(): string {
    return blockName(this.block, () => '');
  }

  /** Errors within it are dealt with within it. The whole protocol is stable. */
  get stable(): boolean {
    return this.parent === null || this.block.stable;
  }

  /** A child is over, whatever its outcome. */
  abstract childEnded(child: Step): void;

  /** A process within it has failed: what was to follow its end does not. */
  abandonJump(): void {
    this.parent?.abandonJump();
  }

  halt(): void {
    if (!this.on) return;
    if (this.state !== 'halting') this.become('halting');
    const active = this.children.filter(({ on }) => on);
    for (const child of active) child.halt();
  }

  release(): void {
    for (const child of this.children) if (child.on) child.release();
  }

  *leaves(): Iterable<ProcessStep> {
    for (const child of this.children) yield* child.leaves();
  }

  *steps(): Iterable<Step> {
    yield this;
    for (const child of this.children) yield* child.steps();
  }

  override reset(): void {
    super.reset();
    for (const child of this.children) child.reset();
  }

  view(): StepView {
    return {
      path: this.path,
      kind: this.block.kind,
      name: this.name,
      state: this.state,
      outcome: this.outcome,
      haltedByHandling: false,
      overdueSince: null,
      term: this.term(),
      handling: this.host.handling.in(this),
      process: null,
      children: this.children.map((child) => child.view()),
    };
  }

  /** The members of a point of this step. Raises `StepPointError` when it has another form. */
  protected pointMembers(
    point: Json,
    number: 'index' | 'iteration',
    below: number | null,
  ): { readonly number: number; readonly child: Json } {
    const form = `A point of this step is {${number}: …, child: …}`;
    if (typeof point !== 'object' || point === null || Array.isArray(point)) throw new StepPointError(`${form}.`);
    const members = point as Readonly<Record<string, Json>>;
    const other = Object.keys(members).find((key) => key !== number && key !== 'child');
    if (other !== undefined) throw new StepPointError(`${form}; “${other}” is not known.`);
    const value = members[number];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || (below !== null && value >= below))
      throw new StepPointError(`${form}, and ${number} counts from 0${below === null ? '' : ` up to ${below - 1}`}.`);
    return { number: value, child: members['child'] ?? null };
  }
}
