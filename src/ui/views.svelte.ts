import { browserPreferences, type Preferences } from './preferences.js';

/** Ways of looking at the page that a person turns on and off; remembered. */
export class Views {
  readonly #preferences: Preferences;
  #states = $state(false);
  #operator = $state(false);

  constructor(preferences: Preferences = browserPreferences) {
    this.#preferences = preferences;
    this.#states = preferences.read('states') === true;
    this.#operator = preferences.read('operator') === true;
  }

  /** The picture of the states stands in the Process pane. */
  get states(): boolean {
    return this.#states;
  }

  set states(on: boolean) {
    this.#states = on;
    this.#preferences.write('states', on);
  }

  /** Only what an operator of the process would see. */
  get operator(): boolean {
    return this.#operator;
  }

  set operator(on: boolean) {
    this.#operator = on;
    this.#preferences.write('operator', on);
  }
}
