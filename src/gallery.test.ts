import { describe, expect, it } from 'vitest';
import { exampleEntries } from './examples.js';
import { gallery } from './gallery.js';
import { find } from './library/find.js';

describe('the gallery', () => {
  it('has every example, with a picture of its run', () => {
    expect(gallery.entries.map(({ id }) => id)).toEqual(exampleEntries.map(({ id }) => id));
    expect(gallery.entries.filter(({ picture }) => picture.spans.length + picture.curves.length === 0)).toEqual([]);
  });

  it('finds an example by a name of the API, a device, and a word of its summary', () => {
    const found = (typed: string) => find(gallery.entries, { typed, topic: '', device: '' }).map(({ id }) => id);
    expect(found('to_thread')).toEqual(['blocking', 'blocking-steps', 'mail']);
    expect(found('camera')).toEqual(['imaging-scan']);
    expect(found('watch')).toContain('watching');
    expect(found('counts by itself')).toEqual(['timer']);
  });

  it('has the code of each', async () => {
    for (const { id } of gallery.entries) expect(await gallery.code(id)).toContain('export default');
  });
});

describe('the code blocks of the document', () => {
  it('are thirteen, in its order, each corrected by an example of its own', () => {
    expect(gallery.blocks.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(new Set(gallery.blocks.map(({ example }) => example.id)).size).toBe(13);
    const ends = gallery.blocks.flatMap(({ lines }) => lines);
    expect(ends.toSorted((one, other) => one - other)).toEqual(ends);
    for (const { number, example } of gallery.blocks) expect(example.block).toBe(number);
  });

  it.each(gallery.blocks)('$number is printed as long as its lines say, and its notes are about lines of it', (block) => {
    const printed = block.printed.split('\n');
    expect(printed).toHaveLength(block.lines[1] - block.lines[0] + 1);
    for (const { line, what, why } of block.defects) {
      if (line !== null) expect(printed[line - 1]?.trim(), what).toBeTruthy();
      expect(what).toMatch(/\.$/);
      expect(why).toMatch(/\.$/);
    }
    const numbers = block.defects.map(({ line }) => line ?? Infinity);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers);
  });

  it('are marked where Python does not even run them: ten of thirteen', () => {
    const refused = gallery.blocks.filter(({ defects }) => defects.some(({ kind }) => kind === 'refused'));
    expect(refused.map(({ number }) => number)).toEqual([1, 4, 5, 6, 7, 8, 9, 10, 12, 13]);
    // An await in a function that is not async, where nothing else is refused before.
    for (const { printed, defects } of gallery.blocks) {
      const lacksAsync = printed.includes('await') && !/^async def process/m.test(printed);
      expect(defects.some(({ what }) => what === 'The function is not async.')).toBe(lacksAsync || !printed.includes('await'));
    }
  });

  it('are a topic, with their corrected forms', () => {
    const wanted = { typed: '', topic: 'The document’s examples', device: '' };
    expect(find(gallery.blocks, wanted)).toHaveLength(13);
    expect(find(gallery.entries, wanted)).toHaveLength(13);
    expect(find(gallery.blocks, { typed: 'smtplib', topic: '', device: '' }).map(({ number }) => number)).toEqual([12]);
  });
});

describe('Python in colours', () => {
  it('is painted line by line, with nothing lost', () => {
    for (const { printed } of gallery.blocks) {
      const painted = gallery.paint(printed, 'python').map(({ tokens }) => tokens.map(({ text }) => text).join(''));
      expect(painted.join('\n')).toBe(printed);
    }
    const [line] = gallery.paint("await f('x') # why", 'python');
    expect(line?.tokens).toEqual([
      { kind: 'keyword', text: 'await' },
      { kind: 'plain', text: ' ' },
      { kind: 'function', text: 'f' },
      { kind: 'plain', text: '(' },
      { kind: 'string', text: "'x'" },
      { kind: 'plain', text: ') ' },
      { kind: 'comment', text: '# why' },
    ]);
  });
});
