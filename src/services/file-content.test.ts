import { describe, expect, it } from 'vitest';
import { csvRows, fileContent, shownLimit } from './file-content.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the content of a file', () => {
  it('is text, JSON with indents, a table, a picture, or something else', () => {
    expect(fileContent('a.txt', bytes('plain'))).toEqual({ type: 'text', text: 'plain', cut: null });
    expect(fileContent('a.json', bytes('{"a":1}'))).toMatchObject({ text: '{\n  "a": 1\n}' });
    expect(fileContent('a.json', bytes('{"a":'))).toMatchObject({ text: '{"a":' });
    expect(fileContent('a.CSV', bytes('a,b\n1,2\n'))).toEqual({ type: 'table', head: ['a', 'b'], rows: [['1', '2']], cut: null });
    expect(fileContent('a', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toEqual({ type: 'image' });
    expect(fileContent('a.txt', Uint8Array.of(0xff, 0xfe))).toEqual({ type: 'other' });
    expect(fileContent('a.txt', Uint8Array.of(0))).toEqual({ type: 'other' });
  });

  it('is cut where nobody reads on, and says so', () => {
    expect(fileContent('a', bytes('x'.repeat(shownLimit.characters + 1)))).toMatchObject({
      cut: 'The first 100,000 characters are shown.',
    });
    const rows = Array.from({ length: 1001 }, (_, index) => `${index}`).join('\n');
    expect(fileContent('a.csv', bytes(rows))).toMatchObject({ cut: 'Shown are the first 200 of 1,000 rows.' });
    expect(fileContent('a.csv', bytes('a,'.repeat(40)))).toMatchObject({ cut: 'Shown are the first 30 columns.' });
  });

  it.each([
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,b","c ""d"""\n', [['a,b', 'c "d"']]],
    ['"two\nlines",x', [['two\nlines', 'x']]],
    [
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,\n', [['a', '']]],
    ['', []],
  ])('takes %j apart', (text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });
});
