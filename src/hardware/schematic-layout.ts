import type { BenchEdge } from '../../model/bench-graph.js';

/** Where a device stands in the schematic: column and row of a grid. */
export interface Place {
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** Devices beside one another at most; more would be too small to read in a narrow pane. */
const widest = 3;

/**
 * Places the devices that anything passes between, so that it passes downwards: sources in the upper row. What belongs together stands
 * together; groups stand side by side while there is space. Every device is placed once, also in a loop.
 */
export function layOut(edges: readonly BenchEdge[]): readonly Place[] {
  const places: Place[] = [];
  let [left, top, height] = [0, 0, 0];
  for (const group of groupsOf(edges)) {
    const rows = rowsOf(group, edges);
    const columns = columnsOf(rows, edges);
    const width = Math.max(...columns.values()) + 1;
    if (left > 0 && left + width > widest) [left, top, height] = [0, top + height, 0];
    for (const [row, names] of rows.entries())
      for (const name of names) places.push({ name, column: left + (columns.get(name) ?? 0), row: top + row });
    left += width;
    height = Math.max(height, rows.length);
  }
  return places;
}

/** The devices that are joined, directly or by others; each group in order of mention. */
function groupsOf(edges: readonly BenchEdge[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const { from, to } of edges) {
    const met = groups.filter((group) => group.includes(from) || group.includes(to));
    const merged = [...new Set([...met.flat(), from, to])];
    const [first] = met;
    if (first === undefined) groups.push(merged);
    else groups.splice(0, groups.length, ...groups.flatMap((group) => (group === first ? [merged] : met.includes(group) ? [] : [group])));
  }
  return groups;
}

/** A device stands below everything that passes something to it. A row that is too long goes on in the next one. */
function rowsOf(group: readonly string[], edges: readonly BenchEdge[]): readonly (readonly string[])[] {
  const depths = new Map(group.map((name) => [name, 0]));
  // As many rounds as there are devices are enough without a loop, and end with one.
  for (const _ of group) {
    for (const { from, to } of edges) {
      const [above, below] = [depths.get(from), depths.get(to)];
      if (above !== undefined && below !== undefined && from !== to) depths.set(to, Math.min(group.length - 1, Math.max(below, above + 1)));
    }
  }
  const rows: string[][] = [];
  for (let depth = 0; depth < group.length; depth++) {
    const names = group.filter((name) => depths.get(name) === depth);
    for (let begin = 0; begin < names.length; begin += widest) rows.push(names.slice(begin, begin + widest));
  }
  return rows;
}

/** A device stands straight below the first one that passes something to it, or as close to that as there is space. */
function columnsOf(rows: readonly (readonly string[])[], edges: readonly BenchEdge[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const names of rows) {
    const free = Array.from({ length: widest }, (_, column) => column);
    for (const name of names) {
      const above = edges.find(({ from, to }) => to === name && columns.has(from))?.from;
      const wanted = above === undefined ? 0 : (columns.get(above) ?? 0);
      const [column = 0] = [...free].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b);
      free.splice(free.indexOf(column), 1);
      columns.set(name, column);
    }
  }
  return columns;
}
