import { tick } from 'svelte';
import type { Place, Range } from '../../model/place.js';
import { offsetAt, positionAt } from '../../model/text-edit.js';
import { nextTask } from '../ui/after-paint.js';
import { Busy } from './busy.js';
import { type EditorHost, type EditorPort, type FileId, files } from './editor-port.js';
import type { FullEditor, FullEditorOptions, HandOver } from './full-editor.js';
import type { FirstWork } from './light/first-editor.js';
import { LightText } from './light/LightText.svelte.js';
import { problemCount, type Problem, type TypeCheck, typesText } from './problems.js';

/** Loads the full editor; by default the real one, which is not part of the first load of the page. */
export type FullEditorLoader = () => Promise<(options: FullEditorOptions) => FullEditor>;

const loadMonaco: FullEditorLoader = async () => {
  const { openMonaco, warmUp } = await import('./monaco.js');
  // To read its code in, to make what every editor needs, and to make an editor are three tasks, so that a key in between is heard.
  await nextTask();
  warmUp();
  await nextTask();
  return openMonaco;
};

/** What the light editor can do when it is on the screen. */
export interface LightView {
  /** Puts the focus into the text, with the cursor in sight. */
  focus(): void;
  /** Puts the beginning of the text in sight. */
  begin(): void;
  readonly focused: boolean;
}

/** One view of the texts: first the light editor, then, once it has loaded and nobody is typing, Monaco in its place. */
export class EditorSession implements EditorHost {
  readonly port: EditorPort;
  readonly light: Readonly<Record<FileId, LightText>>;
  readonly busy: Busy;
  readonly #load: FullEditorLoader;
  #full = $state.raw<FullEditor | null>(null);
  #fullCursor = $state.raw({ line: 1, column: 1 });
  #found = $state.raw<readonly Problem[]>([]);
  #types = $state.raw<TypeCheck>('waiting');
  #inSight = $state.raw(true);
  #message = $state.raw<string | null>(null);
  #lightView: LightView | null = null;
  #loading: Promise<FullEditor | null> | null = null;
  #settle: () => void = () => {};
  /** Resolves once it is clear which editor it will be: the full one has taken over, cannot be had, or is not wanted. */
  readonly settled = new Promise<void>((resolve) => (this.#settle = resolve));

  constructor(port: EditorPort, load: FullEditorLoader = loadMonaco, busy: Busy = new Busy()) {
    this.port = port;
    this.busy = busy;
    this.#load = load;
    const light = (file: FileId): LightText =>
      new LightText(
        file,
        () => port.text(file),
        (text, { at, removed, inserted }) => port.edited(file, text, [{ at, removed: removed.length, inserted: inserted.length }]),
        () => performance.now(),
      );
    this.light = { process: light('process'), data: light('data'), protocol: light('protocol'), bench: light('bench') };
  }

  /** The full editor, once it has taken over. */
  get full(): FullEditor | null {
    return this.#full;
  }

  /** Problems that the editor itself has found: types, mostly. */
  get found(): readonly Problem[] {
    return this.#found;
  }

  get types(): TypeCheck {
    return this.#types;
  }

  /** Whether the line at which the process waits can be seen; true when it waits nowhere. */
  get inSight(): boolean {
    return this.#inSight;
  }

  sight(inSight: boolean): void {
    this.#inSight = inSight;
  }

  /** Asks for a file of the computer; set by what can ask, while it is there. */
  chooseFile: (() => void) | null = null;
  /** Shows the texts as a link. */
  share: (() => void) | null = null;

  /** Something that could not be done, and why. */
  get message(): string | null {
    return this.#message;
  }

  dismiss(): void {
    this.#message = null;
  }

  get cursor(): { readonly line: number; readonly column: number } {
    if (this.#full) return this.#fullCursor;
    const { text, selection } = this.light[this.port.active];
    return positionAt(text, selection.end);
  }

  /** For the status bar: `TypeScript · types OK`. */
  get summary(): string {
    const language = files.find(({ id }) => id === this.port.active)?.language ?? '';
    return this.port.active === 'process' ? `${language} · ${typesText(problemCount(this.#found, 'process'), this.#types)}` : language;
  }

  /** Goes on with what was done in the first editor, before the page was there. */
  adopt({ text, selection, scroll, focused }: FirstWork): void {
    const light = this.light.process;
    light.selection = { start: 0, end: 0 };
    light.typed(text, selection);
    light.scroll = scroll;
    if (focused) this.focus();
  }

  /** The light editor is here to stay: types are not checked. */
  stayLight(): void {
    this.#types = 'off';
    this.#settle();
  }

  showLight(view: LightView): () => void {
    this.#lightView = view;
    return () => {
      if (this.#lightView === view) this.#lightView = null;
    };
  }

  /** Loads the full editor and lets it take over in `host`, at a moment when nobody is typing. Settles always; `null` if it cannot be loaded. */
  takeOver(host: HTMLElement, describedBy: string): Promise<FullEditor | null> {
    this.#loading ??= this.#open(host, describedBy)
      .catch(() => {
        this.#types = 'unavailable';
        this.#loading = null;
        return null;
      })
      .finally(() => this.#settle());
    return this.#loading;
  }

  /** Takes everything down; the texts stay. */
  close(): void {
    this.#full?.dispose();
    this.#full = null;
    this.#loading = null;
  }

  replace(file: FileId, text: string): void {
    if (this.#full) this.#full.replace(file, text);
    else this.light[file].replace(text);
  }

  reveal(place: Place | Range): void {
    if (!this.#full) {
      const start = offsetAt(this.port.text(place.file), place.line, place.column);
      this.light[place.file].selection = { start, end: start };
    }
    // What was hidden until now is on the screen after the next update of the page.
    void tick().then(() => (this.#full ? this.#full.reveal(place) : this.#lightView?.focus()));
  }

  begin(file: FileId): void {
    if (!this.#full) this.light[file].selection = { start: 0, end: 0 };
    void tick().then(() => (this.#full ? this.#full.begin(file) : this.#lightView?.begin()));
  }

  focus(): void {
    void tick().then(() => (this.#full ? this.#full.focus() : this.#lightView?.focus()));
  }

  undo(): void {
    if (this.#full) this.#full.undo();
    else this.light[this.port.active].undo();
  }

  redo(): void {
    if (this.#full) this.#full.redo();
    else this.light[this.port.active].redo();
  }

  /** The formatter of TypeScript comes with the full editor. */
  get canFormat(): boolean {
    return this.port.active !== 'process' || this.#types !== 'off';
  }

  /** Formats the text in front, as one edit that can be undone. TypeScript waits for the full editor, which brings the formatter. */
  async format(): Promise<void> {
    const file = this.port.active;
    const full = this.#full ?? (file === 'process' ? await this.#loading : null);
    if (full) return full.format();
    if (file === 'process') {
      this.#message = 'The code was not formatted: the formatter comes with the full editor, which is not there.';
      return;
    }
    const { formatYaml } = await import('./format-yaml.js');
    const result = formatYaml(this.port.text(file));
    if (result.ok) this.port.replace(file, result.text);
    else this.#message = result.message;
  }

  async #open(host: HTMLElement, describedBy: string): Promise<FullEditor> {
    this.#types = 'waiting';
    const open = await this.#load();
    await this.busy.quiet(() => !Object.values(this.light).some((text) => text.composing));
    // From here to the end nothing waits, so that no key can come in between: the browser delivers it to whoever then has the focus.
    const full = open({
      host,
      describedBy,
      texts: {
        process: handOver(this.light.process),
        data: handOver(this.light.data),
        protocol: handOver(this.light.protocol),
        bench: handOver(this.light.bench),
      },
      active: this.port.active,
      focused: this.#lightView?.focused ?? false,
      edited: (file, text, changes) => this.port.edited(file, text, changes),
      cursor: (line, column) => (this.#fullCursor = { line, column }),
      found: (problems, checked) => {
        this.#found = problems;
        if (checked) this.#types = 'checked';
      },
      inSight: (inSight) => this.sight(inSight),
      failed: (message) => (this.#message = message),
      quiet: (also) => this.busy.quiet(also),
    });
    this.#full = full;
    return full;
  }
}

function handOver({ text, history, selection, scroll }: LightText): HandOver {
  return { text, base: history.base(text), done: history.done, undone: history.undone, selection, scroll };
}
