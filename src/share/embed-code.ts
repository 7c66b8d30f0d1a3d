import type { Shared } from '../../model/files/link.js';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The element that shows a state on another page (docs/embedding.md). `page`: the address of the playground; the state has all its texts. */
export function embedCode({ texts = {}, bench, seed, speed }: Shared, page: string): string {
  const attributes = Object.entries({ bench, seed, speed })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`);
  const pieces = Object.entries(texts).map(
    ([file, text]) => `  <pre${file === 'process' ? '' : ` data-file="${file}"`}><code>${escape(text.trimEnd())}</code></pre>\n`,
  );
  const script = new URL('embed/v1/process-playground.js', page).href;
  return `<script src="${escape(script)}" defer></script>\n\n<process-playground${attributes.join('')}>\n${pieces.join('')}</process-playground>\n`;
}
