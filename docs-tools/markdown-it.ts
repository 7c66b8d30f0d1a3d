import type MarkdownIt from 'markdown-it';
import { plainInfo, playgroundsIn } from './blocks.js';
import { type DocumentPlace, placeOf, playgroundHtml } from './documents.js';

export interface PlaygroundOptions {
  /** Where the document stands that is rendered, from the environment that was handed to `render`. Left out: as Eleventy and VitePress tell. */
  place?(env: unknown): DocumentPlace;
}

/**
 * A plugin for markdown-it: fenced blocks that begin with ` ```ts playground ` become embedded playgrounds. Each is run while the document is
 * rendered, for its recorded state and the picture of its run. Its code gets the colours that `highlight` of markdown-it gives.
 * A block that cannot be run raises `PlaygroundError` with file and line, so that the documentation is not built.
 */
export function playground(md: MarkdownIt, { place = placeOf }: PlaygroundOptions = {}): void {
  md.core.ruler.push('process_playground', (state) => {
    const fences = state.tokens.filter(({ type }) => type === 'fence');
    if (fences.length === 0) return;
    const { file, before } = place(state.env);
    const line = (map: [number, number] | null): number => before + (map?.[0] ?? 0) + 1;
    const found = playgroundsIn(fences.map(({ info, content, map }) => ({ info: plainInfo(info), code: content, line: line(map) })));
    const html = playgroundHtml(found, file, (text) => highlighted(md, text));
    for (const token of fences) {
      const element = html.get(line(token.map));
      if (element === undefined) continue;
      token.type = 'html_block';
      token.content = element;
    }
  });
}

/** What the documentation tool makes of code; `undefined`: it colours nothing. */
function highlighted({ options }: MarkdownIt, text: string): string | undefined {
  const inner = options.highlight?.(text, 'ts', '') ?? '';
  if (inner === '') return undefined;
  return inner.startsWith('<pre') ? inner : `<pre><code class="language-ts">${inner}</code></pre>`;
}
