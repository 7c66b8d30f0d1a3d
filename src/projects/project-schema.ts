import * as v from 'valibot';
import { benchNamed, defaultBench } from '../../model/benches/index.js';
import type { Project, Version } from '../../model/project.js';
import { normalText } from '../../model/text-edit.js';
import type { Texts } from '../../model/texts.js';
import { cleanName } from './names.js';
import type { Draft } from './project-store.js';

/** The longest text of a project, in characters: as long as the largest local file that is opened. */
export const longestText = 1_000_000;

const text = v.pipe(v.string(), v.maxLength(longestText), v.transform(normalText));
/** A bench that there is no more is the default one. */
export const bench = v.pipe(
  v.optional(v.string(), defaultBench.name),
  v.transform((name) => benchNamed(name)?.name ?? defaultBench.name),
);
const texts: v.GenericSchema<unknown, Texts> = v.object({
  process: text,
  data: text,
  protocol: v.optional(text, ''),
  bench: v.optional(text, ''),
});
/** Milliseconds since 1970. */
export const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
export const seed = v.optional(v.pipe(v.number(), v.safeInteger()), 1);
export const title = v.pipe(v.string(), v.maxLength(200));
export const name = v.pipe(
  v.string(),
  v.transform(cleanName),
  v.check((text) => text !== ''),
);
export const reason = v.picklist(['run', 'replaced', 'edits']);
export const identity = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const example = v.object({ id: title, title, texts, bench });

const projectSchema = v.object({
  id: identity,
  name,
  texts,
  example,
  bench,
  seed,
  created: time,
  changed: time,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
const versionSchema = v.object({ at: time, reason, texts, bench, seed });

const draftSchema = v.object({
  id: identity,
  name,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  work: v.object({ texts, example, bench, seed }),
});

/** A project as it stands in the storage of the browser; `null`: whatever is there, it is none. */
export function readProject(value: unknown): Project | null {
  const { success, output } = v.safeParse(projectSchema, value);
  return success ? output : null;
}

/** The same for a version. */
export function readVersion(value: unknown): Version | null {
  const { success, output } = v.safeParse(versionSchema, value);
  return success ? output : null;
}

/** The same for a work that has not reached the store yet. */
export function readDraft(value: unknown): Draft | null {
  const { success, output } = v.safeParse(draftSchema, value);
  return success ? output : null;
}
