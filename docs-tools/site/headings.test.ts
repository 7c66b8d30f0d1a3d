import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { headingIds, headingsOf } from './headings.js';

it('makes an address of its own of each chapter', () => {
  const html = new MarkdownIt().use(headingIds).render('# Title\n\n## Größe & `wait()`\n\n## ?!\n\n## ?!\n\n### Below\n');
  expect(headingsOf(html)).toEqual([
    { id: 'größe-wait', title: 'Größe &amp; <code>wait()</code>' },
    { id: 'chapter', title: '?!' },
    { id: 'chapter-2', title: '?!' },
  ]);
});
