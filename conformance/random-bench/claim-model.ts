/** For tests: who has a node, and who waits for it, told once more from what a run tells (semantics 7.5). */
export const person = 'a person';

export class NodeModel {
  /** The first one has the node. */
  queue: string[] = [];
  /** The value asked for last. */
  target: boolean | undefined;
  /** Losing the node and getting it back are news for those who had it. */
  readonly #had = new Set<string>();
  readonly #handles = new Map<string, number>();
  /** Is about to write what another process has. */
  readonly #refused = new Set<string>();
  /** Is about to write, once it has the node. */
  readonly #writes = new Map<string, boolean>();
  /** Is written again when the node comes back. */
  readonly #wanted = new Map<string, boolean>();

  constructor(private readonly news: (name: 'overridden' | 'override-over', who: string) => void) {}

  /** Something is wrong: the run told what cannot be. */
  tell(who: string, act: string, detail: string): string | null {
    switch (act) {
      case 'claims':
        this.#join(who);
        return null;
      case 'writes':
        if (this.queue[0] !== undefined && this.queue[0] !== who && this.queue[0] !== person) {
          this.#refused.add(who);
          return null;
        }
        this.#writes.set(who, detail === 'true');
        this.#join(who);
        return null;
      case 'has':
        this.#handles.set(who, (this.#handles.get(who) ?? 0) + 1);
        return this.queue[0] === who ? null : `${who} does not have it`;
      case 'wrote':
        this.#writes.delete(who);
        // By now it may be gone again: what was written already is not taken back.
        return this.#had.has(who) ? null : `${who} never had it`;
      case 'gave up': {
        const refused = this.#refused.delete(who);
        this.#writes.delete(who);
        if (refused !== (detail === 'true')) return `${who} was ${refused ? 'not ' : ''}refused`;
        if (!refused && !this.#had.has(who)) this.leave(who);
        return null;
      }
      case 'releases': {
        const left = this.#handles.get(who)! - 1;
        this.#handles.set(who, left);
        if (left === 0) this.leave(who);
        return null;
      }
      default:
        return null;
    }
  }

  /** Who had it waits at the end of the queue. */
  take(): void {
    const [before, ...rest] = this.queue;
    this.queue = [person, ...rest, ...(before === undefined ? [] : [before])];
    if (before !== undefined) this.news('overridden', before);
  }

  set(value: boolean): void {
    this.target = value;
  }

  /** It is over, or has given everything back. */
  leave(who: string): void {
    const owner = this.queue[0];
    this.queue = this.queue.filter((other) => other !== who);
    this.#had.delete(who);
    this.#handles.delete(who);
    this.#writes.delete(who);
    this.#wanted.delete(who);
    if (owner !== who) return;
    const next = this.queue[0];
    if (next !== undefined && this.#had.has(next)) this.news('override-over', next);
    this.#handed();
  }

  #join(who: string): void {
    if (!this.queue.includes(who)) this.queue.push(who);
    if (this.queue[0] === who) this.#handed();
  }

  #handed(): void {
    const who = this.queue[0];
    if (who === undefined || who === person) return;
    this.#had.add(who);
    const value = this.#writes.get(who) ?? this.#wanted.get(who);
    if (value === undefined) return;
    this.#wanted.set(who, value);
    this.target = value;
  }
}
