import type { PlaygroundBlock } from './blocks.js';
import { escapeHtml, jsonForScript } from './html.js';
import { picture } from './picture.js';
import type { Recorded } from './record.js';
import { courseOf } from './run-course.js';

/**
 * An example as HTML: the element `<process-playground>` around its texts, with the recorded state and the picture of the recorded run, so that
 * all is read without any script. `code`: the code in colours, as HTML in a `<pre>`; left out: plain.
 */
export function elementHtml(block: PlaygroundBlock, recorded: Recorded, code?: string): string {
  const { attributes, data, name } = block;
  const written = Object.entries(attributes).map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`));
  return [
    `<process-playground id="playground-${name}"${written.join('')}>`,
    // What is wider than its place is scrolled, also by keys.
    code ?? `<pre tabindex="0"><code class="language-ts">${escapeHtml(block.code)}</code></pre>`,
    ...(data === null ? [] : [`<pre data-file="data"><code class="language-yaml">${escapeHtml(data)}</code></pre>`]),
    `<div slot="picture">${picture(courseOf(recorded.trace), recorded.at)}</div>`,
    `<script type="application/json">${jsonForScript(recorded.state)}</script>`,
    '</process-playground>\n',
  ].join('\n');
}
