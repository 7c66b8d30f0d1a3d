/** The value below which the part `q` (0 to 1) of the numbers lies, between neighbours by proportion; NaN of none. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const index = (sorted.length - 1) * q;
  const below = sorted[Math.floor(index)] ?? Number.NaN;
  const above = sorted[Math.ceil(index)] ?? Number.NaN;
  return below + (above - below) * (index - Math.floor(index));
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The median of what one variant took to another, each pair from the same round, so that a slow moment of the machine hits both. */
export function ratio(numerators: readonly number[], denominators: readonly number[]): number {
  return median(numerators.map((value, round) => value / (denominators[round] ?? Number.NaN)));
}
