import type { Json } from '../../model/json.js';
import type { ProcessInfo, ProtocolInfo } from '../../model/snapshot.js';
import { canJumpTo, jumpBase, pointTo, presentRounds, repeatsOn } from '../../model/step-points.js';
import { isOn, processInfo, findStep, type StepInfo, type StepPath, type StepView } from '../../model/steps.js';
import { ValueEntry } from './value-entry.svelte.js';

/** What a person has chosen: the point `point` of the step `base`. */
export interface Destination {
  readonly base: StepPath;
  readonly point: Json;
}

export interface StepFormOptions {
  readonly protocol: ProtocolInfo;
  /** What the default export declares. */
  readonly main: ProcessInfo | null;
  /** The protocol that is carried out, to jump in it; `null`: it is to be started. */
  readonly root: StepView | null;
  /** Starts or jumps; the sentence that refuses it, or `null` when it was done. */
  go(to: Destination): Promise<string | null>;
}

/** The form that asks at which step a protocol begins or goes on: the step, the rounds of repeats, and a point within the step. */
export class StepForm {
  readonly starts: boolean;
  /** The steps that can be chosen. Those of a parallel cannot: they begin together. */
  readonly choices: readonly StepInfo[];
  readonly #options: StepFormOptions;
  #path = $state<StepPath>('');
  /** As typed, by the place of the repeat. */
  rounds = $state<Record<StepPath, number | null>>({});
  /** At a point within the step, not at its beginning. */
  within = $state(false);
  #entry = $state.raw<ValueEntry | null>(null);
  #problem = $state.raw<string | null>(null);
  #busy = $state(false);

  constructor(options: StepFormOptions) {
    this.#options = options;
    const { root, protocol } = options;
    this.starts = root === null;
    this.choices = protocol.steps.filter(({ path, kind }) =>
      root === null ? jumpBase(protocol.steps, path) === '' : canJumpTo(protocol.steps, root, path) || canJumpWithin(root, path, kind),
    );
    this.rounds = { ...(root && presentRounds(root)) };
    const [first] = this.choices;
    if (first) this.choose(first.path);
  }

  get path(): StepPath {
    return this.#path;
  }

  get step(): StepInfo | null {
    return this.choices.find(({ path }) => path === this.#path) ?? null;
  }

  /** Where the point leads from; a repeat to which no point leads from outside goes on itself with another round. */
  get #base(): StepPath {
    return jumpBase(this.#options.protocol.steps, this.#path) ?? this.#path;
  }

  /** The repeats of which a round has to be chosen. */
  get repeats(): readonly StepInfo[] {
    const { steps } = this.#options.protocol;
    return repeatsOn(steps, this.#base, this.#path);
  }

  /** The point within the step; `null`: it has none that it declares. */
  get entry(): ValueEntry | null {
    return this.#entry;
  }

  get problems(): readonly string[] {
    return [...(this.#problem === null ? [] : [this.#problem]), ...(this.within ? (this.#entry?.general ?? []) : [])];
  }

  get busy(): boolean {
    return this.#busy;
  }

  choose(path: StepPath): void {
    this.#path = path;
    this.#problem = null;
    this.within = false;
    for (const repeat of this.repeats) this.rounds[repeat.path] ??= 1;
    const { main, protocol } = this.#options;
    const points = processInfo(main, protocol, path)?.points ?? null;
    this.#entry =
      points === null ? null : new ValueEntry('type' in points ? { type: points.type } : { type: null, examples: points.examples });
  }

  async submit(): Promise<void> {
    if (this.#busy || this.step === null) return;
    this.#problem = this.#roundProblem();
    const child = this.within && this.#entry ? this.#entry.read() : null;
    if (this.#problem !== null || child === undefined) return;
    const { steps } = this.#options.protocol;
    const base = this.#base;
    const rounds = Object.fromEntries(this.repeats.map(({ path }) => [path, this.rounds[path] ?? 1]));
    this.#busy = true;
    try {
      this.#problem = await this.#options.go({ base, point: pointTo(steps, base, this.#path, rounds, child) });
    } finally {
      this.#busy = false;
    }
  }

  #roundProblem(): string | null {
    for (const { path, name, rounds } of this.repeats) {
      const round = this.rounds[path] ?? 1;
      if (!Number.isInteger(round) || round < 1 || (rounds !== null && round > rounds))
        return rounds === null
          ? `The round of ${name} is a whole number from 1 on.`
          : `The round of ${name} is a whole number from 1 to ${rounds}.`;
    }
    return null;
  }
}

/** A repeat that is on can go on with another round. */
function canJumpWithin(root: StepView, path: StepPath, kind: StepInfo['kind']): boolean {
  return kind === 'repeat' && path !== '' && isOn(findStep(root, path)?.state ?? null);
}
