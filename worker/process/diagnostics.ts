import type { Effect } from './effects.js';
import { causesOf, causesText, errorMessage, errorName } from './error-text.js';
import { inspect } from './inspect.js';

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
    this.name = text('name', options.name ?? 'unknown');
    this.description = options.description == null ? null : text('description', options.description);
  }
}

/** A diagnostic made from an error, or from a text: the error's message, its class, and the chain of its causes (semantics 5.3). */
export class GenericDiagnostic extends Diagnostic {
  constructor(error: unknown) {
    if (typeof error === 'string') super(error);
    else {
      const causes = causesText(causesOf(error));
      super(errorMessage(error) || errorName(error), { name: errorName(error), ...(causes === '' ? {} : { description: causes }) });
    }
  }
}

/** Errors, warnings and effects in one piece, for `sendAnalysis()`. */
export class RuntimeAnalysis {
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly effects: readonly Effect[];

  constructor(parts: Partial<Pick<RuntimeAnalysis, 'errors' | 'warnings' | 'effects'>> = {}) {
    if (typeof parts !== 'object' || (parts as object | null) === null)
      throw new TypeError(`An analysis is made of lists, as { errors, warnings, effects }, not of ${inspect(parts)}.`);
    this.errors = list('errors', parts.errors);
    this.warnings = list('warnings', parts.warnings);
    this.effects = list('effects', parts.effects);
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

function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`The ${name} of a diagnostic is a text, not ${inspect(value)}.`);
}

function list<Item>(name: string, value: readonly Item[] | undefined): readonly Item[] {
  if (value === undefined || Array.isArray(value)) return value ?? [];
  throw new TypeError(`The ${name} of an analysis are a list, not ${inspect(value)}.`);
}
