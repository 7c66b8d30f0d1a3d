import type { Place } from '../../../model/place.js';
import type { Task } from '../../task/index.js';
import { type Positions, placeOf } from './positions.js';
import { framesOf } from './source-name.js';

/** Calls of each function that are looked at. Looking costs as much as fifty calls: of a function that is called all the time the first ones have to do. */
const mostCalls = 10;

/** What is known of the calls of one function. */
interface Calls {
  looked: number;
  /** Where all of them were made; `null`: at several places, or not by code of the process. */
  only: Place | null;
}

/** Where in the user's text the tasks of async functions were started. */
export class CallPlaces {
  readonly #calls = new Map<number, Calls>();
  readonly #places = new WeakMap<Task<unknown>, Place | null>();

  constructor(private readonly positions: Positions) {}

  /** A call of an async function has just made a task, which is suspended. */
  started(task: Task<unknown>): void {
    const calls = this.#calls.get(task.functionId);
    if (calls !== undefined && calls.looked >= mostCalls) return;
    const place = this.#caller(task.functionId);
    this.#places.set(task, place);
    if (calls === undefined) this.#calls.set(task.functionId, { looked: 1, only: place });
    else {
      calls.looked++;
      if (calls.only?.line !== place?.line || calls.only?.column !== place?.column) calls.only = null;
    }
  }

  /** The call that started a task. Of a later task that of all the first ones, if they came from one place; `null`: not known. */
  of(task: Task<unknown>): Place | null {
    return this.#places.get(task) ?? this.#calls.get(task.functionId)?.only ?? null;
  }

  #caller(functionId: number): Place | null {
    const frames = framesOf(new Error().stack).map((position) => this.positions.frame(position));
    // V8 shows the function itself first; WebKit does not, because it returns by calling the runtime.
    const [own, caller] = frames;
    const frame = own == null || own.functionId === functionId ? caller : own;
    return frame == null ? null : placeOf(frame);
  }
}
