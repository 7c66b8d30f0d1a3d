import type { Failure } from '../../model/failure.js';
import type { Check, CheckRun } from '../../model/lessons/check.js';
import { checkRecording } from '../../model/lessons/check-recording.js';
import { evaluate, nodesOf, probesOf, type Verdict } from '../../model/lessons/evaluate.js';
import type { LessonEntry } from '../../model/lessons/lesson.js';
import type { Place } from '../../model/place.js';
import type { ProcessSource } from '../../model/protocol.js';
import type { Recording } from '../../model/recording.js';
import type { Lesson, LessonTexts } from './course.js';
import type { LessonsPort } from './lessons-port.js';
import type { Progress } from './Progress.svelte.js';

/** What came of one check. */
export interface Result {
  readonly check: Check;
  readonly verdict: Verdict;
  /** The run that shows it; `null`: there is none to be shown, since it did not let go. */
  readonly recording: Recording | null;
}

export type CheckState =
  | { readonly type: 'none' }
  | { readonly type: 'running'; readonly results: readonly Result[] }
  | { readonly type: 'done'; readonly results: readonly Result[] }
  /** The text cannot be run: why, in a sentence, and where. */
  | { readonly type: 'refused'; readonly message: string; readonly place: Place | null }
  /** The runtime was gone before the end: why, in a sentence. */
  | { readonly type: 'lost'; readonly message: string };

/** A lesson that somebody works on. */
export class OpenLesson {
  readonly #port: LessonsPort;
  readonly #progress: Progress;
  #hints = $state(0);
  #state = $state.raw<CheckState>({ type: 'none' });
  /** The texts that were checked. */
  #checked = $state.raw<LessonTexts | null>(null);
  #shown = $state.raw<Result | null>(null);
  #solution = $state(false);
  /** Counts the checks: the newest is the one that matters. */
  #checks = 0;

  constructor(
    readonly lesson: Lesson,
    /** The whole course, in order. */
    readonly course: readonly LessonEntry[],
    port: LessonsPort,
    progress: Progress,
  ) {
    this.#port = port;
    this.#progress = progress;
  }

  /** Its place in the course, from 1. */
  get number(): number {
    return this.#index + 1;
  }

  get previous(): LessonEntry | null {
    return this.course[this.#index - 1] ?? null;
  }

  get next(): LessonEntry | null {
    return this.course[this.#index + 1] ?? null;
  }

  /** How many hints were asked for. */
  get hints(): number {
    return this.#hints;
  }

  get moreHints(): number {
    return this.lesson.hints.length - this.#hints;
  }

  hint(): void {
    this.#hints = Math.min(this.#hints + 1, this.lesson.hints.length);
  }

  get state(): CheckState {
    return this.#state;
  }

  /** How many checks are met. */
  get met(): number {
    return 'results' in this.#state ? this.#state.results.filter(({ verdict }) => verdict.met).length : 0;
  }

  get passed(): boolean {
    return this.#state.type === 'done' && this.met === this.lesson.checks.length;
  }

  /** The texts have changed since they were checked. */
  get stale(): boolean {
    const { texts } = this.#port;
    const checked = this.#checked;
    return checked !== null && fileIds.some((file) => texts[file] !== checked[file]);
  }

  /** The run of a check that the page shows. */
  get shown(): Result | null {
    return this.#port.visiting ? this.#shown : null;
  }

  /** Whether the solution is shown beside the learner's own text. */
  get solution(): boolean {
    return this.#solution;
  }

  set solution(on: boolean) {
    this.#solution = on;
  }

  get own(): LessonTexts {
    return this.#port.texts;
  }

  /** Runs the learner's process under the scenarios of the lesson, one after the other. */
  async check(): Promise<void> {
    const number = ++this.#checks;
    const { texts, bench } = this.#port;
    const learned = { source: sourceOf(texts), data: texts.data, bench };
    this.#checked = texts;
    let results: readonly Result[] = [];
    this.#state = { type: 'running', results };
    try {
      for (const check of this.lesson.checks) {
        const recording = checkRecording(check, learned);
        const run = await this.#port.check({ recording, probes: probesOf(check), nodes: nodesOf(check) });
        if (number !== this.#checks) return;
        if (run === null) return this.#stopped();
        const failure = loadFailureIn(run);
        if (failure !== null) {
          this.#state = { type: 'refused', message: failure.message, place: failure.place ?? null };
          return this.#progress.checked(this.lesson.id, false);
        }
        const end = Math.round((run.events.at(-1)?.t ?? 0) * 1e6);
        const shown = run.stop.type === 'over' ? recording : { ...recording, end };
        const runs = run.stop.type !== 'loop';
        results = [...results, { check, verdict: evaluate(check, run), recording: runs ? shown : null }];
        this.#state = { type: 'running', results };
      }
      this.#state = { type: 'done', results };
      this.#progress.checked(this.lesson.id, this.passed);
    } catch (error) {
      if (number === this.#checks) this.#state = { type: 'lost', message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Nobody wants the check that is on any more. */
  stop(): void {
    if (this.#state.type !== 'running') return;
    this.#checks++;
    this.#port.endCheck();
    this.#stopped();
  }

  /** Shows the run of a check that was not met, at the instant that tells why. */
  async show(result: Result): Promise<void> {
    const { check, verdict, recording } = result;
    if (recording === null || this.stale) return;
    const problem = await this.#port.show(recording, `Check: ${check.title}`, verdict.met ? 0 : verdict.at);
    if (problem === null) this.#shown = result;
    else this.#port.tell(problem);
  }

  /** Back to the learner's own run. */
  async back(): Promise<void> {
    this.#shown = null;
    await this.#port.back();
    this.#port.bringForward();
  }

  takeSolution(): void {
    this.#solution = false;
    this.#port.put(this.lesson.solution, 'The solution stands in the place of your text.');
  }

  reset(): void {
    this.#port.reset(`Went back to the start of “${this.lesson.title}”.`);
  }

  reveal(place: Place): void {
    this.#port.reveal(place);
  }

  get #index(): number {
    return this.course.findIndex(({ id }) => id === this.lesson.id);
  }

  #stopped(): void {
    this.#state = { type: 'none' };
    this.#checked = null;
  }
}

/** Why a process could not be loaded; `null`: it could. */
function loadFailureIn({ events, stop }: CheckRun): Failure | null {
  const refused = events.find((event) => event.event === 'load-error');
  return refused === undefined || stop.type === 'loop' ? null : refused.failure;
}

const fileIds = ['process', 'data', 'protocol', 'bench'] as const;

function sourceOf({ process, protocol, bench }: LessonTexts): ProcessSource {
  return {
    language: 'typescript',
    code: process,
    ...(protocol.trim() === '' ? {} : { protocol }),
    ...(bench.trim() === '' ? {} : { bench }),
  };
}
