import type { Json } from '../../model/json.js';
import { Quantity } from '../quantity/index.js';

const deepest = 100;

/** Data as plain JSON for traces and forms: a quantity becomes its text (`10 min`), what JSON does not have becomes text or null. Never raises. */
export function exportData(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Quantity) return value.toString();
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.map((item: unknown) => exportData(item, depth + 1));
  if (typeof value !== 'object') return value === undefined ? null : String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function');
  return Object.fromEntries(members.map(([key, member]) => [key, exportData(member, depth + 1)]));
}
