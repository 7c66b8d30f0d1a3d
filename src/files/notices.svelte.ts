/** News about the texts, with what can be done about it. */
export interface Notice {
  readonly message: string;
  readonly actions: readonly { readonly label: string; run(): void }[];
}

/** The newest notice: what a person ought to know about the texts, until it is closed or one of its actions is taken. */
export class Notices {
  #notice = $state.raw<Notice | null>(null);

  get newest(): Notice | null {
    return this.#notice;
  }

  tell(message: string): void {
    this.offer(message, {});
  }

  /** With actions by their names; the notice goes when one is taken. */
  offer(message: string, actions: Readonly<Record<string, () => void>>): void {
    const taken = (run: () => void) => (): void => {
      this.dismiss();
      run();
    };
    this.#notice = { message, actions: Object.entries(actions).map(([label, run]) => ({ label, run: taken(run) })) };
  }

  dismiss(): void {
    this.#notice = null;
  }
}
