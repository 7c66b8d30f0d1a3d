import { benchNamed, defaultBench } from '../../model/benches/index.js';
import { normalText } from '../../model/text-edit.js';
import type { TextStore } from './text-store.js';
import type { Example, Texts } from './texts.js';

/** What is stored of a person's work: the texts, and the example that they started from. */
export interface StoredWork {
  readonly texts: Texts;
  readonly example: Example;
  /** The name of the bench that was chosen. */
  readonly bench: string;
}

/** The form of what is stored; another form has another number. */
const version = 1;

export function workToText({ texts, example, bench }: StoredWork): string {
  return JSON.stringify({ version, texts, example, bench });
}

/** Reads what `workToText` wrote; `null` for anything else, whoever wrote it. */
export function workFromText(value: string): StoredWork | null {
  try {
    const work: unknown = JSON.parse(value);
    if (!isObject(work) || work['version'] !== version || !isObject(work['example'])) return null;
    const { id, title } = work['example'];
    const texts = textsOf(work['texts']);
    const base = textsOf(work['example']['texts']);
    if (!texts || !base || typeof id !== 'string' || typeof title !== 'string') return null;
    const ofExample = benchOf(work['example']['bench']);
    return { texts, example: { id, title, texts: base, bench: ofExample }, bench: benchOf(work['bench'] ?? ofExample) };
  } catch {
    return null;
  }
}

/** What is stored; what is there but cannot be read is put aside. */
export function readWork(store: TextStore): StoredWork | null {
  const value = store.read();
  if (value === null) return null;
  const work = workFromText(value);
  if (!work) store.setAside(value);
  return work;
}

/** Work that was stored before there were several benches, or with one that there is no more, is for the default one. */
function benchOf(value: unknown): string {
  return (typeof value === 'string' ? benchNamed(value) : null)?.name ?? defaultBench.name;
}

function textsOf(value: unknown): Texts | null {
  if (!isObject(value)) return null;
  // Work that was stored before there were protocols and benches has none.
  const { process, data, protocol = '', bench = '' } = value;
  return typeof process === 'string' && typeof data === 'string' && typeof protocol === 'string' && typeof bench === 'string'
    ? { process: normalText(process), data: normalText(data), protocol: normalText(protocol), bench: normalText(bench) }
    : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
