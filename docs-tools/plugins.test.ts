import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { playground } from './markdown-it.js';
import { remarkPlayground } from './remark.js';

const code = `import * as asyncio from 'asyncio';
export default async function p(context) {
  context.sendLocation({ text: '</script><!--' });
  await asyncio.sleep(1 < 2 ? 3 : 4);
}
`;
const page = `Text\n\n\`\`\`ts playground name=one mode=mini data="<5>" seed=2\n${code}\`\`\`\n\n\`\`\`ts\nother();\n\`\`\`\n`;
const wrong = 'Text\n\n```ts playground sped=1\n```\n\n```ts playground\nconst = 1;\n```\n';

const viaMarkdownIt = (text: string): string => new MarkdownIt().use(playground).render(text, { path: 'guide/page.md' });
function viaRemark(text: string): string {
  const processor = unified().use(remarkParse).use(remarkPlayground);
  const file = { path: 'guide/page.md' } as Parameters<typeof processor.runSync>[1];
  const tree = processor.runSync(processor.parse(text), file) as Root;
  return tree.children.flatMap((node) => (node.type === 'html' ? [node.value] : [])).join('');
}

describe.each([
  ['markdown-it', viaMarkdownIt],
  ['remark', viaRemark],
])('a block in %s', (_, render) => {
  it('becomes an element with its code, its data, the picture and the recorded state', () => {
    const html = render(page);
    expect(html).toContain('<process-playground id="playground-one" mode="mini" seed="2">');
    expect(html).toContain('<pre tabindex="0"><code class="language-ts">import * as asyncio from &#39;asyncio&#39;;');
    expect(html).toContain('sleep(1 &lt; 2 ? 3 : 4);\n}\n</code></pre>');
    expect(html).toContain('<pre data-file="data"><code class="language-yaml">&lt;5&gt;</code></pre>');
    expect(html).toContain('<div slot="picture"><svg ');
    const [, json = ''] = /<script type="application\/json">(.*)<\/script>/.exec(html) ?? [];
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({ state: 'Done', now: 3, location: [['text', '</script><!--']] });
  });

  it('that is wrong stops the rendering with file and line, all of them at once', () => {
    expect(() => render(wrong)).toThrow(
      /^guide\/page\.md:3: There is no option sped.*\nguide\/page\.md:7: The example example-2 cannot be loaded/,
    );
  });
});

describe('the plugin for markdown-it', () => {
  it('leaves other blocks alone', () => {
    expect(viaMarkdownIt(page)).toContain('<pre><code class="language-ts">other();\n</code></pre>');
  });

  it.each([(file: string) => ({ page: { inputPath: file } }), (file: string) => ({ path: file })])(
    'counts the lines of the file, of which the front matter does not come along',
    (env) => {
      const folder = mkdtempSync(join(tmpdir(), 'plugins-'));
      const file = join(folder, 'page.md');
      writeFileSync(file, `---\ntitle: Page\n---\n${wrong}`);
      expect(() => new MarkdownIt().use(playground).render(wrong, env(file))).toThrow(`${file}:6: There is no option sped`);
      rmSync(folder, { recursive: true });
    },
  );

  it('has the colours of the documentation tool', () => {
    const md = new MarkdownIt({ highlight: (text) => `<b>${text.length}</b>` }).use(playground);
    expect(md.render(page)).toContain(`<pre><code class="language-ts"><b>${code.length}</b></code></pre>`);
  });
});
