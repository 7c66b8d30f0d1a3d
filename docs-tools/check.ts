import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { playgroundsOf } from './blocks.js';
import { driftText } from './drift.js';
import { record } from './record.js';
import { deleteTrace, keptTraces, readTrace, traceFile, writeTrace } from './trace-file.js';

/** What is wrong in a document. */
export interface CheckProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface CheckReport {
  /** Markdown files that were read. */
  readonly documents: number;
  /** Examples that were run. */
  readonly examples: number;
  readonly problems: readonly CheckProblem[];
  /** What was written and deleted: a sentence each. */
  readonly changes: readonly string[];
}

/**
 * Runs every playground of the Markdown files in a folder, and in the folders below it, and holds it against the trace that is kept beside its
 * document. `update`: keeps what the examples do now instead, and deletes traces that belong to none.
 */
export function checkFolder(folder: string, update = false): CheckReport {
  const problems: CheckProblem[] = [];
  const changes: string[] = [];
  const documents = markdownFiles(folder);
  let examples = 0;
  for (const file of documents) {
    const found = playgroundsOf(readFileSync(file, 'utf8'));
    const add = (line: number, message: string): void => void problems.push({ file, line, message });
    for (const { line, message } of found.problems) add(line, message);
    for (const block of found.blocks) {
      const recording = record(block);
      examples++;
      if (!recording.ok) for (const { line, message } of recording.problems) add(line, message);
      else if (update) {
        if (driftOf(file, block.name, recording.trace) === null) continue;
        writeTrace(file, block.name, recording.trace);
        changes.push(`Written: ${traceFile(file, block.name)}`);
      } else {
        const drift = driftOf(file, block.name, recording.trace);
        if (drift !== null) add(block.line, drift);
      }
    }
    // A block that cannot be read may be the one that a trace belongs to.
    if (found.problems.length > 0) continue;
    for (const name of keptTraces(file).filter((kept) => !found.blocks.some((block) => block.name === kept))) {
      if (!update) {
        add(1, `No example is called ${name}, but ${traceFile(file, name)} is there. Delete it, or run with --update.`);
        continue;
      }
      deleteTrace(file, name);
      changes.push(`Deleted: ${traceFile(file, name)}`);
    }
  }
  return { documents: documents.length, examples, problems, changes };
}

/** Why an example does not hold; `null`: it does what was recorded. */
function driftOf(file: string, name: string, now: Parameters<typeof driftText>[1]): string | null {
  const kept = readTrace(file, name);
  switch (kept.type) {
    case 'missing':
      return `Nothing is recorded of the example ${name}: run with --update, and read what is written to ${traceFile(file, name)}.`;
    case 'damaged':
      return `The recorded trace of the example ${name} is damaged: line ${kept.line} of ${traceFile(file, name)} is no event. Run with --update.`;
    case 'trace': {
      const drift = driftText(kept.events, now);
      return drift && `The example ${name} does not do any more what is recorded. ${drift}\nIf that is meant, run with --update.`;
    }
  }
}

/** Every Markdown file below a folder, in order of name. Packages and hidden folders are nobody's documentation. */
export function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (name.startsWith('.') || name === 'node_modules') return [];
      if (statSync(path).isDirectory()) return name.endsWith('.traces') ? [] : markdownFiles(path);
      return /\.(md|markdown)$/.test(name) ? [path] : [];
    });
}
