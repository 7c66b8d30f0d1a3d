/** Why something could not be stored. */
export type StoreProblem = 'blocked' | 'full';

/** Where one string survives a reload; a small interface, so that tests need no browser. No method throws. */
export interface TextStore {
  read(): string | null;
  write(value: string): StoreProblem | null;
  /** Puts aside what cannot be read, where the next `write` does not overwrite it. */
  setAside(value: string): void;
  /** Calls back when another tab of the browser has written. Returns how to stop. */
  onForeignWrite(listener: (value: string) => void): () => void;
}

const key = 'process-playground.texts';
const asideKey = `${key}.unreadable`;

/**
 * The browser's local storage, and beside it that of the tab: each tab shows its own text again when it is loaded again, a new tab what was
 * written last. Blocked storage throws at every touch, full storage at `setItem`.
 */
export const browserTextStore: TextStore = {
  read() {
    try {
      return sessionStorage.getItem(key) ?? localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(value) {
    try {
      localStorage.setItem(key, value);
      keepInTab(value);
      return null;
    } catch (error) {
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
    }
  },
  setAside(value) {
    try {
      localStorage.setItem(asideKey, value);
    } catch {
      // Nothing can be kept then, and nothing is lost that could be read.
    }
  },
  onForeignWrite(listener) {
    const heard = (event: StorageEvent): void => {
      if (event.key === key && event.newValue !== null) listener(event.newValue);
    };
    addEventListener('storage', heard);
    return () => removeEventListener('storage', heard);
  },
};

function keepInTab(value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // An older text of the tab must not hide what was just stored.
    sessionStorage.removeItem(key);
  }
}

/** A store that lasts as long as the object. `problem` makes it refuse; `foreign` plays another tab. */
export class MemoryTextStore implements TextStore {
  value: string | null;
  aside: string | null = null;
  problem: StoreProblem | null = null;
  writes = 0;
  readonly #listeners = new Set<(value: string) => void>();

  constructor(value: string | null = null) {
    this.value = value;
  }

  read(): string | null {
    return this.value;
  }

  write(value: string): StoreProblem | null {
    if (this.problem) return this.problem;
    this.writes++;
    this.value = value;
    return null;
  }

  setAside(value: string): void {
    this.aside = value;
  }

  onForeignWrite(listener: (value: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  foreign(value: string): void {
    this.value = value;
    for (const listener of this.#listeners) listener(value);
  }
}
