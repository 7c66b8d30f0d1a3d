import { describe, expect, it } from 'vitest';
import { memoryPreferences } from '../ui/preferences.js';
import { lessonEntries } from './course.js';
import { FakePort } from './fakes.js';
import { lessonOf } from './lesson-of.js';
import { Lessons } from './Lessons.svelte.js';
import { Progress } from './Progress.svelte.js';

const { id, title } = lessonEntries[0]!;

describe('the lesson of the page', () => {
  it('is the one that the texts came from, until its pane is put away', async () => {
    const port = new FakePort();
    const preferences = memoryPreferences();
    const lessons = new Lessons(port, preferences);
    expect(lessons.id).toBeNull();
    expect(await lessons.open(id)).toBe(true);
    expect([lessons.id, lessons.current?.lesson.id, port.opened]).toEqual([id, id, `lesson:${id}`]);
    expect(port.said[0]).toBe(`Opened the lesson “${title}”.`);
    expect(lessonOf(port.opened, preferences)).toBe(id);
    lessons.close();
    expect([lessons.id, lessons.current, lessonOf(port.opened, preferences)]).toEqual([null, null, null]);
    // Opened again, it goes on with the text that is there.
    port.said.length = 0;
    await lessons.open(id);
    expect([lessons.id, port.said]).toEqual([id, ['forward']]);
    port.openExample('timer');
    expect(lessons.id).toBeNull();
  });

  it('that there is not is told, and nothing changes', async () => {
    const port = new FakePort();
    expect(await new Lessons(port, memoryPreferences()).open('nothing')).toBe(true);
    expect([port.opened, port.said]).toEqual([
      'timer',
      ['There is no lesson “nothing” here: your texts are as they were. Learn lists those that there are.'],
    ]);
  });

  it('goes on where it was left', async () => {
    const port = new FakePort();
    const lessons = new Lessons(port, memoryPreferences());
    await lessons.open(id);
    lessons.current?.hint();
    const open = lessons.current;
    port.openExample('timer');
    await lessons.open(id);
    expect(lessons.current).toBe(open);
    expect(open?.hints).toBe(1);
  });
});

describe('progress', () => {
  it('is remembered, and what is done stays done', () => {
    const preferences = memoryPreferences();
    const progress = new Progress(preferences);
    progress.checked('a', true);
    progress.checked('a', false);
    progress.checked('b', false);
    const again = new Progress(preferences);
    expect([again.of('a'), again.of('b'), again.of('c'), again.done(['a', 'b', 'c'])]).toEqual(['done', 'tried', 'new', 1]);
  });

  it('of another tab is not overwritten', () => {
    const preferences = memoryPreferences();
    const [one, other] = [new Progress(preferences), new Progress(preferences)];
    one.checked('a', true);
    other.checked('b', true);
    expect(new Progress(preferences).done(['a', 'b'])).toBe(2);
  });

  it.each([null, 3, 'done', [], { a: 'won', b: { c: 1 } }])('reads %j as nothing', (stored) => {
    expect(new Progress(memoryPreferences({ lessons: stored })).done(['a', 'b'])).toBe(0);
  });
});
