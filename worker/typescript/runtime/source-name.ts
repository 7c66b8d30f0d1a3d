/** The name under which engines show the generated code in stacks and tools. */
export const sourceName = 'process.ts';

/** A position in what the engine was given, as it shows it in a stack. */
export interface EnginePosition {
  readonly line: number;
  readonly column: number;
}

/** V8: `    at name (process.ts:3:5)`; Firefox and WebKit: `name@process.ts:3:5`. */
const frame = /(?:^|[\s(@/])process\.ts:(\d+):(\d+)\)?$/;

/** Frames of the process in an engine's stack, innermost first. */
export function framesOf(stack: unknown): readonly EnginePosition[] {
  if (typeof stack !== 'string') return [];
  const frames: EnginePosition[] = [];
  for (const line of stack.split('\n')) {
    const match = frame.exec(line);
    if (match !== null) frames.push({ line: Number(match[1]), column: Number(match[2]) });
  }
  return frames;
}

/** Where an error says that it was raised, in engines whose stacks name no position in such code (WebKit). */
export function ownPosition(error: unknown): EnginePosition | null {
  const { line, column, sourceURL } = error as { line?: unknown; column?: unknown; sourceURL?: unknown };
  if (typeof line !== 'number' || typeof column !== 'number' || typeof sourceURL !== 'string') return null;
  return sourceURL === sourceName || sourceURL === '' ? { line, column } : null;
}
