import type { StepPath } from '../../model/steps.js';
import type { Block } from './block.js';

/** The place of a step within another one, by its index from 0. */
export function childPath(path: StepPath, index: number): StepPath {
  return path === '' ? `${index + 1}` : `${path}.${index + 1}`;
}

/** A block and all within it with their places, in the order of the protocol. */
export function* walkBlocks(block: Block, path: StepPath = ''): Iterable<readonly [path: StepPath, block: Block]> {
  yield [path, block];
  if (block.kind === 'process') return;
  for (const [index, child] of block.children.entries()) yield* walkBlocks(child, childPath(path, index));
}

/** What a step is called: by its author, else after its process or what kind of step it is. */
export function blockName(block: Block, nameOf: (process: string | null) => string): string {
  return block.name ?? (block.kind === 'process' ? nameOf(block.process) : block.kind);
}
