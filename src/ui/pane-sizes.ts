/** Shares of the three columns (they add up to 1) and the height of the timeline in pixels. */
export interface PaneSizes {
  readonly columns: readonly [number, number, number];
  readonly timeline: number;
}

export const defaultSizes: PaneSizes = { columns: [0.43, 0.275, 0.295], timeline: 268 };
/** No column gets smaller than this share, the timeline not lower than its head and two rows. */
export const smallestShare = 0.16;
export const timelineRange = { min: 120, max: 640 } as const;

/** Moves the border after column `index` by `by` (a share of the whole width). The two neighbours trade; neither gets too small. */
export function moveBorder(sizes: PaneSizes, index: 0 | 1, by: number): PaneSizes {
  const columns: [number, number, number] = [...sizes.columns];
  const pair = columns[index] + columns[index + 1]!;
  const left = Math.min(pair - smallestShare, Math.max(smallestShare, columns[index] + by));
  columns[index] = left;
  columns[index + 1] = pair - left;
  return { ...sizes, columns };
}

export function withTimeline(sizes: PaneSizes, height: number): PaneSizes {
  return { ...sizes, timeline: Math.round(Math.min(timelineRange.max, Math.max(timelineRange.min, height))) };
}

/** Sizes as they were stored, or the defaults when what was stored is not sizes. */
export function readSizes(stored: unknown): PaneSizes {
  if (typeof stored !== 'object' || stored === null || !('columns' in stored) || !('timeline' in stored)) return defaultSizes;
  const { columns, timeline } = stored;
  if (!Array.isArray(columns) || columns.length !== 3 || typeof timeline !== 'number' || !Number.isFinite(timeline)) return defaultSizes;
  const shares: number[] = columns.filter((share): share is number => typeof share === 'number' && share >= smallestShare - 1e-6);
  const [a, b, c] = shares;
  if (a === undefined || b === undefined || c === undefined || Math.abs(a + b + c - 1) > 0.01) return defaultSizes;
  return withTimeline({ columns: [a, b, c], timeline: 0 }, timeline);
}
