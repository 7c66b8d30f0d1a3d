import { browserPreferences, type Preferences } from '../ui/preferences.js';

export type LessonState = 'new' | 'tried' | 'done';

const name = 'lessons';

/** How far a learner has come, remembered from visit to visit; without storage as long as the page. */
export class Progress {
  readonly #preferences: Preferences;
  #states = $state.raw<ReadonlyMap<string, LessonState>>(new Map());

  constructor(preferences: Preferences = browserPreferences) {
    this.#preferences = preferences;
    this.#states = statesIn(preferences.read(name));
  }

  of(id: string): LessonState {
    return this.#states.get(id) ?? 'new';
  }

  /** How many of these are done. */
  done(ids: readonly string[]): number {
    return ids.filter((id) => this.of(id) === 'done').length;
  }

  /** A lesson was checked. What is done stays so, whatever is tried later. */
  checked(id: string, passed: boolean): void {
    // Another tab may have come further meanwhile.
    const states = new Map([...this.#states, ...statesIn(this.#preferences.read(name))]);
    if (passed || states.get(id) !== 'done') states.set(id, passed ? 'done' : 'tried');
    this.#states = states;
    this.#preferences.write(name, Object.fromEntries(states));
  }
}

/** What is stored, as far as it can be read. */
function statesIn(stored: unknown): ReadonlyMap<string, LessonState> {
  if (typeof stored !== 'object' || stored === null) return new Map();
  const known = Object.entries(stored).filter((entry): entry is [string, LessonState] => entry[1] === 'tried' || entry[1] === 'done');
  return new Map(known);
}
