import { LessonError, readChecks, readHints, readLessonAbout } from '../../model/files/lesson-files.js';
import type { Check } from '../../model/lessons/check.js';
import { inCourseOrder, type LessonEntry } from '../../model/lessons/lesson.js';
import type { Place } from '../../model/place.js';
import { type Block, readMarkdown } from './markdown.js';

/** The texts of a process and what belongs to it, as the editor has them; empty: there is none. */
export type LessonTexts = Readonly<Record<Place['file'], string>>;

export interface Lesson extends LessonEntry {
  readonly text: readonly Block[];
  /** Two to four, each further than the one before. */
  readonly hints: readonly (readonly Block[])[];
  readonly checks: readonly Check[];
  readonly start: LessonTexts;
  readonly solution: LessonTexts;
}

const folder = '../../lessons/course/';
const idOf = (path: string): string => path.slice(folder.length).split('/')[0] ?? '';

const about = import.meta.glob<unknown>('../../lessons/course/*/lesson.json', { eager: true, import: 'default' });
const checks = import.meta.glob<unknown>('../../lessons/course/*/check.json', { import: 'default' });
const texts = import.meta.glob<string>('../../lessons/course/*/{text.md,hints.md}', { query: '?raw', import: 'default' });
const starts = import.meta.glob<string>('../../lessons/course/*/{start,solution}/{process.ts,data.yaml,protocol.yaml,bench.yaml}', {
  query: '?raw',
  import: 'default',
});

/** Every lesson there is, in the order of the course. This module is loaded when somebody wants to learn. Raises `LessonError`. */
export const lessonEntries: readonly LessonEntry[] = inCourseOrder(
  Object.entries(about).map(([path, raw]) => ({ ...named(idOf(path), () => readLessonAbout(raw)), id: idOf(path) })),
);

/** Loads a lesson; `null` if there is none of that name. Rejects when the network is gone, with `LessonError` when the lesson is wrong. */
export async function loadLesson(id: string): Promise<Lesson | null> {
  const entry = lessonEntries.find((lesson) => lesson.id === id);
  if (entry === undefined) return null;
  const text = async (file: string): Promise<string> => (await texts[`${folder}${id}/${file}`]?.()) ?? '';
  const [body, hints, checkFile, start] = await Promise.all([
    text('text.md'),
    text('hints.md'),
    checks[`${folder}${id}/check.json`]?.(),
    textsIn(id, 'start'),
  ]);
  const solution = await textsIn(id, 'solution');
  return named(id, () => ({
    ...entry,
    text: readMarkdown(body),
    hints: readHints(hints).map(readMarkdown),
    checks: readChecks(checkFile),
    start: { process: '', data: '', protocol: '', bench: '', ...start },
    solution: { process: '', data: '', protocol: '', bench: '', ...start, ...solution },
  }));
}

/** Those texts that lie in a folder of a lesson. */
async function textsIn(id: string, of: 'start' | 'solution'): Promise<Partial<LessonTexts>> {
  const files = { process: 'process.ts', data: 'data.yaml', protocol: 'protocol.yaml', bench: 'bench.yaml' } as const;
  const read = Object.entries(files).map(async ([file, name]) => [file, await starts[`${folder}${id}/${of}/${name}`]?.()] as const);
  return Object.fromEntries((await Promise.all(read)).filter(([, text]) => text !== undefined)) as Partial<LessonTexts>;
}

function named<T>(id: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof LessonError ? new LessonError(`${id}/${error.message}`) : error;
  }
}
