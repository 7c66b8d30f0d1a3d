import { describe, expect, it } from 'vitest';
import { readLesson, lessonIds, verdicts } from './lessons.js';

const notMet = (all: Awaited<ReturnType<typeof verdicts>>): readonly unknown[] => all.filter(({ met }) => !met);

describe('the course', () => {
  it.each(lessonIds)('%s: its folder is well-formed', (id) => {
    expect(readLesson(id).text).toMatch(/^## Goal$/m);
    expect(readLesson(id).text).toMatch(/^## Try it$/m);
  });

  it.each(lessonIds)('%s: its solution passes every check', async (id) => {
    const lesson = readLesson(id);
    expect(notMet(await verdicts(lesson, lesson.solution))).toEqual([]);
  });

  it.each(lessonIds)('%s: its start runs, and does not do yet what the goal says', async (id) => {
    const lesson = readLesson(id);
    const failed = notMet(await verdicts(lesson, lesson.start));
    expect(failed).not.toEqual([]);
    expect(JSON.stringify(failed)).not.toContain('It could not be run');
  });
});
