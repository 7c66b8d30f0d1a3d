import { Keeping, type KeepingOptions, type WorkPort } from './Keeping.js';
import { Shelf } from './Shelf.svelte.js';

/** The projects of a person, as the page shows them and lets them be handled. */
export class Projects {
  readonly shelf: Shelf;
  /** Keeps the work that is open. */
  readonly keeping: Keeping;

  constructor(port: WorkPort, options: KeepingOptions, shelf: Shelf = new Shelf()) {
    this.shelf = shelf;
    this.keeping = new Keeping(shelf, port, options);
  }
}
