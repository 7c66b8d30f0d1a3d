import type { DeviceHistory } from '../../model/history.js';
import type { ClockCommand } from '../../model/protocol.js';
import type { StepPath } from '../../model/steps.js';
import { clockText } from '../../model/time-text.js';
import type { Trace } from '../../model/trace.js';
import { type Condition, conditionProblem, conditionText, locationInstant, nodeInstant } from './condition.js';

/** What looking for a condition needs of the rest of the page. */
export interface UntilPort {
  readonly trace: Trace;
  /** Where it is looked from: the instant that is shown, in virtual seconds. */
  readonly from: number;
  /** The process that is shown. */
  readonly path: StepPath;
  /** The run still goes on. */
  readonly active: boolean;
  history(device: string): Promise<DeviceHistory | null>;
  clock(command: ClockCommand): Promise<void>;
  go(at: number): void;
}

/** Milliseconds between two looks at a run that goes on. */
const everyMilliseconds = 200;

/** Goes to the instant at which a condition holds: in what has been recorded, else the run goes on until it does. */
export class Until {
  readonly #port: UntilPort;
  /** Somebody is asked for the condition. */
  open = $state(false);
  #last = $state.raw<Condition | null>(null);
  #waiting = $state.raw<{ readonly condition: Condition; readonly from: number; readonly path: StepPath } | null>(null);
  #note = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(port: UntilPort) {
    this.#port = port;
  }

  /** What was looked for last. */
  get last(): Condition | null {
    return this.#last;
  }

  /** What the run goes on for, in words; `null`: nothing is waited for. */
  get waiting(): string | null {
    return this.#waiting && conditionText(this.#waiting.condition);
  }

  /** What came of it. */
  get note(): string {
    return this.#note;
  }

  /** `null`: it was found, or is waited for; otherwise why not, in a sentence. */
  async find(condition: Condition): Promise<string | null> {
    const problem = conditionProblem(condition);
    if (problem !== null) return problem;
    this.#last = condition;
    const { from, path, active } = this.#port;
    if (await this.#found(condition, from, path)) return null;
    if (!active) return `It does not hold any more in this run, which is over: ${conditionText(condition)}.`;
    this.#waiting = { condition, from, path };
    this.#note = '';
    await this.#port.clock({ type: 'release' });
    this.#wait();
    return null;
  }

  /** Does not wait any longer. The run goes on. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#note = '';
  }

  #wait(): void {
    this.#timer = setTimeout(() => void this.#look(), everyMilliseconds);
  }

  async #look(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === null) return;
    const { active } = this.#port;
    const found = await this.#found(waiting.condition, waiting.from, waiting.path);
    if (this.#waiting !== waiting) return;
    if (found) {
      this.#waiting = null;
      await this.#port.clock({ type: 'hold' });
    } else if (active) this.#wait();
    else {
      this.#waiting = null;
      this.#note = `The run ended before this held: ${conditionText(waiting.condition)}.`;
    }
  }

  async #found(condition: Condition, from: number, path: StepPath): Promise<boolean> {
    const at =
      condition.of === 'location' ? locationInstant(this.#port.trace, from, condition, path) : await this.#nodeInstant(condition, from);
    if (at === null) return false;
    this.#port.go(at);
    this.#note = `${conditionText(condition)} at ${clockText(at, 1)}.`;
    return true;
  }

  async #nodeInstant(condition: Condition, from: number): Promise<number | null> {
    const history = await this.#port.history(condition.path.split('.')[0] ?? '');
    const series = history?.series.find(({ path }) => path === condition.path);
    return series ? nodeInstant(series, from, condition) : null;
  }
}
