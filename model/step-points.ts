/** Points of steps of steps (semantics 6.3): where a protocol begins or goes on when a person chooses a step. */
import type { Json } from './json.js';
import { isOn, type StepInfo, type StepPath, type StepView } from './steps.js';

/** Which round of each repeat, from 1, by the place of the repeat. */
export type Rounds = Readonly<Record<StepPath, number>>;

/** The step around a step; `null` for the whole. */
export function pathAround(path: StepPath): StepPath | null {
  if (path === '') return null;
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(0, dot);
}

/**
 * The outermost step from which a point leads to a step: a jump is made to it. `null`: there is none, since a step in a parallel
 * begins only with those beside it.
 */
export function jumpBase(steps: readonly StepInfo[], path: StepPath): StepPath | null {
  let base: StepPath | null = null;
  for (let around = pathAround(path); around !== null && hasPoints(steps, around); around = pathAround(around)) base = around;
  return base;
}

/** The repeats between `base` and a step, the outermost first, with the step itself when it is one. */
export function repeatsOn(steps: readonly StepInfo[], base: StepPath, path: StepPath): readonly StepInfo[] {
  return steps.filter((step) => step.kind === 'repeat' && within(step.path, base) && within(path, step.path));
}

/** The point of `base` that leads to a step: to `child` in it (`null`: to its beginning), in the rounds given (the first where none is). */
export function pointTo(steps: readonly StepInfo[], base: StepPath, path: StepPath, rounds: Rounds, child: Json = null): Json {
  let point: Json = child;
  if (stepOf(steps, path)?.kind === 'repeat' && child === null) point = { iteration: (rounds[path] ?? 1) - 1 };
  for (let at = path; at !== base;) {
    const around = pathAround(at);
    if (around === null) break;
    const inner = point === null ? {} : { child: point };
    const index = Number(at.slice(at.lastIndexOf('.') + 1)) - 1;
    point = stepOf(steps, around)?.kind === 'repeat' ? { iteration: (rounds[around] ?? 1) - 1, ...inner } : { index, ...inner };
    at = around;
  }
  return point;
}

/** Whether a jump can lead to a step now: not to one that is on, and only from a step around it that is. */
export function canJumpTo(steps: readonly StepInfo[], root: StepView, path: StepPath): boolean {
  const base = jumpBase(steps, path);
  return base !== null && stateAt(root, base) === 'active' && !isOn(stateAt(root, path));
}

/** The rounds in which repeats are. */
export function presentRounds(root: StepView): Rounds {
  const rounds: Record<StepPath, number> = {};
  const look = (step: StepView): void => {
    if (step.round) rounds[step.path] = step.round.number;
    step.children.forEach(look);
  };
  look(root);
  return rounds;
}

function stateAt(root: StepView, path: StepPath): StepView['state'] | null {
  if (root.path === path) return root.state;
  for (const child of root.children) if (within(path, child.path)) return stateAt(child, path);
  return null;
}

function hasPoints(steps: readonly StepInfo[], path: StepPath): boolean {
  const kind = stepOf(steps, path)?.kind;
  return kind === 'sequence' || kind === 'repeat';
}

function stepOf(steps: readonly StepInfo[], path: StepPath): StepInfo | undefined {
  return steps.find((step) => step.path === path);
}

function within(path: StepPath, around: StepPath): boolean {
  return around === '' || path === around || path.startsWith(`${around}.`);
}
