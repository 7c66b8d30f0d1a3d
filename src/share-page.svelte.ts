import { benchNamed, defaultBench } from '../model/benches/index.js';
import { writeAddress } from '../model/address.js';
import type { Shared, SharedRun } from '../model/files/link.js';
import type { ProcessSource } from '../model/protocol.js';
import type { Recording } from '../model/recording.js';
import { clockText } from '../model/time-text.js';
import type { LocalFile } from './files/local-file.js';
import type { Example, Texts } from './files/texts.js';
import type { Workspace } from './files/Workspace.svelte.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import type { ShareForm, ShareState } from './share/ShareForm.svelte.js';

/** What sharing needs of the rest of the page. */
export interface SharePort {
  /** Runs again what was done to the texts that stand in the editor. */
  replay(recording: Recording): void;
  /** The code is to be seen. */
  showCode(): void;
}

const reload = 'Is the network there? Then load the page again: your texts are kept.';
/** What was opened that came from somebody else, by the id of the example that it stands for. */
const sources: Readonly<Record<string, string>> = { link: 'This came from a link', shared: 'This came from a file' };
/** Of the texts that were shared, those that a person ought to look at twice. */
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/;

/** The state of the page as a link or a file, and what came as one from somebody else. */
export class SharePage {
  readonly #runtime: Runtime;
  readonly #workspace: Workspace;
  readonly #port: SharePort;
  #form = $state.raw<ShareForm | null>(null);
  /** What was opened last, as far as it is not in the texts. */
  #opened = $state.raw<{ readonly recording: Recording | null; readonly remarks: readonly string[] }>({ recording: null, remarks: [] });
  /** A person has decided about it. */
  #decided = $state(false);

  constructor(runtime: Runtime, workspace: Workspace, port: SharePort) {
    this.#runtime = runtime;
    this.#workspace = workspace;
    this.#port = port;
    workspace.onShared((local) => this.openFile(local));
  }

  /** What the dialog shows; `null`: it is closed. */
  get form(): ShareForm | null {
    return this.#form;
  }

  close(): void {
    this.#form = null;
  }

  /** What to tell about texts that came from somebody else, until a person has run, changed or accepted them; `null`: nothing. */
  get notice(): { readonly source: string; readonly remarks: readonly string[]; readonly replay: (() => void) | null } | null {
    const source = sources[this.#workspace.example.id];
    if (source === undefined || this.#decided || !this.#workspace.untouched) return null;
    const { recording, remarks } = this.#opened;
    return { source, remarks, replay: recording === null ? null : () => this.#replay(recording) };
  }

  /** A person has run the texts, or has read the notice about them. */
  decide(): void {
    this.#decided = true;
  }

  /** Shows the dialog with the state of the page as it is now. */
  async share(): Promise<void> {
    try {
      const [{ ShareForm }, { exampleEntries }, { differingTexts, noTexts }, recording] = await Promise.all([
        import('./share/ShareForm.svelte.js'),
        import('./examples.js'),
        import('../model/files/shared-texts.js'),
        this.#runtime.past.recording(),
      ]);
      const { example, bench, seed } = this.#workspace;
      const known = exampleEntries.some(({ id }) => id === example.id);
      const settings = this.#settings();
      const state = (texts: Texts, bench: string, seed: number): ShareState => {
        const rest = { ...(seed === 1 ? {} : { seed }), ...settings };
        const ofExample = known && (example.bench ?? defaultBench.name) === bench;
        return {
          short: {
            ...(known ? { example: example.id } : {}),
            ...differingTexts(texts, known ? example.texts : noTexts),
            ...(ofExample || (!known && bench === defaultBench.name) ? {} : { bench }),
            ...rest,
          },
          whole: { ...differingTexts(texts, noTexts), bench, ...rest },
        };
      };
      const here = state(this.#workspace.work.texts, bench, seed);
      const lesson = example.id.startsWith('lesson:') ? example.id.slice('lesson:'.length) : null;
      const untouched = known && JSON.stringify(here.short) === JSON.stringify({ example: example.id, same: here.short.same });
      this.#form = new ShareForm({
        title: known || lesson !== null ? example.title : 'Process Playground',
        state: here,
        plain: untouched
          ? writeAddress({ type: 'example', id: example.id })
          : lesson !== null && this.#workspace.untouched
            ? writeAddress({ type: 'lesson', id: lesson })
            : null,
        run: recording === null ? null : { ...state(textsOf(recording), recording.bench, recording.seed), ...this.#run(recording) },
        page: location.href.replace(/#.*$/s, ''),
      });
    } catch {
      this.#workspace.tell(`The link could not be made. ${reload}`);
    }
  }

  /** Opens what a link carries: stopped, and with the texts before kept. `false`: it could not be had now. */
  async openLink(payload: string): Promise<boolean> {
    try {
      const { readLink } = await import('../model/files/link.js');
      const read = readLink(payload);
      if (read.ok) await this.#open(read.shared, 'link');
      else this.#workspace.tell(read.message);
      return true;
    } catch {
      this.#workspace.tell(`The link could not be opened. ${reload}`);
      return false;
    }
  }

  /** Opens a file that was shared, in the same way. */
  async openFile(local: LocalFile): Promise<void> {
    try {
      const { readSharedFile } = await import('../model/files/link.js');
      const read = readSharedFile(new TextDecoder().decode(await local.arrayBuffer()));
      if (read.ok) await this.#open(read.shared, 'shared');
      else this.#workspace.tell(`“${local.name}” was not opened. ${read.message}`);
    } catch {
      this.#workspace.tell(`“${local.name}” was not opened. ${reload}`);
    }
  }

  async #open(shared: Shared, id: 'link' | 'shared'): Promise<void> {
    const workspace = this.#workspace;
    const [{ loadExample }, { noTexts, wholeTexts }] = await Promise.all([
      import('./examples.js'),
      import('../model/files/shared-texts.js'),
    ]);
    const base = shared.example === undefined ? null : await loadExample(shared.example);
    if (shared.example !== undefined && base === null)
      return workspace.tell(
        `This link goes out from the example “${shared.example}”, which this page does not have. Your texts are as they were.`,
      );
    const { texts, changed } = wholeTexts(shared, base?.texts ?? noTexts);
    const wanted = shared.bench ?? base?.bench ?? defaultBench.name;
    const bench = benchNamed(wanted)?.name ?? defaultBench.name;
    const example: Example = { id, title: base?.title ?? (id === 'link' ? 'From a link' : 'From a file'), texts, bench };
    const remarks = [
      ...(changed ? [`The example ${base?.title ?? ''} has changed since: what was not changed in it is as it is now.`] : []),
      ...(bench === wanted ? [] : [`There is no bench “${wanted}” here: the default one is there instead.`]),
      ...(Object.values(texts).some((text) => bidirectional.test(text))
        ? ['It holds signs that turn the direction of writing, so that code may not be what it looks like.']
        : []),
    ];
    workspace.open(example, id === 'link' ? 'Opened a link.' : 'Opened a shared file.');
    workspace.seed = shared.seed ?? 1;
    this.#decided = false;
    this.#opened = {
      recording: shared.run === undefined ? null : recordingOf(shared.run, workspace.work.texts, bench, workspace.seed),
      remarks,
    };
    this.#port.showCode();
    this.#set(shared);
  }

  /** The clock of the next run. */
  #set(shared: Shared): void {
    const { speed = 1 } = shared;
    const held = shared.held === true;
    const { pace } = this.#runtime;
    if (pace.speed !== speed) void this.#runtime.clock({ type: 'speed', speed });
    if (pace.held !== held) void this.#runtime.clock({ type: held ? 'hold' : 'release' });
  }

  #replay(recording: Recording): void {
    this.decide();
    this.#port.replay(recording);
  }

  #settings(): Pick<Shared, 'speed' | 'held'> {
    const { speed, held } = this.#runtime.pace;
    return { ...(speed === 1 ? {} : { speed }), ...(held ? { held: true } : {}) };
  }

  #run(recording: Recording): { readonly recorded: SharedRun; readonly detail: string } {
    const { acts, end, point } = recording;
    const texts = textsOf(recording);
    const other = Object.entries(texts).some(([file, text]) => this.#workspace.work.texts[file as keyof Texts] !== text);
    const done =
      acts.length === 0
        ? 'nothing that was done to it'
        : acts.length === 1
          ? 'one thing that was done to it'
          : `${acts.length} things that were done to it`;
    return {
      recorded: { acts, end, ...(point === null ? {} : { point }) },
      detail: `${clockText(end / 1e6, 1)} long, with ${done}${other ? '. The texts then are those that were run, not what stands in the editor now' : ''}.`,
    };
  }
}

function textsOf({ source, data }: Recording): Texts {
  return {
    process: source.code,
    data: 'text' in data ? data.text : JSON.stringify(data.value),
    protocol: source.protocol ?? '',
    bench: source.bench ?? '',
  };
}

function recordingOf({ acts, end, point = null }: SharedRun, texts: Texts, bench: string, seed: number): Recording {
  const optional = (['protocol', 'bench'] as const).filter((file) => texts[file].trim() !== '').map((file) => [file, texts[file]] as const);
  const source: ProcessSource = { language: 'typescript', code: texts.process, ...Object.fromEntries(optional) };
  return { source, data: { text: texts.data }, point, seed, bench, acts, end };
}
