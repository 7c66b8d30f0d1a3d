/** A lesson as its folder has it (docs/lessons.md). */
import type { Speed } from '../snapshot.js';

/** What `lesson.json` says. */
export interface LessonAbout {
  readonly title: string;
  /** At most twelve words. */
  readonly summary: string;
  /** One of `lessonChapters`. */
  readonly chapter: string;
  /** Its place in the chapter. */
  readonly order: number;
  /** How long it takes, from 5 to 10. */
  readonly minutes: number;
  /** The name of a built-in bench; left out: the default one. */
  readonly bench?: string;
  /** How fast time passes when it is opened; left out: as it does already. */
  readonly speed?: Speed;
}

export interface LessonEntry extends LessonAbout {
  readonly id: string;
}

/** In the order of the course. Chapters are in the order of this list. */
export const lessonChapters: readonly string[] = [
  'First steps',
  'When things go wrong',
  'Pausing',
  'Jumping',
  'Swapping and messages',
  'Actions that cannot be interrupted',
  'The world outside',
  'Several steps',
];

export function inCourseOrder(entries: readonly LessonEntry[]): readonly LessonEntry[] {
  return [...entries].sort(
    (one, other) => lessonChapters.indexOf(one.chapter) - lessonChapters.indexOf(other.chapter) || one.order - other.order,
  );
}
