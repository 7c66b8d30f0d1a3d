import type { Handling, HandlingAction } from '../../model/steps.js';
import type { VirtualClock } from '../clock/virtual-clock.js';
import { pauseOwner, resumeOwner } from '../process/owner-requests.js';
import type { CompositeStep } from './composite-step.js';
import { Grace } from './grace.js';
import type { ProcessStep } from './process-step.js';
import type { Step } from './step.js';

/** The failures in one scope that have not been dealt with yet. */
interface Episode {
  readonly scope: CompositeStep;
  readonly failed: Set<ProcessStep>;
  stable: boolean;
}

/**
 * What becomes of the other steps when one fails (semantics 4.3): those in its scope pause where they can and are halted
 * otherwise, nothing new begins there, and once the last failure has been retried or skipped the paused ones go on.
 */
export class ErrorHandling {
  readonly #episodes: Episode[] = [];

  readonly #grace: Grace;

  constructor(
    clock: VirtualClock,
    /** Virtual seconds. */
    grace: number,
    private readonly emit: (step: Step, scope: Step, action: HandlingAction) => void,
  ) {
    this.#grace = new Grace(clock, grace, (step) => emit(step, scopeOf(step), 'overdue'));
  }

  /** What is going on in the scope that a step is the root of. */
  in(step: Step): Handling | null {
    const episode = this.#episodes.find(({ scope }) => scope === step);
    return episode ? (episode.stable ? 'stable' : 'stabilising') : null;
  }

  /** Whether what follows a step has to wait: an error around it has not been dealt with. */
  holds(step: ProcessStep): boolean {
    return !step.beingHaltedAround && this.#inEpisode(step);
  }

  #inEpisode(step: ProcessStep): boolean {
    return this.#episodes.some(({ scope }) => step.within(scope));
  }

  /** The state of a process has changed. */
  look(step: ProcessStep): void {
    if (!isPausing(step)) this.#grace.end(step);
    if (step.failed) this.#failed(step);
    else if (step.process?.mode !== 'collecting') this.#dealtWith(step);
    if (step.pausedByHandling && step.process?.mode === 'running' && step.process.form === 'paused') this.#resumeIfOver(step);
    for (const episode of this.#episodes) if (step.within(episode.scope)) this.#look(episode, step);
  }

  #failed(step: ProcessStep): void {
    step.parent?.abandonJump();
    const around = this.#episodes.find(({ scope }) => step.within(scope));
    if (around?.failed.has(step)) return;
    const episode = around ?? { scope: scopeOf(step), failed: new Set<ProcessStep>(), stable: false };
    episode.failed.add(step);
    episode.stable = false;
    if (around === undefined) this.#episodes.push(episode);
    this.emit(step, episode.scope, 'started');
    for (const leaf of episode.scope.leaves()) if (leaf !== step) this.#calm(leaf, episode);
  }

  /** A step has not failed, or not any more. One whose data is collected for a retry may fail again: the others wait for it. */
  #dealtWith(step: ProcessStep): void {
    for (const episode of [...this.#episodes]) if (episode.failed.delete(step) && episode.failed.size === 0) this.#over(episode);
  }

  /** Pauses a step, or halts one that cannot pause. */
  #calm(leaf: ProcessStep, { scope }: Episode): void {
    const { process, owner } = leaf;
    if (!leaf.on || owner === null || process === null || leaf.haltedByHandling || leaf.runByHand) return;
    if (process.mode === 'collecting') return this.#halt(leaf, scope);
    if (process.mode !== 'running' || process.form === 'halting' || process.form === 'paused') return;
    if (!owner.slots.pending.pause) {
      if (!process.pausable) return this.#halt(leaf, scope);
      leaf.pausedByHandling = true;
      this.emit(leaf, scope, 'pause');
      pauseOwner(owner);
    }
    this.#grace.begin(leaf);
  }

  #halt(leaf: ProcessStep, scope: Step): void {
    leaf.haltedByHandling = true;
    this.emit(leaf, scope, 'halt');
    leaf.owner?.life.halt();
  }

  /** A step that begins while an error is being dealt with is calmed as well; and the scope may have become stable. */
  #look(episode: Episode, step: ProcessStep): void {
    if (!episode.failed.has(step)) this.#calm(step, episode);
    const stable = [...episode.scope.leaves()].every(isCalm);
    if (stable && !episode.stable) this.emit([...episode.failed][0]!, episode.scope, 'stable');
    episode.stable = stable;
  }

  /** The paused steps go on, outermost first as the protocol has them, and what was held back goes its way. */
  #over(episode: Episode): void {
    this.#episodes.splice(this.#episodes.indexOf(episode), 1);
    this.emit(episode.scope, episode.scope, 'ended');
    for (const leaf of episode.scope.leaves()) {
      if (!this.#inEpisode(leaf)) this.#grace.end(leaf);
      if (leaf.state === 'held') leaf.release();
      else this.#resumeIfOver(leaf);
    }
  }

  /** One that comes to its checkpoint only after the error has been dealt with goes on at once. */
  #resumeIfOver(leaf: ProcessStep): void {
    const { owner, process } = leaf;
    if (!leaf.pausedByHandling || owner === null || leaf.beingHaltedAround || this.#inEpisode(leaf)) return;
    if (process?.mode !== 'running' || process.form !== 'paused') return;
    leaf.pausedByHandling = false;
    this.emit(leaf, scopeOf(leaf), 'resume');
    resumeOwner(owner);
  }
}

/** The nearest stable step around it. */
function scopeOf(step: ProcessStep): CompositeStep {
  let scope = step.parent!;
  while (!scope.stable) scope = scope.parent!;
  return scope;
}

/** Asked to pause, and not at its checkpoint yet. */
function isPausing({ on, process, owner }: ProcessStep): boolean {
  if (!on || process?.mode !== 'running' || process.form === 'halting' || process.form === 'paused') return false;
  return owner?.slots.pending.pause ?? false;
}

function isCalm(leaf: ProcessStep): boolean {
  if (!leaf.on || leaf.state === 'held' || leaf.failed || leaf.runByHand || leaf.process?.mode === 'done') return true;
  return leaf.process?.mode === 'running' && leaf.process.form === 'paused';
}
