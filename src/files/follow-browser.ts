import type { TextStore } from './text-store.js';

/** Follows the browser: calls `flush` before the page may go away, and `heard` when another tab has stored. Returns how to stop. */
export function followBrowser(store: TextStore, flush: () => void, heard: (value: string) => void): () => void {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', hidden);
  const stop = store.onForeignWrite(heard);
  return () => {
    removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', hidden);
    stop();
    flush();
  };
}
