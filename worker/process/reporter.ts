import type { TraceEvent } from '../../model/events.js';
import { type NoteFacts, type NoteName, noteText, type WarningFacts, type WarningName, warningText } from '../../model/explanations.js';
import type { Failure } from '../../model/failure.js';
import type { Place } from '../../model/place.js';
import { Diagnostic } from './diagnostics.js';
import { Effect, FileCreatedEffect, GenericEffect } from './effects.js';
import { causesText } from './error-text.js';
import { inspect } from './inspect.js';

/** Distributes over the union, as `Omit` does not. */
type WithoutTime<Event> = Event extends unknown ? Omit<Event, 't'> : never;
/** An event that somebody else stamps with the time. */
export type UntimedEvent = WithoutTime<TraceEvent>;
export type Emit = (event: UntimedEvent) => void;

/** The numbers of the next error, warning and effect. */
export type DiagnosticNumbers = Record<'error' | 'warning' | 'effect', number>;

/** Turns what is reported into events. Errors, warnings and effects are numbered from 0 each, in one run (semantics 2.2). */
export class Reporter {
  constructor(
    private readonly emit: Emit,
    /** Where the user code that reports stands. */
    private readonly here: () => Place | null,
    private readonly next: DiagnosticNumbers = { error: 0, warning: 0, effect: 0 },
  ) {}

  /** Reports a diagnostic of the process; returns its number. */
  diagnostic(kind: 'error' | 'warning', diagnostic: Diagnostic): number {
    if (!(diagnostic instanceof Diagnostic)) {
      const sender = kind === 'error' ? 'sendError' : 'sendWarning';
      throw new TypeError(`context.${sender}() takes a diagnostic: write new am.GenericDiagnostic(error).`);
    }
    const { name, message, description } = diagnostic;
    return this.#emitDiagnostic(kind, text(name), text(message), this.here(), description === null ? null : text(description));
  }

  /** Reports a failure as an error, or as a warning; returns its number. */
  failure(kind: 'error' | 'warning', failure: Failure): number {
    const details = [causesText(failure.causes ?? []), failure.hint].filter(Boolean).join(' ');
    return this.#emitDiagnostic(kind, failure.name, failure.message, failure.place ?? null, details === '' ? null : details);
  }

  /** Something that the runtime noticed and the author of the process should change; `facts` are those of its sentence. */
  warn<Name extends WarningName>(name: Name, place: Place | null, ...facts: WarningFacts<Name>): void {
    this.#emitDiagnostic('warning', name, warningText(name, ...facts), place, null);
  }

  /** Something that happened as the rules have it. Notes have no number: they are no diagnostics. */
  note<Name extends NoteName>(name: Name, place: Place | null, ...facts: NoteFacts<Name>): void {
    this.emit({ event: 'note', name, message: noteText(name, ...facts), ...(place ? { place } : {}) });
  }

  /** Reports an effect; returns what it says of itself: its message, its path, or else its type. */
  effect(effect: Effect): string {
    if (!(effect instanceof Effect))
      throw new TypeError("context.sendEffect() takes an effect, such as new am.FileCreatedEffect('results.csv').");
    if (typeof effect.type !== 'string') throw new TypeError("An effect needs a type: a short name, such as type = 'plateSealed'.");
    const place = this.here();
    const message = effect instanceof GenericEffect ? { message: text(effect.message) } : {};
    const path = effect instanceof FileCreatedEffect ? { path: text(effect.path) } : {};
    this.emit({ event: 'effect', id: this.next.effect++, type: effect.type, ...message, ...path, ...(place ? { place } : {}) });
    return Object.values({ ...message, ...path })[0] ?? effect.type;
  }

  #emitDiagnostic(kind: 'error' | 'warning', name: string, message: string, place: Place | null, description: string | null): number {
    const id = this.next[kind]++;
    this.emit({ event: kind, id, name, message, ...(place ? { place } : {}), ...(description === null ? {} : { description }) });
    return id;
  }
}

/** A class of the process' own may have anything where a text belongs. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}
