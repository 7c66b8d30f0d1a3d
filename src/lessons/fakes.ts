import type { CheckOptions, CheckRun } from '../../model/lessons/check.js';
import { emptyScenario } from '../../model/scenario.js';
import type { Lesson, LessonTexts } from './course.js';
import type { LessonsPort } from './lessons-port.js';

export const textsOf = (process: string): LessonTexts => ({ process, data: '', protocol: '', bench: '' });

/** A lesson with two checks: the process has to complete, and to send a location. */
export const lesson: Lesson = {
  id: 'first',
  title: 'First',
  summary: 'A lesson',
  chapter: 'First steps',
  order: 1,
  minutes: 5,
  speed: 10,
  text: [],
  hints: [[], []],
  checks: [
    {
      title: 'It ends',
      scenario: emptyScenario,
      data: null,
      bench: null,
      expect: [{ type: 'outcome', outcome: 'completed', missing: 'It goes on.' }],
    },
    {
      title: 'It tells',
      scenario: emptyScenario,
      data: null,
      bench: null,
      expect: [{ type: 'event', pattern: { event: 'location' }, count: { min: 1 }, missing: 'It is silent.' }],
    },
  ],
  start: textsOf('begin'),
  solution: textsOf('solved'),
};

/** A run that ended as it should, with or without a location. */
export const runWith = (...locations: readonly string[]): CheckRun => ({
  events: [
    { t: 0, event: 'load', language: 'typescript', process: 'p' },
    ...locations.map((location) => ({ t: 1, event: 'location' as const, location })),
    { t: 9, event: 'end', outcome: 'completed', claims: [], detached: 0 },
  ],
  values: [],
  stop: { type: 'over' },
});

/** A page that remembers what was asked of it. */
export class FakePort implements LessonsPort {
  opened = 'timer';
  texts = textsOf('mine');
  bench = 'default';
  visiting = false;
  readonly said: string[] = [];
  /** What runs give, one after the other; the last one again and again. */
  runs: (() => Promise<CheckRun | null>)[] = [];
  readonly asked: CheckOptions[] = [];

  open(start: { readonly id: string; readonly texts: LessonTexts }, message: string): void {
    this.opened = start.id;
    this.texts = start.texts;
    this.said.push(message);
  }
  put(texts: LessonTexts, message: string): void {
    this.texts = texts;
    this.said.push(message);
  }
  reset(message: string): void {
    this.put(lesson.start, message);
  }
  speed(speed: unknown): void {
    this.said.push(`speed ${String(speed)}`);
  }
  check(options: CheckOptions): Promise<CheckRun | null> {
    this.asked.push(options);
    return (this.runs.length > 1 ? this.runs.shift()! : this.runs[0]!)();
  }
  endCheck(): void {
    this.said.push('end');
  }
  show(_: unknown, name: string, at: number): Promise<string | null> {
    this.said.push(`${name} at ${at}`);
    this.visiting = true;
    return Promise.resolve(null);
  }
  back(): Promise<void> {
    this.visiting = false;
    return Promise.resolve();
  }
  reveal(): void {}
  openExample(id: string): void {
    this.opened = id;
  }
  bringForward(): void {
    this.said.push('forward');
  }
  tell(message: string): void {
    this.said.push(message);
  }
}
