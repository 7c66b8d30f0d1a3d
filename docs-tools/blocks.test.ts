import { describe, expect, it } from 'vitest';
import { frontMatterLines, playgroundsOf } from './blocks.js';

const page = `---
title: A page
---
# Title

\`\`\`ts playground
one();
\`\`\`

\`\`\`ts
const other = 1;
\`\`\`

- in a list

  ~~~ts playground name=second at=3
  two();
    deeper();
  ~~~

\`\`\`\`md
\`\`\`ts playground name=shown-only
\`\`\`
\`\`\`\`
`;

describe('the playgrounds of a document', () => {
  it('are its fenced blocks that say so, with the lines of the file', () => {
    expect(playgroundsOf(page).problems).toEqual([]);
    expect(playgroundsOf(page).blocks).toMatchObject([
      { name: 'example-1', line: 6, code: 'one();\n' },
      { name: 'second', line: 16, code: 'two();\n  deeper();\n', at: 3 },
    ]);
  });

  it('have names of their own', () => {
    const { blocks, problems } = playgroundsOf('```ts playground name=a\n```\n\n```ts playground name=a\n```\n');
    expect(blocks).toHaveLength(1);
    expect(problems).toEqual([{ line: 4, message: 'The name a is that of the example in line 1 already: give it another one.' }]);
  });

  it('are counted with those that are wrong, so that mending one renames none', () => {
    const { blocks, problems } = playgroundsOf('```ts playground sped=1\n```\n\n```ts playground\n```\n');
    expect(problems).toMatchObject([{ line: 1 }]);
    expect(blocks).toMatchObject([{ name: 'example-2' }]);
  });

  it('are read as they are meant: Markdown takes backslashes and character references away', () => {
    expect(playgroundsOf('```ts playground data=&quot;5\\_min&quot;\n```\n').blocks).toMatchObject([{ data: '5_min' }]);
  });

  it('begin behind front matter, if there is any', () => {
    expect(frontMatterLines('# No front matter\n---\n')).toBe(0);
    expect(frontMatterLines('---\nnever closed\n')).toBe(0);
    expect(frontMatterLines('---\r\ntitle: x\r\n---\r\n')).toBe(3);
  });
});
