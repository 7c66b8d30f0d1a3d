import type { DeviceView } from '../model/devices.js';
import type { Failure } from '../model/failure.js';
import type { Place } from '../model/place.js';
import type { ProcessSource } from '../model/protocol.js';
import type { RunLog } from '../model/run-log.js';
import type { ClockView, ProcessView } from '../model/snapshot.js';
import { exampleEntries, loadExample } from './examples.js';
import type { Workspace } from './files/Workspace.svelte.js';
import { ProcessControls } from './process/controls.svelte.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import type { Stuck } from './runtime/status.js';
import type { Shortcut } from './shortcuts.js';
import type { MenuItem } from './ui/Menu.svelte';
import type { Tab } from './ui/Shell.svelte';
import { VirtualNow } from './ui/virtual-now.svelte.js';

/** The bench that every run stands on. */
const bench = 'default';

/** Where the features of the page meet: the editor's text, the runtime, and what the panels show of it. */
export class Playground {
  readonly #runtime: Runtime;
  readonly #workspace: Workspace;
  readonly now: VirtualNow;
  readonly controls: ProcessControls;
  tab = $state<Tab>('code');
  help = $state(false);
  constructor(runtime: Runtime, workspace: Workspace) {
    this.#runtime = runtime;
    this.#workspace = workspace;
    this.now = new VirtualNow(() => ({ clock: this.clock, receivedAt: runtime.receivedAt }));
    this.controls = new ProcessControls({
      get process() {
        return runtime.snapshot.process;
      },
      get info() {
        return runtime.info;
      },
      request: (request) => runtime.request(request),
      dataText: () => workspace.data,
      checkData: (text) => runtime.checkData(this.#source, { text }),
    });
  }
  get process(): ProcessView | null {
    return this.#runtime.snapshot.process;
  }
  get devices(): readonly DeviceView[] {
    return this.#runtime.snapshot.devices;
  }
  get clock(): ClockView {
    return this.#runtime.snapshot.clock;
  }
  get log(): RunLog {
    return this.#runtime.log;
  }
  /** Why the process could not be loaded, if it could not. */
  get loadFailures(): readonly Failure[] {
    return this.#runtime.loadFailures;
  }
  /** What the last run found wrong in the texts: why it could not be loaded, or failed. */
  get failures(): readonly Failure[] {
    const failure = this.process?.failure;
    return failure ? [...this.loadFailures, failure] : this.loadFailures;
  }
  /** The loop that does not end, while the page waits for a decision. */
  get stuck(): Stuck | null {
    const { status } = this.#runtime;
    return status.type === 'silent' ? status.stuck : null;
  }
  get #source(): ProcessSource {
    return { language: 'typescript', code: this.#workspace.code };
  }
  /** Starts the runtime; to be called once the page has been painted. */
  start(): void {
    this.#runtime.start(bench, this.#workspace.seed);
  }
  /** Runs what stands in the editor, on a clock set as the page shows it. */
  run(): void {
    this.controls.clear();
    this.#workspace.mark();
    const { speed, held } = this.clock;
    void this.#runtime.run({ source: this.#source, data: { text: this.#workspace.data }, seed: this.#workspace.seed, bench, speed, held });
  }
  /** The examples to choose from; the one that the texts came from is checked. */
  get examples(): readonly MenuItem[] {
    const { example } = this.#workspace;
    return exampleEntries.map(({ id, title, summary }) => ({ id, label: title, detail: summary, checked: id === example.id }));
  }
  /** Puts an example into the editor; what stood there comes back with *Undo*. */
  async open(id: string): Promise<void> {
    try {
      const example = await loadExample(id);
      if (example) this.#workspace.open(example);
    } catch {
      this.#workspace.tell('The example could not be loaded. Is the network there? Then choose it again.');
    }
  }
  /** Shows a place of the text that was run, where it stands now. */
  reveal(place: Place): void {
    this.tab = 'code';
    this.#workspace.reveal(place);
  }
  shortcut(shortcut: Shortcut): void {
    switch (shortcut) {
      case 'run':
        return this.run();
      case 'pause':
        return this.controls.togglePause();
      case 'jump':
        return this.controls.press('jump');
      case 'skip':
        return this.controls.press('skip');
    }
  }
}
