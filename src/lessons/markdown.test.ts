import { describe, expect, it } from 'vitest';
import { inlinesOf, readMarkdown } from './markdown.js';

describe('the text of a lesson', () => {
  it('is headings, paragraphs, lists, quotations, tables and code', () => {
    const text =
      '## Goal\n\nWrite **one** `await`.\n\n- a\n- b\n\n1. c\n\n> d\n\n```ts\nlet a = 1;\n```\n\n| e | f |\n| - | - |\n| g | h |\n\n---\n';
    expect(readMarkdown(text)).toMatchObject([
      { type: 'heading', level: 2, content: [{ type: 'text', text: 'Goal' }] },
      {
        type: 'paragraph',
        content: [{ text: 'Write ' }, { type: 'strong' }, { text: ' ' }, { type: 'code', text: 'await' }, { text: '.' }],
      },
      { type: 'list', ordered: false, items: [[{ type: 'paragraph' }], [{ type: 'paragraph' }]] },
      { type: 'list', ordered: true, start: 1 },
      { type: 'quote', content: [{ type: 'paragraph' }] },
      { type: 'code', language: 'ts', text: 'let a = 1;' },
      { type: 'table', head: [[{ text: 'e' }], [{ text: 'f' }]], rows: [[[{ text: 'g' }], [{ text: 'h' }]]] },
      { type: 'rule' },
    ]);
  });

  it('has code and signs as they were written', () => {
    const [paragraph] = readMarkdown("`{ step: 'mix' } && a < b` & it's 1 < 2 &amp; &lt;b&gt; `` ` `` `&lt;`");
    expect(paragraph).toMatchObject({
      content: [
        { type: 'code', text: "{ step: 'mix' } && a < b" },
        { type: 'text', text: " & it's 1 < 2 & <b> " },
        { type: 'code', text: '`' },
        { type: 'text', text: ' ' },
        { type: 'code', text: '&lt;' },
      ],
    });
  });

  it('shows parts of the page, and leads to lessons, examples and secure pages', () => {
    const text = '![It is paused](part:state/paused) [a](lesson:first-process) [b](example:timer) [c](https://example.org/)';
    expect(inlinesOf(readMarkdown(text)).filter(({ type }) => type === 'part' || type === 'link')).toMatchObject([
      { type: 'part', name: 'state/paused', alt: 'It is paused' },
      { target: { type: 'lesson', id: 'first-process' } },
      { target: { type: 'example', id: 'timer' } },
      { target: { type: 'page', address: 'https://example.org/' } },
    ]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    'a <b>bold</b> one',
    '[x](javascript:alert(1))',
    '[x](//example.org)',
    '![x](https://example.org/x.png)',
  ])('makes no markup of %s', (text) => {
    const kinds = inlinesOf(readMarkdown(text)).map(({ type }) => type);
    expect(kinds).not.toHaveLength(0);
    expect(kinds.every((kind) => kind === 'text')).toBe(true);
  });
});
