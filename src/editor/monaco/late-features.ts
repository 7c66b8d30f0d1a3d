/**
 * What the editor gets once it can be typed into: about 270 kB that nobody waits for. (For the paths outside `features` see
 * typing-features.ts.)
 *
 * Each part is read in in a task of its own, so that a key in between is heard. Each imports the part before it: what several
 * need is then in the chunk of the first of them, and there are as many chunks as parts.
 */
import type { editor } from 'monaco-editor/editor';
import { adoptFeatures } from './adopt-features.js';

const parts: readonly (() => Promise<unknown>)[] = [
  () => import('./late/text.js'),
  () => import('./late/completion.js'),
  () => import('./late/lists.js'),
  () => import('./late/symbols.js'),
  () => import('./late/hover.js'),
  () => import('./late/commands.js'),
];

/**
 * Reads the late features in, one part after the other, and gives them to an editor. `breath` resolves in a later task, when the
 * next may come; `false`: the editor is no longer there.
 */
export async function bringFeatures(target: editor.ICodeEditor, breath: () => Promise<boolean>): Promise<void> {
  for (const part of parts) {
    await part();
    if (!(await breath())) return;
  }
  await adoptFeatures(target, breath);
}
