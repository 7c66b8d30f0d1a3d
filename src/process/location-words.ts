import type { Json } from '../../model/json.js';
import { locationRows } from './location-tree.js';
import { progressAt } from '../../model/progress.js';

/** One thing that a location says, for somebody who does not know the code. */
export interface LocationWord {
  /** Unique in the location. */
  readonly path: string;
  readonly depth: number;
  /** `Set temperature` for `setTemperature`; of an item of a list its number. */
  readonly label: string;
  readonly text: string;
}

/** What a bar shows of a location that tells of its progress. */
const progressKeys: readonly string[] = ['progress', 'date', 'duration'];

/**
 * A location in words: names as one writes them, texts without quotation marks, yes and no. Nothing that is `null`, and no progress, which has
 * a bar.
 */
export function locationWords(location: Json): readonly LocationWord[] {
  const shown = progressAt(location, 0) === null ? [] : progressKeys;
  return locationRows(location)
    .filter(({ kind, path }) => kind !== 'null' && !shown.includes(path))
    .map(({ path, depth, key, text, unit, kind }) => ({
      path,
      depth,
      label: labelOf(key),
      text: `${valueOf(text, kind)}${unit === '' ? '' : ` ${unit}`}`,
    }));
}

function labelOf(key: string): string {
  if (/^\d+$/.test(key)) return `Number ${Number(key) + 1}`;
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueOf(text: string, kind: string): string {
  if (kind === 'string') return JSON.parse(text) as string;
  if (kind === 'boolean') return text === 'true' ? 'yes' : 'no';
  return text;
}
