/**
 * Scrolls the text of the lesson so that something new in it is seen: at its top, or no further than is needed. Nothing around it moves, as
 * `scrollIntoView` would have it.
 */
export function bringInSight(element: HTMLElement, where: 'top' | 'nearest'): void {
  const body = element.closest<HTMLElement>('[data-lesson-text]');
  if (body === null) return;
  const [inner, outer] = [element.getBoundingClientRect(), body.getBoundingClientRect()];
  const margin = 12;
  const fromTop = inner.top - outer.top - margin;
  const fromBottom = inner.bottom - outer.bottom + margin;
  if (where === 'top' || fromTop < 0) body.scrollTop += fromTop;
  // Its beginning stays in sight, however long it is.
  else if (fromBottom > 0) body.scrollTop += Math.min(fromBottom, fromTop);
}
