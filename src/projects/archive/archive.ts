import type { Example, Texts } from '../../../model/texts.js';
import { fileIds, fileNames } from '../../../model/texts.js';
import type { WholeProject } from '../project-store.js';

/** What an archive of projects says of itself. */
export const archiveFormat = 'process-playground-projects';
/** The form of an archive; another form has another number. */
export const archiveVersion = 1;
/** The file that says what the others are. */
export const manifestPath = 'projects.json';

/**
 * Projects as files: for each a folder with its texts, what it started from in `start/`, its versions in `history/`; what is no text stands in
 * `projects.json`.
 *
 * @param app which version of the playground this is
 */
export function archiveTexts(projects: readonly WholeProject[], app: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const put = (folder: string, texts: Texts): void => {
    for (const id of fileIds) if (id === 'process' || texts[id] !== '') files.set(`${folder}/${fileNames[id]}`, texts[id]);
  };
  const folders = new Set<string>();
  const entries = projects.map(({ project, versions }) => {
    const folder = freeFolder(project.name, folders);
    put(folder, project.texts);
    put(`${folder}/start`, project.example.texts);
    versions.forEach(({ texts }, index) => put(`${folder}/history/${index + 1}`, texts));
    const { id, name, created, changed, bench, seed } = project;
    return {
      ...{ folder, id, name, created, changed, bench, seed, example: aboutOf(project.example) },
      versions: versions.map(({ at, reason, bench, seed }, index) => ({ folder: `history/${index + 1}`, at, reason, bench, seed })),
    };
  });
  const manifest = { format: archiveFormat, version: archiveVersion, app, projects: entries };
  return new Map([[manifestPath, `${JSON.stringify(manifest, null, 2)}\n`], ...files]);
}

const aboutOf = ({ id, title, bench }: Example) => ({ id, title, ...(bench === undefined ? {} : { bench }) });

/** Whether a file of a zip can be one of an archive: what other programs put beside it does not matter. */
export const isArchivePath = (path: string): boolean =>
  path === manifestPath || fileIds.some((id) => path.endsWith(`/${fileNames[id]}`) && !path.startsWith('__MACOSX/'));

/** A name for files and folders on any system. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  return plain === '' ? 'project' : plain;
}

function freeFolder(name: string, taken: Set<string>): string {
  const wanted = fileNameOf(name);
  let folder = wanted;
  for (let number = 2; taken.has(folder); number++) folder = `${wanted}-${number}`;
  taken.add(folder);
  return folder;
}
