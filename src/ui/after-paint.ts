/** Calls back once the page has been painted; soon also when it is hidden and is not painted at all. */
export function afterPaint(callback: () => void): void {
  if (document.hidden) setTimeout(callback);
  else requestAnimationFrame(() => setTimeout(callback));
}
