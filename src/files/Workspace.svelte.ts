import { defaultBench } from '../../model/benches/index.js';
import { isUntouched, type OpenWork, type ProjectRef } from '../../model/project.js';
import { recordingFormat, sharedFormat } from '../../model/recording.js';
import type { Change } from '../../model/surviving-text.js';
import type { Place, Range } from '../../model/place.js';
import { editBetween, normalText } from '../../model/text-edit.js';
import { Autosave, browserDelay, type Delay, type SaveState, saveText } from './Autosave.svelte.js';
import { downloadText } from './download.js';
import { followBrowser } from './follow-browser.js';
import { isOfFormat, type LocalFile, readLocalFile } from './local-file.js';
import { type Notice, Notices } from './notices.svelte.js';
import { starter } from './starter.js';
import { readWork, workFromText, workToText } from './stored-work.js';
import { type PlaceNow, TextFile } from './TextFile.svelte.js';
import { type Example, type FileId, fileIds, fileNames, sameTexts, type Texts } from './texts.js';
import { browserTextStore, type TextStore } from './text-store.js';
import type { KeptWork, WorkKeeper } from './work-keeper.js';

/** What shows the texts and lets a person edit them: the owner of the text while it is there. */
export interface TextHost {
  /** Replaces a text as one edit that can be undone, and reports that edit like any other. */
  replace(file: FileId, text: string): void;
  /** Puts the cursor at a place of a text as it is now, in sight and with the focus. */
  reveal(place: Place | Range): void;
  /** Puts the cursor and what is in sight at the beginning of a text; the focus stays where it is. */
  begin(file: FileId): void;
}

export interface WorkspaceOptions {
  readonly example?: Example;
  readonly store?: TextStore;
  readonly delay?: Delay;
  /** Where *Save file* puts a text. */
  readonly download?: (name: string, text: string) => void;
}

const benchFor = ({ bench }: Example): string => bench ?? defaultBench.name;

/** A work that comes back: it may not be what is kept by now. */
const asEdited = (work: OpenWork): OpenWork => ({ ...work, project: work.project === null ? null : { ...work.project, edited: true } });

/** The texts of a person: what they are, which one is in front, where they are kept. Text comes in by `replace` and from the host. */
export class Workspace {
  readonly #files: Readonly<Record<FileId, TextFile>>;
  readonly #autosave: Autosave;
  readonly #store: TextStore;
  readonly #download: (name: string, text: string) => void;
  #example = $state.raw<Example>(starter);
  #bench = $state.raw(benchFor(starter));
  #active = $state.raw<FileId>('process');
  #names = $state.raw(fileNames);
  readonly #notices = new Notices();
  #benchChosen: (() => void) | null = null;
  #benchEdited: (() => void) | null = null;
  #recordingOpened: ((local: LocalFile) => Promise<void>) | null = null;
  #sharedOpened: ((local: LocalFile) => Promise<void>) | null = null;
  #host: TextHost | null = null;
  #keeper: WorkKeeper | null = null;
  #project = $state.raw<ProjectRef | null>(null);
  #seed = $state.raw(1);
  #replaced = $state(false);
  /** A place that was to be shown when nothing was there to show it. */
  #waiting: Place | Range | null = null;

  constructor({ example = starter, store = browserTextStore, delay = browserDelay, download = downloadText }: WorkspaceOptions = {}) {
    this.#store = store;
    this.#download = download;
    const work = readWork(store) ?? { example, texts: example.texts, bench: benchFor(example), seed: 1, project: null };
    this.#example = work.example;
    this.#bench = work.bench;
    this.#seed = work.seed;
    this.#project = work.project;
    const file = (id: FileId): TextFile => new TextFile(id, work.texts[id]);
    this.#files = { process: file('process'), data: file('data'), protocol: file('protocol'), bench: file('bench') };
    this.#autosave = new Autosave(store, () => workToText(this.work), delay);
  }

  get code(): string {
    return this.text('process');
  }

  get data(): string {
    return this.text('data');
  }

  /** Empty: the process runs alone. */
  get protocol(): string {
    return this.text('protocol');
  }

  text(file: FileId): string {
    return this.#files[file].text;
  }

  /** The text in front. */
  get active(): FileId {
    return this.#active;
  }

  activate(file: FileId): void {
    this.#active = file;
  }

  /** Whether the texts are others than those that were run, not a later version of them: places in these are nowhere to be shown. */
  get replaced(): boolean {
    return this.#replaced;
  }

  get example(): Example {
    return this.#example;
  }

  /** The name of the bench of the next run. */
  get bench(): string {
    return this.#bench;
  }

  /** The seed of the next run. */
  get seed(): number {
    return this.#seed;
  }

  set seed(seed: number) {
    this.#seed = seed;
    this.#changed();
  }

  chooseBench(name: string): void {
    if (this.text('bench') !== '') this.#keeper?.mark('replaced');
    const before = this.work;
    this.#setBench(name);
    this.#changed();
    if (before.texts.bench === '') return;
    this.replace('bench', '');
    if (this.#active === 'bench') this.#active = 'process';
    this.#benchChosen?.();
    this.#notices.offer('The bench of bench.yaml was put aside.', { Undo: () => this.#take(asEdited(before)) });
  }

  /** Has `chosen` told whenever another bench is chosen, by whatever means, and `edited` at every edit of the text of the bench. */
  onBench(chosen: () => void, edited: () => void): void {
    this.#benchChosen = chosen;
    this.#benchEdited = edited;
  }

  /** Has `opened` told when a file that is to be opened is the recording of a run. */
  onRecording(opened: (local: LocalFile) => Promise<void>): void {
    this.#recordingOpened = opened;
  }

  /** Has `opened` told when a file that is to be opened is what somebody shared. */
  onShared(opened: (local: LocalFile) => Promise<void>): void {
    this.#sharedOpened = opened;
  }

  /** Lets `keeper` keep works as projects beside the one that is open. */
  keepWith(keeper: WorkKeeper): void {
    this.#keeper = keeper;
  }

  /** Where the work that is open is kept from now on. */
  keptAs(project: ProjectRef | null): void {
    this.#project = project;
    this.#autosave.changed();
    this.flush();
  }

  /** What is open now. */
  get work(): OpenWork {
    return { texts: this.#texts, example: this.#example, bench: this.#bench, seed: this.#seed, project: this.#project };
  }

  /** Whether the texts are those of the example. */
  get untouched(): boolean {
    return isUntouched(this.work);
  }

  get saveState(): SaveState {
    return this.#autosave.state;
  }

  /** `Saved`, or why not. */
  get saved(): string {
    return saveText[this.#autosave.state];
  }

  get notice(): Notice | null {
    return this.#notices.newest;
  }

  /** Tells something about the texts that a person ought to know. */
  tell(message: string): void {
    this.#notices.tell(message);
  }

  /** The same, with what can be done about it. */
  offer(message: string, actions: Readonly<Record<string, () => void>>): void {
    this.#notices.offer(message, actions);
  }

  dismiss(): void {
    this.#notices.dismiss();
  }

  /** Lets a host own the texts until the function that is returned is called. */
  attach(host: TextHost): () => void {
    this.#host = host;
    const place = this.#waiting;
    this.#waiting = null;
    if (place) host.reveal(place);
    return () => {
      if (this.#host === host) this.#host = null;
    };
  }

  /** The host reports that a text was edited; `changes` in the order in which they were made. */
  edited(file: FileId, text: string, changes: readonly Change[]): void {
    this.#files[file].edited(text, changes);
    this.#changed();
    if (file === 'bench') this.#benchEdited?.();
  }

  /** The only way for a text to come in from elsewhere: one edit, which can be undone. */
  replace(file: FileId, text: string): void {
    const next = normalText(text);
    const edit = editBetween(this.text(file), next);
    if (!edit) return;
    if (this.#host) this.#host.replace(file, next);
    else this.edited(file, next, [{ at: edit.at, removed: edit.removed.length, inserted: edit.inserted.length }]);
  }

  /**
   * Starts from an example, or from what `message` tells of. What was written before stays as a project, and comes back with *Undo*; what
   * was written in a lesson before is shown again.
   */
  open(example: Example, message?: string): void {
    const own = this.#keeper?.own(example) ?? null;
    if (own === null) this.#show(this.#from(example), message ?? `Opened the example ${example.title}.`, message !== undefined);
    else if (own.project?.id !== this.#project?.id) this.show(own, `${message ?? `Opened ${example.title}.`} It has what you wrote there.`);
    this.#begin();
  }

  /** Shows a work that is kept, and tells `message`; what was there before comes back with *Undo*. */
  show(work: OpenWork, message: string): void {
    this.#show(work, message, true);
    this.#begin();
  }

  /** Goes back to the text of the example; what was written stays as a project, and comes back with *Undo*. */
  reset(message = `Went back to the example ${this.#example.title}.`): void {
    this.#show(this.#from(this.#example), message, false);
  }

  /** Opens a local file in place of the text of its kind. */
  async openFile(local: LocalFile): Promise<void> {
    if (this.#recordingOpened !== null && (await isOfFormat(local, recordingFormat))) return this.#recordingOpened(local);
    if (this.#sharedOpened !== null && (await isOfFormat(local, sharedFormat))) return this.#sharedOpened(local);
    const read = await readLocalFile(local);
    if (!read.ok) return this.tell(read.message);
    this.#keeper?.mark('replaced');
    const before = this.text(read.file);
    const name = this.#names[read.file];
    this.replace(read.file, read.text);
    this.#names = { ...this.#names, [read.file]: local.name };
    this.#active = read.file;
    this.#notices.offer(`Opened “${local.name}”.`, {
      Undo: () => {
        this.replace(read.file, before);
        this.#names = { ...this.#names, [read.file]: name };
      },
    });
  }

  /** Saves the text in front as a local file. */
  saveFile(): void {
    this.#download(this.#names[this.#active], this.text(this.#active));
  }

  /** Stores what is not stored yet, now. */
  flush(): void {
    this.#autosave.flush();
  }

  /** The texts as they are now are run, or looked at by the runtime: places that the runtime tells from now on are places in them. */
  mark(files: readonly FileId[] = fileIds): void {
    for (const file of files) this.#files[file].mark();
    if (!files.includes('process')) return;
    this.#replaced = false;
    this.#keeper?.mark('run');
  }

  /** Where a place in the texts that were run stands now. */
  now(place: Place | Range): PlaceNow {
    return this.#files[place.file].now(place);
  }

  /** Shows a place in the texts that were run, where it stands now, with the cursor on it. */
  reveal(place: Place | Range): void {
    const { range } = this.now(place);
    this.go({ file: range.file, line: range.line, column: range.column });
  }

  /** Shows a place in the texts as they are now, with the cursor on it. */
  go(place: Place): void {
    this.#active = place.file;
    if (this.#host) this.#host.reveal(place);
    else this.#waiting = place;
  }

  /** Follows the browser: stores before the page may go away, and hears of other tabs. Returns how to stop. */
  follow(): () => void {
    return followBrowser(
      this.#store,
      () => this.flush(),
      (value) => this.#heard(value),
    );
  }

  get #texts(): Texts {
    return { process: this.code, data: this.data, protocol: this.protocol, bench: this.text('bench') };
  }

  #from(example: Example): OpenWork {
    return { example, texts: example.texts, bench: benchFor(example), seed: this.#seed, project: null };
  }

  /** A text is read from its beginning, where it says what there is to try. */
  #begin(): void {
    this.#active = 'process';
    this.#host?.begin('process');
  }

  #changed(): void {
    if (this.#project?.edited === false) this.#project = { ...this.#project, edited: true };
    this.#autosave.changed();
    this.#keeper?.changed();
  }

  #show(next: OpenWork, message: string, told: boolean): void {
    const kept = this.#leaveFor(next.project);
    const before = this.work;
    const names = this.#names;
    const replaced = this.#replaced;
    this.#take(next);
    this.#names = fileNames;
    // Nothing to undo; what is not of an example of the page is told all the same.
    if (sameTexts(before.texts, next.texts) && before.bench === next.bench) return told ? this.tell(message) : undefined;
    this.#replaced = next.example.id !== before.example.id || replaced;
    this.#notices.offer(kept === null ? message : `${message} ${kept.told}`, {
      Undo: () => {
        this.#leaveFor(before.project);
        this.#take(asEdited(before));
        this.#replaced = replaced;
        this.#names = names;
      },
    });
  }

  /** What is open is about to be replaced: by another state of the same project, which keeps it as a version, or by something else. */
  #leaveFor(next: ProjectRef | null): KeptWork | null {
    if (next === null || next.id !== this.#project?.id) return this.#keeper?.leave() ?? null;
    this.#keeper?.mark('replaced');
    return null;
  }

  #take({ example, texts, bench, seed, project }: OpenWork): void {
    this.#example = example;
    for (const file of fileIds) this.replace(file, texts[file]);
    this.#setBench(bench);
    this.#seed = seed;
    // After the edits, which count as written.
    this.#project = project;
    this.#autosave.changed();
  }

  #setBench(name: string): void {
    if (name === this.#bench) return;
    this.#bench = name;
    this.#benchChosen?.();
  }

  /** Another tab has stored, and works are not kept as projects: the last to write wins, so a person must know. */
  #heard(value: string): void {
    if (this.#keeper?.keeps === true) return;
    const work = workFromText(value);
    if (!work || sameTexts(work.texts, this.#texts)) return;
    this.#notices.offer('The text was changed in another tab, and what was written last is kept.', {
      'Show that text': () => this.#take(work),
      'Keep this one': () => {
        this.#autosave.changed();
        this.flush();
      },
    });
  }
}
