/** Which rows of a list of equal rows are drawn, and how much empty room stands above them. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  readonly before: number;
  readonly total: number;
}

const spare = 4;
/** Browsers draw nothing below some 17 million pixels (Firefox) or 33 million (Chromium). A longer list is scrolled in larger steps. */
export const tallest = 12_000_000;

/** Only the rows in sight, and a few more on both sides. All in pixels but `count`. */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const total = Math.min(tallest, count * rowHeight);
  const top = scrollTop * stretch(count, rowHeight, viewHeight);
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - spare));
  const end = Math.min(count, Math.ceil((top + viewHeight) / rowHeight) + spare);
  return { first, end, before: Math.max(0, scrollTop - (top - first * rowHeight)), total };
}

/** Where to scroll to so that row `index` is in sight, with as little movement as possible. */
export function scrollToRow(index: number, count: number, rowHeight: number, scrollTop: number, viewHeight: number): number {
  const by = stretch(count, rowHeight, viewHeight);
  const top = scrollTop * by;
  const wanted = Math.min(index * rowHeight, Math.max(top, (index + 1) * rowHeight - viewHeight));
  return wanted === top ? scrollTop : wanted / by;
}

/** How many pixels of the list go by with one pixel of scrolling. */
function stretch(count: number, rowHeight: number, viewHeight: number): number {
  const height = count * rowHeight;
  return height <= tallest ? 1 : (height - viewHeight) / (tallest - viewHeight);
}

/** Whether a reader stands at the end of a list, within half a row. */
export function atEnd(scrollTop: number, viewHeight: number, scrollHeight: number, rowHeight: number): boolean {
  return scrollHeight - scrollTop - viewHeight < rowHeight / 2;
}
