/** Calls back once the page has been painted; soon also when it is hidden and is not painted at all. */
export function afterPaint(callback: () => void): void {
  if (document.hidden) setTimeout(callback);
  else requestAnimationFrame(() => setTimeout(callback));
}

/**
 * Resolves in a task of its own, so that a key in between is heard: before the next picture (`user-blocking`, where the browser can do
 * that), or in its turn.
 */
export function nextTask(priority: 'user-blocking' | 'user-visible' = 'user-blocking'): Promise<void> {
  const scheduler = globalThis.scheduler as Scheduler | undefined;
  return scheduler?.postTask(() => {}, { priority }) ?? new Promise((resolve) => setTimeout(resolve));
}
