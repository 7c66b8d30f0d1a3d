import type { Failure } from '../../model/failure.js';
import type { Place, Range } from '../../model/place.js';
import type { FileId } from './editor-port.js';

/** Something wrong in a text, as it is now. */
export interface Problem {
  readonly range: Range;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Failures of the last run as problems of the present texts; those whose text was changed since are being dealt with, and left out. */
export function problemsOf(
  failures: readonly Failure[],
  now: (place: Place | Range) => { readonly range: Range; readonly stale: boolean },
): readonly Problem[] {
  return failures.flatMap((failure) => {
    if (failure.kind === 'runtime') return [];
    const file: FileId = failure.kind === 'data' ? 'data' : 'process';
    const { range, stale } = now(failure.place ?? { file, line: 1, column: 1, endLine: 1, endColumn: 1 });
    const message = failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
    return stale ? [] : [{ range, message, severity: 'error' as const }];
  });
}

export function problemCount(problems: readonly Problem[], file?: FileId): number {
  return file ? problems.filter((problem) => problem.range.file === file).length : problems.length;
}

/** The first problem to look at: errors before warnings, the process before the data, from top to bottom. */
export function firstProblem(problems: readonly Problem[]): Problem | null {
  const rank = ({ severity, range }: Problem): readonly number[] => [
    severity === 'error' ? 0 : 1,
    range.file === 'process' ? 0 : 1,
    range.line,
    range.column,
  ];
  return [...problems].sort((a, b) => compare(rank(a), rank(b)))[0] ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** Whether the types of the process have been checked, and how that went. */
export type TypeCheck = 'waiting' | 'checked' | 'off' | 'unavailable';

export function problemsText(count: number, types: TypeCheck): string {
  if (count > 0) return count === 1 ? '1 problem' : `${count} problems`;
  return { waiting: 'checking types…', checked: '✓ no problems', off: 'types not checked', unavailable: 'types not checked' }[types];
}

/** What the status bar says about types. */
export function typesText(typeProblems: number, types: TypeCheck): string {
  switch (types) {
    case 'waiting':
      return 'checking types';
    case 'off':
      return 'types are not checked on small screens';
    case 'unavailable':
      return 'types not checked';
    case 'checked':
      if (typeProblems === 0) return 'types OK';
      return typeProblems === 1 ? '1 type problem' : `${typeProblems} type problems`;
  }
}
