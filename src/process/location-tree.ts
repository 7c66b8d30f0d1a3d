import type { Json } from '../../model/json.js';
import { unitText } from '../../model/unit-text.js';

/** One line of a location: a key with its value, or the head of a nested part. */
export interface LocationRow {
  /** Unique in the tree: `steps.0.name`. */
  readonly path: string;
  readonly depth: number;
  readonly key: string;
  readonly text: string;
  readonly unit: string;
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'nested' | 'more';
}

const mostRows = 200;

/** A location as lines to read. Long ones are cut with a line that says how much is missing. */
export function locationRows(location: Json): readonly LocationRow[] {
  const rows: LocationRow[] = [];
  add(rows, '', '', location, 0);
  if (rows.length <= mostRows) return rows;
  const more: LocationRow = { path: '…', depth: 0, key: '', text: `… and ${rows.length - mostRows} more lines`, unit: '', kind: 'more' };
  return [...rows.slice(0, mostRows), more];
}

function add(rows: LocationRow[], path: string, key: string, value: Json, depth: number): void {
  const quantity = quantityOf(value);
  if (quantity) {
    rows.push({ path, depth, key, text: shortNumber(quantity.value), unit: unitText(quantity.unit), kind: 'number' });
    return;
  }
  if (value === null || typeof value !== 'object') {
    const kind = value === null ? 'null' : typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
    rows.push({ path, depth, key, text: typeof value === 'number' ? shortNumber(value) : JSON.stringify(value), unit: '', kind });
    return;
  }
  const entries: readonly (readonly [string, Json])[] = Object.entries(value);
  const root = path === '' && key === '';
  if (!root || entries.length === 0) {
    const text = entries.length > 0 ? '' : Array.isArray(value) ? '[]' : '{}';
    rows.push({ path, depth, key, text, unit: '', kind: 'nested' });
  }
  for (const [name, item] of entries) add(rows, path === '' ? name : `${path}.${name}`, name, item, root ? 0 : depth + 1);
}

/** At most six digits: the JSON shows them all. Whole numbers stay whole. */
function shortNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

/** A number that travels with its unit. */
function quantityOf(value: Json): { readonly value: number; readonly unit: string } | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return null;
  if (!('value' in value) || !('unit' in value)) return null;
  const { value: number, unit } = value;
  return typeof number === 'number' && typeof unit === 'string' ? { value: number, unit } : null;
}
