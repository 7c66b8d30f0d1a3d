import * as v from 'valibot';
import { normalText } from '../../../model/text-edit.js';
import { type FileId, fileNames, type Texts } from '../../../model/texts.js';
import { bench, identity, longestText, name, reason, seed, time, title } from '../project-schema.js';
import type { WholeProject } from '../project-store.js';
import { archiveFormat, archiveVersion, manifestPath } from './archive.js';
import { mostVersions } from '../thin.js';

export type ReadArchive =
  | { readonly ok: true; readonly projects: readonly WholeProject[] }
  /** What is wrong with it and what to do, in a sentence. */
  | { readonly ok: false; readonly message: string };

/** How many projects one archive has at most. */
const mostProjects = 2000;

const folder = v.pipe(v.string(), v.maxLength(200));
const manifestSchema = v.object({
  projects: v.pipe(
    v.array(
      v.object({
        ...{ folder, id: identity, name, created: time, changed: time, bench, seed },
        example: v.object({ id: title, title, bench }),
        versions: v.pipe(v.array(v.object({ folder, at: time, reason, bench, seed })), v.maxLength(mostVersions)),
      }),
    ),
    v.maxLength(mostProjects),
  ),
});
const headSchema = v.object({ format: v.literal(archiveFormat), version: v.number() });

class Refused extends Error {}

/** Reads the texts of an archive, by their paths. Never throws, and takes all of it or nothing. */
export function readArchive(texts: ReadonlyMap<string, string>): ReadArchive {
  const refuse = (message: string): ReadArchive => ({ ok: false, message });
  const manifest = json(texts.get(manifestPath));
  const head = v.safeParse(headSchema, manifest);
  if (!head.success) return refuse('It does not hold projects of this page. “Export” makes a file that does.');
  if (head.output.version > archiveVersion) {
    return refuse('It was made by a newer version of this page. Load this page again to get that version.');
  }
  const read = v.safeParse(manifestSchema, manifest);
  if (!read.success) return refuse(`It is damaged: ${manifestPath} does not say what it has to.`);
  try {
    const projects = read.output.projects.map(({ folder, versions, example, ...rest }): WholeProject => {
      const project = {
        ...rest,
        revision: 1,
        texts: textsIn(texts, folder),
        example: { ...example, texts: textsIn(texts, `${folder}/start`) },
      };
      return {
        project,
        versions: versions.map(({ folder: place, ...version }) => ({ ...version, texts: textsIn(texts, `${folder}/${place}`) })),
      };
    });
    return { ok: true, projects };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.message);
    throw error;
  }
}

function textsIn(texts: ReadonlyMap<string, string>, folder: string): Texts {
  const text = (file: FileId): string => {
    const path = `${folder}/${fileNames[file]}`;
    const found = texts.get(path);
    if (found === undefined && file === 'process') throw new Refused(`It is damaged: ${path} is missing in it.`);
    if (found?.includes('\0') === true) throw new Refused(`${path} in it does not hold text.`);
    if (found !== undefined && found.length > longestText) {
      throw new Refused(`${path} in it has more than ${longestText.toLocaleString('en')} characters, and that cannot be edited here.`);
    }
    return normalText(found ?? '');
  };
  return { process: text('process'), data: text('data'), protocol: text('protocol'), bench: text('bench') };
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
