/** How the bands look that say what a request would come to. */
import { promiseNames, type Promised, promises } from '../../model/promise.js';
import type { Kind } from './picture/kinds.js';
import type { LaneWords } from './picture/lane.js';

export const promiseKinds: Readonly<Record<Promised, Kind>> = {
  now: 'taken-now',
  later: 'taken-later',
  recreates: 'taken-anew',
  fails: 'fail',
  stored: 'held',
  refused: 'not-taken',
};

/** A span stands for a place in the list of promises. */
export const promiseWords: LaneWords = {
  label: (index) => promiseNames[promises[index]!],
  text: (index) => sentences[promises[index]!],
};

const sentences: Readonly<Record<Promised, string>> = {
  now: 'Would take effect at once: the process catches it where it stands',
  later: 'Would take effect at the next wait() or checkpoint()',
  recreates: 'Would take effect at once by beginning anew: nothing catches it where the process stands',
  fails: 'The process would fail: nothing catches it where it stands',
  stored: 'Would be kept for Retry',
  refused: 'Would be refused',
};
