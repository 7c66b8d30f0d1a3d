import type MarkdownIt from 'markdown-it';

/** A chapter of a page. */
export interface Heading {
  readonly id: string;
  /** HTML, as it stands in the heading. */
  readonly title: string;
}

/** A plugin for markdown-it: chapters (second level) get an `id` made of their words, to be linked to. */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.push('heading_ids', ({ tokens }) => {
    const used = new Set<string>();
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'heading_open' || token.tag !== 'h2') continue;
      const words = idOf(tokens[index + 1]?.content ?? '');
      let id = words;
      for (let count = 2; used.has(id); count++) id = `${words}-${count}`;
      used.add(id);
      token.attrSet('id', id);
    }
  });
}

function idOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'chapter'
  );
}

/** The chapters of a rendered page, in their order. */
export function headingsOf(html: string): readonly Heading[] {
  return [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/gs)].map(([, id = '', title = '']) => ({ id, title }));
}
