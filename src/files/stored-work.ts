import { benchNamed, defaultBench } from '../../model/benches/index.js';
import { normalText } from '../../model/text-edit.js';
import type { OpenWork, ProjectRef } from '../../model/project.js';
import type { Texts } from '../../model/texts.js';
import type { TextStore } from './text-store.js';

/** The form of what is stored; another form has another number. */
const version = 1;

export function workToText({ texts, example, bench, seed, project }: OpenWork): string {
  return JSON.stringify({ version, texts, example, bench, seed, project });
}

/** Reads what `workToText` wrote; `null` for anything else, whoever wrote it. */
export function workFromText(value: string): OpenWork | null {
  try {
    const work: unknown = JSON.parse(value);
    if (!isObject(work) || work['version'] !== version || !isObject(work['example'])) return null;
    const { id, title } = work['example'];
    const texts = textsOf(work['texts']);
    const base = textsOf(work['example']['texts']);
    if (!texts || !base || typeof id !== 'string' || typeof title !== 'string') return null;
    const ofExample = benchOf(work['example']['bench']);
    const bench = benchOf(work['bench'] ?? ofExample);
    return {
      texts,
      example: { id, title, texts: base, bench: ofExample },
      bench,
      seed: seedOf(work['seed']),
      project: refOf(work['project']),
    };
  } catch {
    return null;
  }
}

/** What is stored; what is there but cannot be read is put aside. */
export function readWork(store: TextStore): OpenWork | null {
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

/** Work that was stored before the seed was kept with it has the first one. */
function seedOf(value: unknown): number {
  return Number.isSafeInteger(value) ? Number(value) : 1;
}

/** Work that was stored before there were projects is in none. */
function refOf(value: unknown): ProjectRef | null {
  if (!isObject(value)) return null;
  const { id, revision, edited } = value;
  return typeof id === 'string' && Number.isSafeInteger(revision) ? { id, revision: Number(revision), edited: edited !== false } : null;
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
