import type { EmbedTexts } from '../../model/embed.js';

/** Empty lines around a text are how it stands in the page, not what it is; so is what every line is indented by. */
export function trimmed(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const indents = [...lines.matchAll(/^([ \t]*)\S/gm)].map(([, indent = '']) => indent.length);
  const shared = Math.min(...indents);
  return (shared > 0 && shared < Infinity ? lines.replace(new RegExp(`^[ \\t]{1,${shared}}`, 'gm'), '') : lines) + '\n';
}

/** The texts that stand in the element: the first `<pre>` is the process, those with `data-file` are what that says. `null`: no code. */
export function readTexts(host: Element): EmbedTexts | null {
  const texts: Record<string, string> = {};
  for (const pre of host.querySelectorAll<HTMLElement>(':scope pre')) {
    const file = pre.dataset['file'] ?? 'process';
    texts[file] ??= trimmed(pre.textContent ?? '');
  }
  return texts['process'] === undefined ? null : (texts as unknown as EmbedTexts);
}
