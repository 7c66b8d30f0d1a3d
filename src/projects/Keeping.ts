import {
  isUntouched,
  type OpenWork,
  type Project,
  type ProjectRef,
  sameContent,
  type VersionReason,
  type Work,
} from '../../model/project.js';
import type { Example } from '../../model/texts.js';
import { freeName } from './names.js';
import { browserOutbox, type Outbox } from './outbox.js';
import type { Draft, ProjectStore } from './project-store.js';
import { randomId } from './random-id.js';
import type { Shelf } from './Shelf.svelte.js';

/** The work that is open, and where a person is told of it. */
export interface WorkPort {
  readonly work: OpenWork;
  /** Where the open work is kept from now on. */
  keptAs(project: ProjectRef | null): void;
  /** Shows another work; what was there before comes back with *Undo*. */
  show(work: OpenWork, message: string): void;
  tell(message: string): void;
  offer(message: string, actions: Readonly<Record<string, () => void>>): void;
}

/** Calls back once after so many milliseconds; returns how to call it off. */
export type Delay = (milliseconds: number, callback: () => void) => () => void;

export interface KeepingOptions {
  readonly delay: Delay;
  readonly outbox?: Outbox;
  readonly newId?: () => string;
}

/** How long edits wait to be kept, in milliseconds. The local storage has them sooner. */
export const keepDelay = 1000;

/** What was written from one state of a project on: the state that the next writing goes on from. It parts from the project when another tab has written. */
interface Line {
  id: string;
  revision: number;
}

/** Keeps the work that is open as a project, from the first letter on, and sees to it that no other tab's writing is lost by that. */
export class Keeping {
  readonly #shelf: Shelf;
  readonly #port: WorkPort;
  readonly #outbox: Outbox;
  readonly #newId: () => string;
  readonly #delay: Delay;
  /** By the id that the work has it under. */
  readonly #lines = new Map<string, Line>();
  #callOff: (() => void) | null = null;
  /** The project whose change in another tab a person was told of. */
  #toldOf: string | null = null;

  constructor(shelf: Shelf, port: WorkPort, { delay, outbox = browserOutbox, newId = randomId }: KeepingOptions) {
    this.#shelf = shelf;
    this.#port = port;
    this.#outbox = outbox;
    this.#newId = newId;
    this.#delay = delay;
  }

  get keeps(): boolean {
    return this.#shelf.problem === null;
  }

  /** Opens the shelf, and goes on with what the page has shown since before. Settles always. */
  async start(): Promise<void> {
    await this.#shelf.open();
    if (!this.#shelf.isOpen) return;
    const left = this.#outbox.read();
    if (left.length > 0) await this.#sendLeft(left);
    this.#goOn();
  }

  /** Hears of other tabs until the function that is returned is called. */
  follow(): () => void {
    const flush = (): void => this.flush();
    addEventListener('pagehide', flush);
    const stop = this.#shelf.listen((id, project) => this.#heard(id, project));
    return () => {
      stop();
      removeEventListener('pagehide', flush);
    };
  }

  changed(): void {
    this.#callOff ??= this.#delay(keepDelay, () => this.flush());
  }

  /** Keeps what is not kept yet of the open work. */
  flush(): void {
    this.#callOff?.();
    this.#callOff = null;
    const work = this.#adopted();
    if (work?.project?.edited === true) void this.#save(work, this.#lineOf(work.project));
  }

  mark(reason: VersionReason): void {
    this.flush();
    const { work } = this.#port;
    if (work.project === null) return;
    const line = this.#lineOf(work.project);
    void this.#shelf.run((store) => store.keep(line.id, work, reason));
  }

  leave(): { readonly told: string; readonly project: ProjectRef } | null {
    const work = this.#adopted();
    if (work === null || work.project === null) return null;
    const { problem, isOpen } = this.#shelf;
    if (problem !== null) return { told: problem, project: work.project };
    const line = this.#lineOf(work.project);
    this.#callOff?.();
    this.#callOff = null;
    if (work.project.edited) void this.#save(work, line, this.#outbox.put(this.#draftOf(work, line)));
    else if (this.#shelf.find(line.id) === null) return null;
    const kept = isOpen ? `the project “${this.#nameOf(work, line)}”` : 'a project';
    return { told: `What you wrote is kept as ${kept}.`, project: work.project };
  }

  /** The open work is not to be kept any more: its project was deleted. */
  abandon(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#port.keptAs({ id: this.#newId(), revision: 0, edited: false });
  }

  own(example: Example): OpenWork | null {
    if (!example.id.startsWith('lesson:')) return null;
    const { work } = this.#port;
    if (work.project !== null && work.example.id === example.id) return work;
    const project = this.#shelf.list.find((one) => one.example.id === example.id);
    return project === undefined ? null : { ...project, example, project: this.refOf(project) };
  }

  /** For a project that is about to be shown as it is kept: what is written there goes on from that state. */
  refOf({ id, revision }: Project): ProjectRef {
    const { project } = this.#port.work;
    const line = project === null ? null : this.#lineOf(project);
    this.#lines.set(id, { id, revision });
    this.#toldOf = null;
    if (project?.edited === true && line?.id === id) {
      // What is being written on an earlier state of it goes its own way.
      const own = this.#newId();
      this.#lines.set(own, line);
      this.#port.keptAs({ id: own, revision: line.revision, edited: true });
    }
    return { id, revision, edited: false };
  }

  /** The open work, in a project of its own as soon as there is something of a person's own in it; `null`: there is not. */
  #adopted(): OpenWork | null {
    const { work } = this.#port;
    if (work.project === null) {
      if (isUntouched(work)) return null;
      this.#port.keptAs({ id: this.#newId(), revision: 0, edited: true });
    }
    return this.#port.work;
  }

  #lineOf(ref: ProjectRef): Line {
    const line = this.#lines.get(ref.id) ?? { id: ref.id, revision: ref.revision };
    this.#lines.set(ref.id, line);
    return line;
  }

  #nameOf(work: Work, { id }: Line): string {
    return this.#shelf.find(id)?.name ?? freeName(work.example.title, this.#shelf.names);
  }

  #draftOf(work: Work, line: Line): Draft {
    return { ...line, name: this.#nameOf(work, line), work: contentOf(work) };
  }

  #isOn(line: Line): boolean {
    const { project } = this.#port.work;
    return project !== null && this.#lines.get(project.id) === line;
  }

  #save(work: Work, line: Line, sent: () => void = () => {}): Promise<unknown> {
    return this.#shelf.run(async (store) => {
      const result = await store.save(this.#draftOf(work, line));
      if (result.type === 'saved') this.#saved(result.project, line);
      else if (result.type === 'conflict' && sameContent(result.theirs, work)) this.#saved(result.theirs, line);
      else await this.#part(store, work, line, result.type === 'conflict' ? result.theirs : null);
      sent();
    });
  }

  #saved(project: Project, line: Line): void {
    const changed = line.id !== project.id || line.revision !== project.revision;
    const on = this.#isOn(line);
    line.id = project.id;
    line.revision = project.revision;
    this.#lines.set(project.id, line);
    this.#shelf.know(project);
    if (changed) this.#shelf.announce(project.id);
    const { work } = this.#port;
    if (on) this.#port.keptAs({ id: project.id, revision: project.revision, edited: !sameContent(work, project) });
  }

  /** Another tab has written, or deleted, what this text goes on from: from here on it is a project of its own. `theirs`: `null`, if it is gone. */
  async #part(store: ProjectStore, work: Work, line: Line, theirs: Project | null): Promise<void> {
    const on = this.#isOn(line);
    const name = theirs?.name ?? work.example.title;
    const result = await store.save({ id: this.#newId(), revision: 0, name, work: contentOf(work) });
    if (result.type !== 'saved') return;
    this.#saved(result.project, line);
    const own = `“${result.project.name}”`;
    if (theirs === null) return this.#port.tell(`The project was deleted in another tab: what you wrote is kept as ${own}.`);
    this.#shelf.know(theirs);
    if (!on) return this.#port.tell(`“${name}” was changed in another tab as well: what you wrote here is kept as ${own}.`);
    this.#port.offer(`“${name}” was changed in another tab as well. What is written here is kept as ${own}.`, {
      'Show the other one': () => void this.#shelf.run(async (again) => this.#showNewest(await again.find(theirs.id))),
    });
  }

  #showNewest(project: Project | null): void {
    if (project === null) return this.#port.tell('That project was deleted.');
    this.#port.show({ ...contentOf(project), project: this.refOf(project) }, `Opened the project “${project.name}”.`);
  }

  /** What became of a project in another tab. */
  #heard(id: string, project: Project | null): void {
    const { work } = this.#port;
    if (work.project === null) return;
    const line = this.#lineOf(work.project);
    if (line.id !== id || line.revision === project?.revision) return;
    // Its next letter finds it gone, or changed, and makes it a project of its own.
    if (project === null)
      return this.#port.tell('This project was deleted in another tab. As soon as you change it here it is kept again.');
    if (sameContent(project, work)) return this.#port.keptAs(this.refOf(project));
    if (work.project.edited) return this.flush();
    if (this.#toldOf === id) return;
    this.#toldOf = id;
    this.#port.offer(`“${project.name}” was changed in another tab.`, {
      'Show that text': () => void this.#shelf.run(async (store) => this.#showNewest(await store.find(id))),
      'Keep both': () => void this.#shelf.run((store) => this.#part(store, this.#port.work, line, project)),
    });
  }

  async #sendLeft(left: readonly unknown[]): Promise<void> {
    const { readDraft } = await import('./project-schema.js');
    for (const one of left) {
      const draft = readDraft(one);
      if (draft) await this.#save(draft.work, this.#lineOf({ ...draft, edited: true }), this.#outbox.put(draft));
    }
  }

  /** Goes on with the work that the page has shown since before the shelf was open. */
  #goOn(): void {
    const { work } = this.#port;
    const { project } = work;
    if (project === null) {
      const own = isUntouched(work) ? this.own(work.example) : null;
      if (own) this.#port.show(own, `${work.example.title} has what you wrote there.`);
      else this.changed();
      return;
    }
    const kept = this.#shelf.find(project.id);
    if (kept === null || project.edited) return this.changed();
    if (sameContent(kept, work)) this.#port.keptAs(this.refOf(kept));
    else
      this.#port.show(
        { ...contentOf(kept), project: this.refOf(kept) },
        `“${kept.name}” was changed in another tab: this is its newest text.`,
      );
  }
}

const contentOf = ({ texts, example, bench, seed }: Work): Work => ({ texts, example, bench, seed });
