import { type Project, sameContent, type Version, type Work } from '../../model/project.js';
import type { Example } from '../../model/texts.js';
import { saveFile } from '../ui/save-file.js';
import { Keeping, type KeepingOptions, type WorkPort } from './Keeping.js';
import { cleanName, freeName } from './names.js';
import type { WholeProject } from './project-store.js';
import { randomId } from './random-id.js';
import { Shelf } from './Shelf.svelte.js';

/** What the dialog shows. */
export type ProjectsView =
  { readonly type: 'list' } | { readonly type: 'history'; readonly project: Project; readonly versions: readonly Version[] };

/** What came of something that was done with a project, and how to take it back. */
export interface ProjectsNote {
  readonly text: string;
  readonly undo: (() => void) | null;
}

export interface ProjectsOptions extends KeepingOptions {
  /** What a new project begins with. */
  readonly starter: Example;
  /** Which version of the playground this is. */
  readonly app: string;
  readonly shelf?: Shelf;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly save?: (name: string, content: BlobPart, type: string) => void;
}

/** What of a local file decides: the browser's `File` is one. */
export interface LocalArchive {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The projects of a person: how they are shown, and what can be done with them. */
export class Projects {
  readonly shelf: Shelf;
  /** Keeps the work that is open. */
  readonly keeping: Keeping;
  readonly #port: WorkPort;
  readonly #starter: Example;
  readonly #app: string;
  readonly #clock: () => number;
  readonly #save: (name: string, content: BlobPart, type: string) => void;
  #view = $state.raw<ProjectsView | null>(null);
  #note = $state.raw<ProjectsNote | null>(null);

  constructor(port: WorkPort, { starter, app, shelf = new Shelf(), clock = Date.now, save = saveFile, ...keeping }: ProjectsOptions) {
    this.shelf = shelf;
    this.keeping = new Keeping(shelf, port, keeping);
    this.#port = port;
    this.#starter = starter;
    this.#app = app;
    this.#clock = clock;
    this.#save = save;
  }

  /** What the dialog shows; `null`: it is closed. */
  get view(): ProjectsView | null {
    return this.#view;
  }

  get note(): ProjectsNote | null {
    return this.#note;
  }

  /** The project that is open; `null`: nothing was written yet. */
  get current(): Project | null {
    return this.shelf.find(this.#port.work.project?.id);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#clock();
  }

  /** Shows the list. What is being written is in it. */
  show(): void {
    this.keeping.flush();
    this.#note = null;
    this.#view = { type: 'list' };
    void this.shelf.open();
  }

  close(): void {
    this.#view = null;
  }

  open(project: Project): void {
    this.close();
    if (project.id === this.current?.id) return;
    this.#port.show({ ...contentOf(project), project: this.keeping.refOf(project) }, `Opened the project “${project.name}”.`);
  }

  /** Opens a new project, which begins with next to nothing. */
  async create(): Promise<void> {
    const { texts, bench = 'default' } = this.#starter;
    const project = await this.#add({ texts, example: this.#starter, bench, seed: 1 }, 'New project');
    if (project) this.open(project);
  }

  /** Gives a project another name. Returns what is wrong with it, in a sentence; `null`: nothing. */
  async rename({ id, name }: Project, text: string): Promise<string | null> {
    const wanted = cleanName(text);
    if (wanted === '') return 'A project needs a name.';
    if (wanted === name) return null;
    const result = await this.shelf.run((store) => store.rename(id, wanted));
    if (result === 'taken') return `Another project is called “${wanted}”.`;
    if (result === null) return this.shelf.problem ?? 'The project is not there any more.';
    this.#changed(result);
    this.#tell(`“${name}” is called “${wanted}” now.`);
    return null;
  }

  async duplicate(project: Project): Promise<void> {
    this.keeping.flush();
    // As it is once what is being written is in it.
    const newest = await this.shelf.run((store) => store.find(project.id));
    const copy = newest && (await this.#add(contentOf(newest), newest.name));
    if (copy) this.#tell(`“${copy.name}” is a copy of “${project.name}”.`);
  }

  /** Takes a project out; it comes back with *Undo*. If it is open, the example that it started from is opened in its place. */
  async remove(project: Project): Promise<void> {
    const wasOpen = project.id === this.current?.id;
    if (wasOpen) this.keeping.flush();
    const whole = await this.shelf.run((store) => store.remove(project.id));
    if (!whole) return this.#tell(this.shelf.problem ?? 'The project is not there any more.');
    this.shelf.forget(project.id);
    this.shelf.announce(project.id);
    if (wasOpen) {
      const { example } = project;
      this.keeping.abandon();
      this.#port.show({ ...contentOf(project), texts: example.texts, project: null }, '');
      this.#port.tell(`The project “${project.name}” was deleted. This is ${example.title}, which it started from.`);
    }
    this.#note = { text: `“${project.name}” was deleted.`, undo: () => void this.#bringBack(whole, wasOpen) };
  }

  /** Shows how a project once was. */
  async history(project: Project): Promise<void> {
    this.keeping.flush();
    const versions = await this.shelf.run((store) => store.versions(project.id));
    const newest = this.shelf.find(project.id);
    if (!versions || !newest) return this.#tell(this.shelf.problem ?? 'The project is not there any more.');
    this.#note = null;
    this.#view = { type: 'history', project: newest, versions };
  }

  /** Opens a project as it was in a version; how it is now is kept as one, and comes back with *Undo*. */
  async restore(project: Project, version: Version, told: string): Promise<void> {
    await this.shelf.run((store) => store.keep(project.id, project, 'replaced'));
    const isOpen = project.id === this.current?.id;
    const ref = isOpen ? this.#port.work.project : this.keeping.refOf(project);
    const { texts, bench, seed } = version;
    this.close();
    if (ref) this.#port.show({ texts, example: project.example, bench, seed, project: { ...ref, edited: true } }, told);
  }

  /** Saves projects with their versions as one file. */
  async export(projects: readonly Project[], name: string): Promise<void> {
    this.keeping.flush();
    const wholes = await this.shelf.run((store) =>
      Promise.all(
        projects.map(async (project) => ({
          project: (await store.find(project.id)) ?? project,
          versions: [...(await store.versions(project.id))].reverse(),
        })),
      ),
    );
    const parts = await loaded(() => Promise.all([import('./archive/archive.js'), import('./archive/zip.js')]));
    if (parts === null || wholes === null) return this.#tell(this.shelf.problem ?? `Nothing was exported. ${reload}`);
    const [{ archiveTexts, fileNameOf }, { zipTexts }] = parts;
    const file = `${fileNameOf(name)}.zip`;
    this.#save(file, zipTexts(archiveTexts(wholes, this.#app)), 'application/zip');
    this.#tell(`Exported ${countText(wholes.length)} as “${file}”.`);
  }

  /** Adds the projects of a file that was exported. What is there already stays as it is; what is wrong with the file is said in a sentence. */
  async import(local: LocalArchive): Promise<void> {
    const refuse = (why: string): void => this.#tell(`“${local.name}” was not imported: nothing was changed. ${why}`);
    const part = await loaded(() => import('./archive/open-archive.js'));
    if (part === null) return refuse(reload);
    const read = await part.openArchive(local);
    if (!read.ok) return refuse(read.message);
    const fresh = read.projects.filter(({ project }) => !this.#isThere(project));
    const added: Project[] = [];
    const renamed: string[] = [];
    for (const whole of fresh) {
      const project = await this.shelf.run((store) => store.add(whole));
      if (!project) return this.#tell(`${countText(added.length)} of ${fresh.length} imported. ${this.shelf.problem ?? ''}`);
      added.push(project);
      if (project.name !== whole.project.name)
        renamed.push(`There is a “${whole.project.name}” already: the one from the file is called “${project.name}”.`);
      this.#changed(project);
    }
    const same = read.projects.length - fresh.length;
    const rest = same === 0 ? '' : ` ${countText(same)} of the file ${same === 1 ? 'is' : 'are'} here already, just the same.`;
    this.#tell(`Imported ${countText(added.length)} from “${local.name}”.${rest} ${renamed.join(' ')}`.trimEnd());
  }

  #isThere(project: Project): boolean {
    const here = this.shelf.find(project.id);
    return here !== null && here.name === project.name && sameContent(here, project);
  }

  async #add(work: Work, name: string): Promise<Project | null> {
    const now = this.#clock();
    const project = { ...work, id: randomId(), name: freeName(name, this.shelf.names), created: now, changed: now, revision: 1 };
    const added = await this.shelf.run((store) => store.add({ project, versions: [] }));
    if (added) this.#changed(added);
    else this.#tell(this.shelf.problem ?? '');
    return added;
  }

  async #bringBack(whole: WholeProject, open: boolean): Promise<void> {
    const project = await this.shelf.run((store) => store.add(whole));
    if (!project) return this.#tell(this.shelf.problem ?? '');
    this.#changed(project);
    if (open) this.#port.show({ ...contentOf(project), project: this.keeping.refOf(project) }, `“${project.name}” is back.`);
    this.#tell(`“${project.name}” is back.`);
  }

  #changed(project: Project): void {
    this.shelf.know(project);
    this.shelf.announce(project.id);
  }

  #tell(text: string): void {
    this.#note = { text, undo: null };
  }
}

const reload = 'Is the network there? Then load the page again: your projects are kept.';
const contentOf = ({ texts, example, bench, seed }: Work): Work => ({ texts, example, bench, seed });
const countText = (count: number): string => (count === 1 ? '1 project' : `${count} projects`);

/** A part of the page that is loaded when it is wanted; `null`: it did not come. */
async function loaded<Part>(part: () => Promise<Part>): Promise<Part | null> {
  try {
    return await part();
  } catch {
    return null;
  }
}
