import type { DeviceView } from '../model/devices.js';
import type { Failure } from '../model/failure.js';
import type { Place } from '../model/place.js';
import type { RunLog } from '../model/run-log.js';
import type { ClockView, ProcessView } from '../model/snapshot.js';
import type { Workspace } from './files/Workspace.svelte.js';
import { ProcessControls } from './process/controls.svelte.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import type { Shortcut } from './shortcuts.js';
import type { Tab } from './ui/Shell.svelte';
import { VirtualNow } from './ui/virtual-now.svelte.js';

export class Playground {
  readonly #runtime: Runtime;
  readonly #workspace: Workspace;
  readonly now: VirtualNow;
  readonly controls: ProcessControls;
  tab = $state<Tab>('code');
  help = $state(false);
  examples = [{ id: 'timer', label: 'Timer', checked: true, detail: 'Pause, resume, jump, swap' }, { id: 'steps', label: 'Steps', detail: 'checkpoint() between steps' }];

  constructor(runtime: Runtime, workspace: Workspace) {
    this.#runtime = runtime;
    this.#workspace = workspace;
    this.now = new VirtualNow(() => ({ clock: this.clock, receivedAt: runtime.receivedAt }));
    const page = this;
    this.controls = new ProcessControls({
      get process() { return page.process; },
      get info() { return runtime.info; },
      request: (request) => runtime.request(request),
      dataText: () => workspace.data,
      checkData: (text) => runtime.checkData(text),
    });
  }
  get process(): ProcessView | null { return this.#runtime.snapshot.process; }
  get devices(): readonly DeviceView[] { return this.#runtime.snapshot.devices; }
  get clock(): ClockView { return this.#runtime.snapshot.clock; }
  get log(): RunLog { return this.#runtime.log; }
  get loadFailures(): readonly Failure[] { return []; }
  get stuck(): { line: number | null } | null { const s = this.#runtime.status; return s.type === 'silent' ? { line: s.stuck.line } : null; }
  run(): void { this.controls.clear(); void this.#runtime.run({}); }
  open(_id: string): void {}
  reveal(_place: Place): void { this.tab = 'code'; }
  shortcut(shortcut: Shortcut): void {
    switch (shortcut) { case 'run': return this.run(); case 'pause': return this.controls.togglePause(); case 'jump': return this.controls.press('jump'); case 'skip': return this.controls.press('skip'); }
  }
}
