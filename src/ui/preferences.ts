/** Small settings of the page that survive a reload. Storage may be blocked, full or hold garbage: then the defaults apply. */
export interface Preferences {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

const prefix = 'process-playground.';

/** Settings in the browser's local storage, as JSON. Never throws. */
export const browserPreferences: Preferences = {
  read(name) {
    try {
      const text = localStorage.getItem(prefix + name);
      return text === null ? undefined : (JSON.parse(text) as unknown);
    } catch {
      return undefined;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(prefix + name, JSON.stringify(value));
    } catch {
      // Without storage the setting lasts as long as the page.
    }
  },
};

/** Settings that last as long as the object, for tests. */
export function memoryPreferences(initial: Readonly<Record<string, unknown>> = {}): Preferences {
  const values = new Map<string, unknown>(Object.entries(initial));
  return { read: (name) => values.get(name), write: (name, value) => void values.set(name, value) };
}
