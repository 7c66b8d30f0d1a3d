/** The files of a lesson that are not text for people or a process: `lesson.json`, `hints.md` and `check.json` (docs/lessons.md). */
import * as v from 'valibot';
import { benches } from '../benches/index.js';
import { type LessonAbout, lessonChapters } from '../lessons/lesson.js';
import type { Check } from '../lessons/check.js';
import { checkShape, checkFrom } from './check-shape.js';
import { problem } from './problem.js';

/** A file of a lesson that cannot be used: a sentence that names the file and the member. */
export class LessonError extends Error {
  override readonly name = 'LessonError';
}

const text = v.pipe(v.string('it must be a text'), v.trim(), v.nonEmpty('it must not be empty'));
const words = (value: string): number => value.trim().split(/\s+/).length;
const benchNames = benches.map(({ name }) => name);

const about = v.strictObject({
  title: v.pipe(text, v.maxLength(60, 'it must be at most 60 characters long')),
  summary: v.pipe(
    text,
    v.check((value) => words(value) <= 12, 'it must have at most twelve words'),
  ),
  chapter: v.picklist(lessonChapters, `it must be one of ${lessonChapters.join(', ')}`),
  order: v.pipe(v.number('it must be a number'), v.finite('it must be a number')),
  minutes: v.pipe(
    v.number('it must be a number from 5 to 10'),
    v.minValue(5, 'it must be a number from 5 to 10'),
    v.maxValue(10, 'it must be a number from 5 to 10'),
  ),
  bench: v.exactOptional(v.picklist(benchNames, `it must be the name of a bench: ${benchNames.join(', ')}`)),
  speed: v.exactOptional(v.picklist([1, 10, 100, 'max'], 'it must be 1, 10, 100 or "max"')),
}) satisfies v.GenericSchema<unknown, LessonAbout>;

const checks = v.strictObject({
  checks: v.pipe(v.array(checkShape, 'it must be a list of checks'), v.minLength(1, 'it must have at least one check')),
});

/** Reads what `lesson.json` holds, parsed. Raises `LessonError`. */
export function readLessonAbout(raw: unknown): LessonAbout {
  return read(about, raw, 'lesson.json');
}

/** Reads what `check.json` holds, parsed. Raises `LessonError`. */
export function readChecks(raw: unknown): readonly Check[] {
  return read(checks, raw, 'check.json').checks.map(checkFrom);
}

/** The hints in `hints.md`, each further than the one before. Raises `LessonError`. */
export function readHints(text: string): readonly string[] {
  const hints = text.split(/^---[ \t]*$/m).map((hint) => hint.trim());
  if (hints.length < 2 || hints.length > 4 || hints.includes(''))
    throw new LessonError(`hints.md must have two to four hints, with a line --- between them; it has ${hints.filter(Boolean).length}.`);
  return hints;
}

function read<Schema extends v.GenericSchema>(schema: Schema, raw: unknown, file: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, raw);
  if (!result.success) throw new LessonError(`${file}: ${problem(result.issues[0], 'the file')}`);
  return result.output;
}
