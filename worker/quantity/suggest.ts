/**
 * The candidate that a mistyped word most likely stands for, or `null` when none is near.
 * Near: equal but for upper and lower case, or at most one slip (two from five letters on), where a slip is a
 * letter added, left out, replaced, or two neighbours swapped. Of two equally near ones, a beginning of the word wins.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const allowed = word.length >= 5 ? 2 : 1;
  let best: string | null = null;
  let bestSlips = allowed + 1;
  for (const candidate of candidates) {
    if (candidate.toLowerCase() === word.toLowerCase()) return candidate;
    if (word.length < 2 || Math.abs(candidate.length - word.length) > allowed) continue;
    const slips = slipsBetween(word, candidate);
    const better = slips < bestSlips || (slips === bestSlips && best !== null && word.startsWith(candidate) && !word.startsWith(best));
    if (better && slips < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestSlips = slips;
    }
  }
  return best;
}

/** Optimal string alignment distance: Levenshtein's with swaps of neighbours. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      let slips = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      }
      current.push(slips);
    }
    before = above;
    above = current;
  }
  return above[other.length] ?? 0;
}
