/**
 * Works that were left and have not reached the store yet. The store answers later, and the page may be gone by then: until it has them they
 * stand here. No method throws.
 */
export interface Outbox {
  /** What is in it, as far as it can be read: unchecked. */
  read(): readonly unknown[];
  /** Puts a work of a project in, in place of an earlier one. Returns how to take it out, unless a later one is in its place then. */
  put(letter: { readonly id: string }): () => void;
}

const key = 'process-playground.outbox';
/** More would mean that nothing reaches the store at all. */
const most = 20;

/** In the local storage of the browser. Without it the store alone has to be quick enough. */
export const browserOutbox: Outbox = {
  read() {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(value) ? value : [];
    } catch {
      return [];
    }
  },
  put(letter) {
    const mine = JSON.stringify(letter);
    const others = this.read().filter((one) => idOf(one) !== letter.id);
    write([...others, letter].slice(-most));
    return () => {
      const all = this.read();
      const left = all.filter((one) => JSON.stringify(one) !== mine);
      if (left.length < all.length) write(left);
    };
  },
};

function idOf(one: unknown): unknown {
  return typeof one === 'object' && one !== null && 'id' in one ? one.id : null;
}

function write(letters: readonly unknown[]): void {
  try {
    if (letters.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(letters));
  } catch {
    // As the comment above says.
  }
}
