import { kinds, styles } from './kinds.js';

/** A part of a lane's bar in which the same kinds are seen: pixels from the top of the bar. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Whether a kind is seen there, by its rank. */
  readonly seen: readonly boolean[];
}

/** The bands of a bar that is `height` pixels high. Bars of stretches have one; marks differ by their height, too. */
export function bandsOf(height: number, marks: boolean): readonly Band[] {
  if (!marks) return [{ top: 0, bottom: height, seen: kinds.map((kind) => kind !== 'none') }];
  const bands: Band[] = [];
  for (let y = 0; y < height; y++) {
    const part = (y + 0.5) / height;
    const seen = kinds.map((kind) => {
      const { band = [0, 1], broken = false } = styles[kind];
      return kind !== 'none' && part >= band[0] && part <= band[1] && !(broken && part > 0.36 && part < 0.64);
    });
    const last = bands.at(-1);
    if (last && last.seen.every((each, index) => each === seen[index])) bands[bands.length - 1] = { ...last, bottom: y + 1 };
    else bands.push({ top: y, bottom: y + 1, seen });
  }
  return bands;
}
