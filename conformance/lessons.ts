import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../cli/read-scenario.js';
import { LessonError, readChecks, readHints, readLessonAbout } from '../model/files/lesson-files.js';
import type { Check, CheckRun } from '../model/lessons/check.js';
import { checkRecording } from '../model/lessons/check-recording.js';
import { evaluate, nodesOf, probesOf, type Verdict } from '../model/lessons/evaluate.js';
import type { LessonAbout } from '../model/lessons/lesson.js';
import { checkRun } from '../worker/check-run.js';
import { chooseBench } from '../worker/choose-bench.js';
import type { RealTime } from '../worker/clock/real-time.js';

/** Work in slices needs no more than this of Node. */
const realTime: RealTime = {
  now: () => performance.now(),
  after: () => () => undefined,
  soon: (callback) => void setImmediate(callback),
};
const courseFolder = join(import.meta.dirname, '..', 'lessons', 'course');
const files = ['process.ts', 'data.yaml', 'protocol.yaml', 'bench.yaml'] as const;
type Texts = Readonly<Record<(typeof files)[number], string>>;

/** A lesson as it lies in its folder. */
export interface LessonFolder {
  readonly id: string;
  readonly about: LessonAbout;
  readonly text: string;
  readonly hints: readonly string[];
  readonly checks: readonly Check[];
  readonly start: Texts;
  readonly solution: Texts;
}

export const lessonIds: readonly string[] = readdirSync(courseFolder);

/** Reads a lesson. Raises `LessonError` or `ScenarioError`, which name the file and the member that is wrong. */
export function readLesson(id: string): LessonFolder {
  const folder = join(courseFolder, id);
  const text = (...path: string[]): string => (existsSync(join(folder, ...path)) ? readFileSync(join(folder, ...path), 'utf8') : '');
  const json = (file: string): unknown => JSON.parse(text(file));
  const known = ['lesson.json', 'text.md', 'hints.md', 'check.json', 'start', 'solution'];
  const strange = [
    ...readdirSync(folder).filter((file) => !known.includes(file)),
    ...['start', 'solution'].flatMap((of) => readdirSync(join(folder, of)).filter((file) => !(files as readonly string[]).includes(file))),
  ];
  if (strange.length > 0) throw new LessonError(`Nobody reads ${strange.join(', ')}: a lesson has no such file.`);
  const texts = (read: (file: string) => string): Texts => Object.fromEntries(files.map((file) => [file, read(file)])) as Texts;
  const start = texts((file) => text('start', file));
  const about = readLessonAbout(json('lesson.json'));
  return {
    id,
    about,
    text: text('text.md'),
    hints: readHints(text('hints.md')),
    checks: checksOf(json('check.json'), about.bench, start['bench.yaml']),
    start,
    solution: texts((file) => text('solution', file) || start[file as keyof Texts]),
  };
}

/** Also looks whether the bench has all that a scenario names. */
function checksOf(raw: unknown, bench: string | undefined, document: string): readonly Check[] {
  const checks = readChecks(raw);
  const own = chooseBench(bench ?? 'default', document).description;
  for (const { scenario } of (raw as { readonly checks: readonly { readonly scenario: { readonly bench?: string } }[] }).checks)
    readScenario(JSON.stringify(scenario), scenario.bench === undefined ? own : null);
  return checks;
}

/** What every check says about texts of a lesson, as the page would say it. */
export async function verdicts({ about, checks }: LessonFolder, texts: Texts): Promise<readonly Verdict[]> {
  const written = (member: 'protocol' | 'bench', text: string) => (text.trim() === '' ? {} : { [member]: text });
  const source = {
    language: 'typescript' as const,
    code: texts['process.ts'],
    ...written('protocol', texts['protocol.yaml']),
    ...written('bench', texts['bench.yaml']),
  };
  const learned = { source, data: texts['data.yaml'], bench: about.bench ?? 'default' };
  const all: Verdict[] = [];
  for (const check of checks) all.push(evaluate(check, await runOf(check, learned)));
  return all;
}

async function runOf(check: Check, learned: Parameters<typeof checkRecording>[1]): Promise<CheckRun> {
  const options = { recording: checkRecording(check, learned), probes: probesOf(check), nodes: nodesOf(check) };
  return (await checkRun(options, realTime, undefined, () => true))!;
}
