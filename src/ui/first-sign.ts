const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'] as const;

/** Resolves when somebody is there: at the first movement, press or key. */
export function firstSign(): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const seen = (): void => {
      stop.abort();
      resolve();
    };
    for (const sign of signs) addEventListener(sign, seen, { signal: stop.signal, passive: true });
  });
}
