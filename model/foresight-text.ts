/** What was foreseen of a request, in a sentence. */
import type { Interruption } from './promise.js';
import { clockText } from './time-text.js';
import type { Foresight } from './travel.js';

/** Requests of which it is worth foreseeing what comes. */
export type Foreseen = Interruption | 'halt' | 'skip';

const sentences: Readonly<Record<Foreseen, (where: string) => string>> = {
  pause: (where) => `The process would pause ${where}.`,
  jump: (where) => `The process would learn of the jump ${where}.`,
  swap: (where) => `The process would learn of the new data ${where}.`,
  halt: (where) => `The process would be cancelled ${where}, cleanup included.`,
  skip: (where) => `The process would be given up ${where}, cleanup included.`,
};

/** `null`: nothing that the place of the process does not tell already. */
export function foresightText(request: Foreseen, { effect, at, place }: Foresight): string | null {
  if (at === null || effect === 'unknown') return null;
  const line = place === null ? '' : ` line ${place.line}`;
  const time = effect === 'now' ? 'at once' : `at ${clockText(at, 1)}`;
  switch (effect) {
    case 'never':
      return `The process would end at ${clockText(at, 1)} without having heard of it.`;
    case 'recreates':
      return `The process would begin anew ${time}: nothing catches the request${line === '' ? '' : ` at${line}`}.`;
    case 'now':
    case 'later':
      return sentences[request](line === '' ? time : `at${line}, ${time}`);
  }
}
