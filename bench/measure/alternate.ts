/** One way of doing the work; returns its measure for one round. */
export type Variant = () => number | Promise<number>;

export interface AlternateOptions {
  /** At least 5. */
  readonly rounds: number;
  /** Rounds before the first that counts, so that everything is compiled. */
  readonly warmUp?: number;
}

/**
 * Collects young garbage where the engine was started with `--expose-gc`, so that nobody pays for the one before. Not the old one:
 * a full collection also throws away compiled code whose objects are gone, and everybody would be measured cold.
 */
export function collectGarbage(): void {
  (globalThis as { gc?: (options: { readonly type: 'minor' }) => void }).gc?.({ type: 'minor' });
}

/** Runs the variants in turn, A B C, B C A, …: noise of the machine hits them alike. Returns each one's measures, round by round. */
export async function alternate<Name extends string>(
  variants: Readonly<Record<Name, Variant>>,
  { rounds, warmUp = 1 }: AlternateOptions,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(variants) as Name[];
  const measures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warmUp) % names.length]!;
      collectGarbage();
      const measure = await variants[name]();
      if (round >= 0) measures[name].push(measure);
    }
  }
  return measures;
}
