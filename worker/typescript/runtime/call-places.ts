import type { Place } from '../../../model/place.js';
import type { Task } from '../../task/index.js';
import { type Positions, placeOf } from './positions.js';
import { framesOf } from './source-name.js';

/** Calls of each function that are looked at. Looking costs as much as fifty calls: of a function that is called all the time the first ones have to do. */
const mostCalls = 10;

/** Where in the user's text the first tasks of each async function were started. */
export class CallPlaces {
  readonly #calls: number[] = [];
  readonly #places = new WeakMap<Task<unknown>, Place>();

  constructor(private readonly positions: Positions) {}

  /** A call of an async function has just made a task, which is suspended. */
  started(functionId: number, task: Task<unknown>): void {
    const calls = this.#calls[functionId] ?? 0;
    if (calls >= mostCalls) return;
    this.#calls[functionId] = calls + 1;
    // The first frame is that of the function itself.
    const caller = framesOf(new Error().stack)[1];
    const frame = caller === undefined ? null : this.positions.frame(caller);
    if (frame !== null) this.#places.set(task, placeOf(frame));
  }

  /** `null`: not one of the first, or not started by code of the process. */
  of(task: Task<unknown>): Place | null {
    return this.#places.get(task) ?? null;
  }
}
