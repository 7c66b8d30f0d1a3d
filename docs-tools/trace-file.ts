import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceEvent } from '../model/events.js';

/** The folder beside a document in which the traces of its examples are kept: `page.traces` for `page.md`. */
export function tracesFolder(document: string): string {
  return document.replace(/\.[^./\\]+$/, '.traces');
}

/** The file with the trace of an example: one JSON object a line, as `simulate --devices` prints them. */
export function traceFile(document: string, name: string): string {
  return join(tracesFolder(document), `${name}.jsonl`);
}

/** Names of the examples whose traces are kept beside a document. */
export function keptTraces(document: string): readonly string[] {
  const folder = tracesFolder(document);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();
}

export type ReadTrace =
  | { readonly type: 'missing' }
  | { readonly type: 'damaged'; readonly line: number }
  | { readonly type: 'trace'; readonly events: readonly TraceEvent[] };

/** Reads a kept trace. */
export function readTrace(document: string, name: string): ReadTrace {
  const file = traceFile(document, name);
  if (!existsSync(file)) return { type: 'missing' };
  const events: TraceEvent[] = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const event = eventIn(line);
    if (event === null) return { type: 'damaged', line: index + 1 };
    events.push(event);
  }
  return { type: 'trace', events };
}

/** A line of a trace; what is compared and shown of it must be there, the rest is plain data. */
function eventIn(line: string): TraceEvent | null {
  try {
    const value = JSON.parse(line) as { readonly t?: unknown; readonly event?: unknown } | null;
    return typeof value?.t === 'number' && typeof value.event === 'string' ? (value as TraceEvent) : null;
  } catch {
    return null;
  }
}

export function traceText(events: readonly TraceEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

export function writeTrace(document: string, name: string, events: readonly TraceEvent[]): void {
  mkdirSync(tracesFolder(document), { recursive: true });
  writeFileSync(traceFile(document, name), traceText(events));
}

/** Deletes a kept trace, and its folder with the last one. */
export function deleteTrace(document: string, name: string): void {
  rmSync(traceFile(document, name));
  const folder = tracesFolder(document);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
