import { CancelledError } from '../task/index.js';
import type { Effect } from './effects.js';

export interface DiagnosticOptions {
  /** A short identifier; `unknown` unless given. */
  readonly name?: string;
  /** More about it, in plain words. */
  readonly description?: string;
}

/** Something to tell the person who runs the process, with `sendError()` or `sendWarning()`. */
export class Diagnostic {
  readonly message: string;
  readonly name: string;
  readonly description: string | null;

  constructor(message: string, options: DiagnosticOptions = {}) {
    if (typeof message !== 'string')
      throw new TypeError('A diagnostic needs a message: a text. For an error write new am.GenericDiagnostic(error).');
    this.message = message;
    this.name = options.name ?? 'unknown';
    this.description = options.description ?? null;
  }
}

/** A diagnostic made from an error, or from a text: the error's message, its class, and the chain of its causes (semantics 5.3). */
export class GenericDiagnostic extends Diagnostic {
  constructor(error: unknown) {
    super(typeof error === 'string' ? error : messageOf(error), {
      ...(typeof error === 'string' ? {} : { name: nameOf(error) }),
      ...(causesOf(error).length > 0 ? { description: causesOf(error).map(causeSentence).join(' ') } : {}),
    });
  }
}

/** Errors, warnings and effects in one piece, for `sendAnalysis()`. */
export class RuntimeAnalysis {
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly effects: readonly Effect[];

  constructor(parts: Partial<Pick<RuntimeAnalysis, 'errors' | 'warnings' | 'effects'>> = {}) {
    this.errors = parts.errors ?? [];
    this.warnings = parts.warnings ?? [];
    this.effects = parts.effects ?? [];
  }

  /** Both, list by list in order. */
  plus(other: RuntimeAnalysis): RuntimeAnalysis {
    return new RuntimeAnalysis({
      errors: [...this.errors, ...other.errors],
      warnings: [...this.warnings, ...other.warnings],
      effects: [...this.effects, ...other.effects],
    });
  }
}

/** Name of the class of whatever was thrown. */
export function nameOf(error: unknown): string {
  if (error instanceof Error || error instanceof CancelledError) return error.name;
  return typeof error;
}

/** Text of whatever was thrown; the class name when it has none. */
export function messageOf(error: unknown): string {
  if (error instanceof Error || error instanceof CancelledError) return error.message === '' ? error.name : error.message;
  return String(error);
}

/** The chain of causes, nearest first; a circle is cut. */
export function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  let next = error instanceof Error ? error.cause : undefined;
  while (next !== undefined && next !== null && !causes.includes(next) && causes.length < 20) {
    causes.push(next);
    next = next instanceof Error ? next.cause : undefined;
  }
  return causes;
}

function causeSentence(cause: unknown): string {
  const message = messageOf(cause);
  return `Caused by ${nameOf(cause)}${message === nameOf(cause) ? '' : `: ${message}`}.`.replace(/([.!?])\.$/, '$1');
}
