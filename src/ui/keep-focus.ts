/**
 * An attachment for an area in which buttons come and go: when the one that has the focus goes, the focus moves to its home instead
 * of being lost. A home is the `[data-focus-home]` of the row (`[data-focus-row]`) that it stood in, else the first of the area.
 */
export function keepFocus(area: HTMLElement): () => void {
  let held: { readonly element: Element; readonly home: HTMLElement | null } | null = null;

  const homeIn = (row: Element | null): HTMLElement | null => row?.querySelector<HTMLElement>('[data-focus-home]') ?? null;
  const taken = ({ target }: FocusEvent): void => {
    if (target instanceof Element) held = { element: target, home: homeIn(target.closest('[data-focus-row]')) };
  };
  /** A button that is taken away tells that it loses the focus while it is still there; whoever merely leaves is still there afterwards. */
  const left = ({ target }: FocusEvent): void => {
    queueMicrotask(() => {
      if (held?.element === target && held.element.isConnected) held = null;
    });
  };
  const observer = new MutationObserver(() => {
    if (held === null || held.element.isConnected) return;
    const { home } = held;
    held = null;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    (home?.isConnected ? home : homeIn(area))?.focus();
  });

  area.addEventListener('focusin', taken);
  area.addEventListener('focusout', left);
  observer.observe(area, { childList: true, subtree: true });
  return () => {
    area.removeEventListener('focusin', taken);
    area.removeEventListener('focusout', left);
    observer.disconnect();
  };
}
