import { describe, expect, it } from 'vitest';
import { partNamed } from '../../model/lessons/parts.js';
import { lessonEntries, loadLesson } from './course.js';
import { inlinesOf } from './markdown.js';

const examples = import.meta.glob('../../lessons/examples/*/example.json');
const lessons = lessonEntries.map(({ id }) => id);

describe('the course in the page', () => {
  it('has lessons, each with a place of its own', () => {
    expect(lessons.length).toBeGreaterThan(0);
    const places = lessonEntries.map(({ chapter, order }) => `${chapter} ${order}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('has no lesson of another name', async () => {
    expect(await loadLesson('nothing')).toBeNull();
  });

  it.each(lessons)('%s: is read whole, and shows and links only what there is', async (id) => {
    const lesson = await loadLesson(id);
    if (lesson === null) throw new Error('it is not there');
    const pieces = [lesson.text, ...lesson.hints].flatMap(inlinesOf);
    const parts = pieces.flatMap((piece) => (piece.type === 'part' ? [piece.name] : []));
    expect(parts.filter((name) => partNamed(name) === null)).toEqual([]);
    const targets = pieces.flatMap((piece) => (piece.type === 'link' ? [piece.target] : []));
    const known = { lesson: lessons, example: Object.keys(examples).map((path) => path.split('/').at(-2)!) };
    expect(targets.filter((target) => target.type !== 'page' && !known[target.type].includes(target.id))).toEqual([]);
    // What is none of these stands in the text as it was written.
    expect(pieces.filter((piece) => piece.type === 'text' && /\]\(|<\/?[a-z]/.test(piece.text))).toEqual([]);
    expect(lesson.start.process).not.toBe('');
    expect(lesson.solution).not.toEqual(lesson.start);
  });
});
