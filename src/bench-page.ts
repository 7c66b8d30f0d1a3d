import type { Failure } from '../model/failure.js';
import type { Place } from '../model/place.js';
import { browserDelay, type Delay } from './files/Autosave.svelte.js';
import type { Workspace } from './files/Workspace.svelte.js';
import type { BenchState } from './hardware/bench-state.js';
import { endFaults } from './hardware/end-faults.js';
import type { Runtime } from './runtime/Runtime.svelte.js';

/** How long a person pauses before a bench that is being described is shown, in milliseconds. */
const previewDelay = 300;

/** The bench as it is chosen or described, shown before a run: what the Hardware pane tells of it. */
export class BenchPage implements BenchState {
  #started = false;
  /** Calls off a preview that is to come. */
  #callOff: (() => void) | null = null;

  constructor(
    private readonly runtime: Runtime,
    private readonly workspace: Workspace,
    readonly reveal: (place: Place) => void,
    private readonly delay: Delay = browserDelay,
  ) {
    workspace.onBench(
      () => this.start(),
      () => this.#edited(),
    );
  }

  /** Starts the runtime, if it is not there, and shows the bench of the next run. */
  start(): void {
    this.settled();
    this.#started = true;
    this.workspace.mark(['bench']);
    this.runtime.start(this.workspace.bench, this.workspace.seed, this.workspace.text('bench'));
  }

  /** A run is about to show the bench as it is now. */
  settled(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  get chosen(): string {
    return this.workspace.text('bench').trim() === '' ? this.workspace.bench : 'bench.yaml';
  }

  get shown(): string {
    return this.runtime.snapshot.bench;
  }

  get failures(): readonly Failure[] {
    return this.runtime.benchFailures;
  }

  get waits(): boolean {
    return this.runtime.benchWaits;
  }

  get faults(): number {
    const { snapshot, services } = this.runtime;
    return snapshot.devices.reduce((sum, { faults }) => sum + faults.length, services.faults.length);
  }

  choose(name: string): void {
    this.workspace.chooseBench(name);
  }

  endFaults(): void {
    endFaults(this.runtime);
  }

  /** Before the runtime is wanted, an edit does not start it: it shows the text as it is then. */
  #edited(): void {
    if (!this.#started) return;
    this.#callOff?.();
    this.#callOff = this.delay(previewDelay, () => this.start());
  }
}
