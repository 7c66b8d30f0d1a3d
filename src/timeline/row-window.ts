/** Which rows of a list of equal rows are drawn, and how much empty room stands above them. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  readonly before: number;
  readonly total: number;
}

const spare = 4;

/** Only the rows in sight, and a few more on both sides. All in pixels but `count`. */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight) - spare));
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + spare);
  return { first, end, before: first * rowHeight, total: count * rowHeight };
}

/** Whether a reader stands at the end of a list, within half a row. */
export function atEnd(scrollTop: number, viewHeight: number, scrollHeight: number, rowHeight: number): boolean {
  return scrollHeight - scrollTop - viewHeight < rowHeight / 2;
}
