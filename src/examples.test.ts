import { describe, expect, it } from 'vitest';
import { chapters, exampleEntries, loadExample, topics } from './examples.js';
import { firstExample } from './first-example.js';

describe('the list of examples', () => {
  it('has every example in a chapter that there is', () => {
    expect(exampleEntries.filter(({ chapter }) => !chapters.includes(chapter)).map(({ id }) => id)).toEqual([]);
  });

  it('has every example under topics that there are, and every topic has one', () => {
    const given = exampleEntries.flatMap((entry) => entry.topics);
    expect(given.filter((topic) => !topics.includes(topic))).toEqual([]);
    expect(topics.filter((topic) => !given.includes(topic))).toEqual([]);
    expect(exampleEntries.filter((entry) => entry.topics.length === 0)).toEqual([]);
  });

  it('begins with the one that stands in the editor on the first visit', async () => {
    expect(await loadExample(exampleEntries[0]?.id ?? '')).toEqual(firstExample);
  });

  it('has each chapter in one piece, and no two examples in one place or of one title', () => {
    const met = exampleEntries.map(({ chapter }) => chapter).filter((chapter, index, all) => chapter !== all[index - 1]);
    expect(met).toEqual(chapters);
    const places = exampleEntries.map(({ chapter, order }) => `${chapter} ${order}`);
    expect(places.filter((place, index) => places.indexOf(place) < index)).toEqual([]);
    expect(new Set(exampleEntries.map(({ title }) => title)).size).toBe(exampleEntries.length);
  });

  it.each(exampleEntries)('$id says in one short line what it shows, and has a process', async ({ id, summary }) => {
    expect(summary.length).toBeLessThanOrEqual(60);
    expect((await loadExample(id))?.texts.process).toContain('export default');
  });

  it('loads nothing for a name that there is not', async () => {
    expect(await loadExample('none')).toBeNull();
  });
});
