/** Where a key leads in a list of `count` rows from row `from` (−1: from none), or `null` for a key that leads nowhere. */
export function keyMove(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const within = (index: number): number => Math.max(0, Math.min(last, index));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return from < 0 ? last : within(from - 1);
    case 'PageDown':
      return within(from + Math.max(1, page));
    case 'PageUp':
      return from < 0 ? last : within(from - Math.max(1, page));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
