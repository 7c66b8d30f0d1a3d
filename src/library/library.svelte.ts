export type LibraryTab = 'course' | 'gallery';

/** Whether the library is open, and which part of it is shown. */
export class LibraryView {
  #tab = $state.raw<LibraryTab | null>(null);

  /** The part that is shown; `null`: the library is closed. */
  get tab(): LibraryTab | null {
    return this.#tab;
  }

  show(tab: LibraryTab): void {
    this.#tab = tab;
  }

  close(): void {
    this.#tab = null;
  }
}
