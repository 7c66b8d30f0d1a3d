import { untrack } from 'svelte';
import type { RecordingFile } from '../model/files/recording-file.js';
import type { ProcessSource } from '../model/protocol.js';
import type { Recording } from '../model/recording.js';
import type { StepPath } from '../model/steps.js';
import { clockText } from '../model/time-text.js';
import { emptyTrace, extendTrace } from '../model/trace.js';
import type { Workspace } from './files/Workspace.svelte.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import { Recordings } from './travel/Recordings.svelte.js';
import { TimeTravel } from './travel/TimeTravel.svelte.js';
import { type Track, Tracks } from './travel/Tracks.svelte.js';
import { Until } from './travel/Until.svelte.js';
import { version } from './version.js';

/** What the runs need of the rest of the page. */
export interface RunsPort {
  /** The process that is shown. */
  path(): StepPath;
  /** Virtual seconds of the run that is on. */
  now(): number;
  /** Another run is on: what was chosen and said was about the last one. `source`: what it was made from, unless that is the same. */
  begun(source?: ProcessSource): void;
  /** Tells what came of it, where the answers to requests stand. */
  say(text: string): void;
}

/** The runs of the page: the past of the one that is on, others beside it, and runs as files. */
export class RunsPage {
  readonly #runtime: Runtime;
  readonly #workspace: Workspace;
  readonly #port: RunsPort;
  readonly travel: TimeTravel;
  readonly until: Until;
  readonly tracks = new Tracks();
  readonly recordings: Recordings;
  /** The run that was on when another one was shown for a look; `null`: nothing but that was on. */
  #home: Track | null = null;
  #visiting = $state(false);

  constructor(runtime: Runtime, workspace: Workspace, port: RunsPort) {
    this.#runtime = runtime;
    this.#workspace = workspace;
    this.#port = port;
    const ended = (): boolean => this.ended;
    const from = (): number => this.travel.at ?? port.now();
    this.travel = new TimeTravel({
      get trace() {
        return runtime.trace;
      },
      get info() {
        return runtime.info;
      },
      get protocol() {
        return runtime.protocol;
      },
      get now() {
        return untrack(() => port.now());
      },
      moment: (at) => runtime.past.moment(at),
      glimpse: (at) => runtime.past.glimpse(at),
    });
    this.until = new Until({
      get trace() {
        return runtime.trace;
      },
      get from() {
        return untrack(from);
      },
      get path() {
        return untrack(() => port.path());
      },
      get active() {
        return !untrack(ended);
      },
      history: (device) => runtime.history(device),
      clock: (command) => runtime.clock(command),
      go: (at) => this.travel.go(at),
    });
    this.recordings = new Recordings({
      get trace() {
        return runtime.trace;
      },
      get name() {
        return runtime.info?.name ?? 'run';
      },
      app: version,
      recording: () => runtime.past.recording(),
      open: (file, name, remark) => this.#open(file, name, remark),
      tell: (message) => workspace.tell(message),
    });
    workspace.onRecording((local) => this.recordings.open(local));
  }

  /** The run that is on will do nothing more. */
  get ended(): boolean {
    const { process, steps } = this.#runtime.snapshot;
    return steps === null ? process === null || process.state.mode === 'done' : steps.state === 'ended';
  }

  /** What stands in the editor is about to be run. */
  started(): void {
    this.tracks.started();
    this.#clear();
  }

  /** Goes another way from the instant of the past that is shown: the run is carried out anew up to there, on a clock that is held. */
  async fork(): Promise<void> {
    const { at } = this.travel;
    if (at === null) return;
    const { name } = this.tracks;
    const recording = await this.#runtime.past.recording();
    const { trace } = this.#runtime;
    const load = await this.#runtime.fork(at, true);
    if (load === null) return;
    this.tracks.keep(name, recording, trace);
    this.tracks.goesOnAs(`Fork of ${name.replace(/^[RF](?=un|ork)/, (first) => first.toLowerCase())} at ${clockText(at, 1)}`);
    this.#begun();
    this.#port.say(
      `This run was forked at ${clockText(at, 1)}, with its clock held: do something else, then release the clock in the timeline.`,
    );
  }

  /** Goes on with a run that was kept, on a clock that is held; the one that is on is kept in its place. */
  async show({ id, name, recording }: Track): Promise<void> {
    if (recording === null) return;
    const { trace } = this.#runtime;
    const present = await this.#runtime.past.recording();
    const load = await this.#runtime.watch(recording, { from: recording.end / 1e6, held: true });
    if (load === null) return;
    this.tracks.close(id);
    this.tracks.keep(this.tracks.name, present, trace);
    this.tracks.goesOnAs(name);
    this.#begun(recording.source);
  }

  /** A run is on that is only looked at. */
  get visiting(): boolean {
    return this.#visiting;
  }

  /** Shows a run for a look at an instant of it (virtual seconds); the one that is on is kept. `null`: it is shown, else why not. */
  async visit(recording: Recording, name: string, at: number): Promise<string | null> {
    const { trace } = this.#runtime;
    const present = this.#visiting ? null : await this.#runtime.past.recording();
    const { held } = this.#runtime.snapshot.clock;
    const load = await this.#runtime.watch(recording, { from: recording.end / 1e6, held });
    if (load === null) return 'Another run was started meanwhile.';
    if (!load.ok) return `The run could not be shown. ${load.failures[0]?.message ?? ''}`.trimEnd();
    let home = this.#home;
    if (present !== null) {
      this.tracks.keep(this.tracks.name, present, trace);
      home = this.tracks.kept.at(-1) ?? null;
    }
    this.tracks.goesOnAs(name);
    this.#begun(recording.source);
    this.#visiting = true;
    this.#home = home;
    this.travel.go(at);
    return null;
  }

  /** Goes back from a run that was looked at to the one that was on before. */
  async leave(): Promise<void> {
    const home = this.#home;
    this.travel.go(null);
    const { held } = this.#runtime.snapshot.clock;
    if (home !== null && home.recording !== null && this.#visiting) {
      const load = await this.#runtime.watch(home.recording, { from: home.recording.end / 1e6, held });
      if (load === null) return;
      this.tracks.close(home.id);
      this.tracks.goesOnAs(home.name);
      this.#begun(home.recording.source);
    }
    this.#left();
  }

  /** Shows the texts of a recording (what stood there comes back with *Undo*) and runs it again, beside what was recorded. */
  async #open({ recording, trace }: RecordingFile, name: string, remark: string): Promise<void> {
    const { source, data, bench, seed } = recording;
    const workspace = this.#workspace;
    const texts = {
      process: source.code,
      data: 'text' in data ? data.text : JSON.stringify(data.value),
      protocol: source.protocol ?? '',
      bench: source.bench ?? '',
    };
    workspace.open({ id: 'recording', title: name, texts, bench }, `Opened the recording ${name}, and runs it again. ${remark}`.trimEnd());
    workspace.seed = seed;
    if (await this.replay(recording, `Replay of ${name}`)) this.tracks.keep(`Recorded in ${name}`, null, extendTrace(emptyTrace, trace));
  }

  /** Runs a recording again whose texts stand in the editor. `false`: something newer came in between. */
  async replay(recording: Recording, name: string): Promise<boolean> {
    this.#workspace.mark();
    const load = await this.#runtime.watch(recording);
    if (load === null) return false;
    this.tracks.goesOnAs(name);
    this.#begun(recording.source);
    return true;
  }

  #begun(source?: ProcessSource): void {
    this.#clear();
    this.#port.begun(source);
  }

  #left(): void {
    this.#visiting = false;
    this.#home = null;
  }

  #clear(): void {
    this.#left();
    this.travel.clear();
    this.until.stop();
  }
}
