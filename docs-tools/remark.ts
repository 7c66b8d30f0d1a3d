import type { Code, Html, Nodes, Root } from 'mdast';
import { type Fence, playgroundsIn } from './blocks.js';
import { playgroundHtml } from './documents.js';

/** The part of unified's file that is read. */
interface DocumentFile {
  readonly path?: string | undefined;
}

/**
 * A plugin for remark (Astro, Docusaurus and others): the same as that for markdown-it. A code node becomes an `html` node, so what comes
 * behind it has to let HTML through (`allowDangerousHtml` of remark-rehype, then rehype-raw or rehype-stringify with it).
 */
export function remarkPlayground() {
  return (tree: Root, file: DocumentFile): void => {
    const fences: { readonly fence: Fence; readonly node: Code }[] = [];
    collect(tree, (node) => {
      const info = [node.lang, node.meta].filter(Boolean).join(' ');
      fences.push({ fence: { info, code: `${node.value}\n`, line: node.position?.start.line ?? 1 }, node });
    });
    const html = playgroundHtml(playgroundsIn(fences.map(({ fence }) => fence)), file.path ?? 'The document');
    for (const { fence, node } of fences) {
      const element = html.get(fence.line);
      if (element !== undefined) Object.assign<Code, Html>(node, { type: 'html', value: element });
    }
  };
}

function collect(node: Nodes, visit: (code: Code) => void): void {
  if (node.type === 'code') visit(node);
  if ('children' in node) for (const child of node.children) collect(child, visit);
}
