import type { ControlCommand } from '../model/control.js';
import type { FaultCommand } from '../model/faults.js';
import type { DeviceView } from '../model/devices.js';
import type { Failure } from '../model/failure.js';
import type { Place, Range } from '../model/place.js';
import type { ProcessSource } from '../model/protocol.js';
import type { RunLog } from '../model/run-log.js';
import type { Json } from '../model/json.js';
import type { ClockView, LoadResult, ProcessView } from '../model/snapshot.js';
import { BenchPage } from './bench-page.js';
import type { ExampleEntry } from './examples.js';
import { latencyOf } from '../model/latency.js';
import { noProcessText } from '../model/messages.js';
import { countAt, type Trace } from '../model/trace.js';
import { currentStep, findStep, processInfo, stepInfo, type StepPath, type StepView } from '../model/steps.js';
import type { Workspace } from './files/Workspace.svelte.js';
import { lessonPrefix } from './lessons/lesson-of.js';
import { Lessons } from './lessons/Lessons.svelte.js';
import { lessonsPort } from './lesson-page.js';
import { LibraryView } from './library/library.svelte.js';
import { browserDelay } from './files/Autosave.svelte.js';
import { starter } from './files/starter.js';
import { Projects } from './projects/Projects.svelte.js';
import { ProcessControls } from './process/controls.svelte.js';
import { StepJumps, type StepsPort } from './process/step-jumps.svelte.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import type { Stuck } from './runtime/status.js';
import { ServicesPage } from './services/services-page.svelte.js';
import type { MenuItem } from './ui/Menu.svelte';
import type { Tab } from './ui/Shell.svelte';
import { RunsPage } from './runs-page.svelte.js';
import { SharePage } from './share-page.svelte.js';
import { version } from './version.js';
import type { TimeTravel } from './travel/TimeTravel.svelte.js';
import { VirtualNow } from './ui/virtual-now.svelte.js';

/** A browser does not ask a second time for a part of the page that it could not get. */
const reload = 'Is the network there? Then load the page again: your texts are kept.';

/** Where the features of the page meet: the editor's text, the runtime, and what the panels show of it. */
export class Playground {
  readonly #runtime: Runtime;
  readonly #workspace: Workspace;
  /** The time that the page shows: of the run that is on, or of its past. */
  readonly now: VirtualNow;
  /** The time of the run that is on. */
  readonly present: VirtualNow;
  /** The past of the run, other runs beside it, and runs as files. */
  readonly runs: RunsPage;
  readonly controls: ProcessControls;
  readonly jumps: StepJumps;
  readonly services: ServicesPage;
  readonly bench: BenchPage;
  readonly share: SharePage;
  /** The view with the course and the gallery. */
  readonly library = new LibraryView();
  readonly projects: Projects;
  readonly lessons: Lessons;
  tab = $state<Tab>('code');
  /** What was run last: its steps keep their processes while the texts are edited. */
  #ran: ProcessSource = { language: 'typescript', code: '' };
  #selected = $state.raw<StepPath | null>(null);
  #examples = $state.raw<readonly ExampleEntry[]>([]);
  constructor(runtime: Runtime, workspace: Workspace) {
    this.#runtime = runtime;
    this.#workspace = workspace;
    this.projects = new Projects(workspace, { starter, app: version, delay: browserDelay });
    workspace.keepWith(this.projects.keeping);
    this.bench = new BenchPage(runtime, workspace, (place) => this.reveal(place));
    this.present = new VirtualNow(() => ({ clock: this.clock, receivedAt: runtime.receivedAt }));
    this.now = new VirtualNow(() => ({ clock: this.#shownClock, receivedAt: runtime.receivedAt }));
    this.runs = new RunsPage(runtime, workspace, {
      path: () => this.step?.path ?? '',
      now: () => this.present.seconds,
      begun: (source) => {
        this.#ran = source ?? this.#ran;
        this.#begun();
      },
      say: (text) => this.controls.say(true, text),
    });
    this.share = new SharePage(runtime, workspace, {
      replay: (recording) => void this.runs.replay(recording, 'Replay of the shared run'),
      showCode: () => (this.tab = 'code'),
    });
    this.lessons = new Lessons(
      lessonsPort({
        runtime,
        workspace,
        runs: this.runs,
        bringForward: (tab) => (this.tab = tab),
        openExample: (id) => {
          this.tab = 'code';
          void this.open(id);
        },
      }),
    );
    const travel = (): TimeTravel => this.travel;
    const process = (): ProcessView | null => this.process;
    const step = (): StepView | null => this.step;
    this.controls = new ProcessControls({
      get process() {
        return process();
      },
      get without() {
        const shown = step();
        return shown === null ? null : noProcessText(shown.kind);
      },
      get step() {
        return step()?.path ?? null;
      },
      get blocked() {
        return travel().blocked;
      },
      get latency() {
        return latencyOf(runtime.log, step()?.path);
      },
      request: (request) => {
        const step = this.step;
        return runtime.request(step === null || request.step !== undefined ? request : { ...request, step: step.path });
      },
      foresee: (request) => {
        const step = this.step;
        return runtime.past.foresee(step === null ? request : { ...request, step: step.path });
      },
      info: (path) => (path === null ? runtime.info : processInfo(runtime.info, runtime.protocol, path)),
      dataText: (path) => (path === null ? workspace.data : (stepInfo(runtime.protocol, path)?.data ?? '')),
      checkData: (text, path) => {
        const process = path === null ? null : (stepInfo(runtime.protocol, path)?.process ?? null);
        return runtime.checkData(path === null ? this.#source : this.#ran, { text }, process);
      },
    });
    this.services = new ServicesPage({
      get services() {
        return travel().services ?? runtime.services;
      },
      get blocked() {
        return travel().blocked;
      },
      content: (query) => runtime.content(query),
      serviceFault: (command) => {
        if (travel().blocked === null) return runtime.serviceFault(command);
        travel().refuse();
        return Promise.resolve();
      },
    });
    this.jumps = new StepJumps(this.#jumpsPort());
  }
  /** The instant that the page shows. */
  get travel(): TimeTravel {
    return this.runs.travel;
  }
  /** The clock as the page shows it: that of the past stands still. */
  get #shownClock(): ClockView {
    const { shown } = this.travel;
    return shown === null ? this.clock : { ...this.clock, now: shown, rate: 0, held: true };
  }
  #jumpsPort(): StepsPort {
    const runtime = this.#runtime;
    const root = (): StepView | null => this.steps;
    const written = (): boolean => this.#workspace.protocol.trim() !== '';
    return {
      get root() {
        return root();
      },
      get protocol() {
        return runtime.protocol;
      },
      get info() {
        return runtime.info;
      },
      get written() {
        return written();
      },
      refused: () => {
        const { blocked } = this.travel;
        if (blocked !== null) this.controls.say(false, blocked);
        return blocked;
      },
      load: () => runtime.load(this.#source),
      // What is wrong after all is shown in the pane, as after Run.
      start: (point) => this.run(point).then(() => null),
      request: (request) => this.controls.send(request),
      ask: (request) => this.controls.ask(request),
    };
  }
  /** The process that is shown: the one that runs, or that of the step that is selected. */
  get process(): ProcessView | null {
    const { step } = this;
    if (step !== null) return step.process;
    return this.travel.shown === null ? this.#runtime.snapshot.process : this.travel.process;
  }
  /** The protocol that is carried out; `null`: one process alone. */
  get steps(): StepView | null {
    return this.travel.shown === null ? this.#runtime.snapshot.steps : this.travel.steps;
  }
  /** The step that is shown: the selected one, else the first process that is on. */
  get step(): StepView | null {
    const { steps } = this;
    return steps === null ? null : ((this.#selected === null ? null : findStep(steps, this.#selected)) ?? currentStep(steps));
  }
  /** Shows a step; `null`: whichever is on. */
  select(path: StepPath | null): void {
    this.#selected = path;
  }
  get selected(): StepPath | null {
    return this.#selected;
  }
  get devices(): readonly DeviceView[] {
    return (this.travel.bench ?? this.#runtime.snapshot).devices;
  }
  /** Temperature of the room, °C. */
  get ambient(): number {
    return (this.travel.bench ?? this.#runtime.snapshot).ambient;
  }
  get clock(): ClockView {
    const { snapshot, status } = this.#runtime;
    // A runtime that does not answer stands in one instant.
    const stands = status.type === 'silent' || status.type === 'waiting';
    return stands ? { ...snapshot.clock, rate: 0 } : snapshot.clock;
  }
  /** Where the text of a step can catch what an await raises; `''`: a process alone. */
  guards(step: StepPath): readonly Range[] {
    const { info, protocol } = this.#runtime;
    return (step === '' ? info : processInfo(info, protocol, step))?.guards ?? [];
  }
  get log(): RunLog {
    return this.travel.log ?? this.#runtime.log;
  }
  get trace(): Trace {
    return this.#runtime.trace;
  }
  /** The same up to the instant that is shown. */
  get shownTrace(): Trace {
    const { shown } = this.travel;
    return shown === null ? this.trace : { ...this.trace, length: countAt(this.trace, shown) };
  }
  /** The steps of the protocol that is carried out, without the whole; none: one process alone. */
  get stepNames(): readonly { readonly path: StepPath; readonly name: string }[] {
    return (this.#runtime.protocol?.steps ?? []).filter(({ path }) => path !== '');
  }
  /** Name of the file that the events of the run are saved in. */
  get eventsFile(): string {
    return `${this.#runtime.info?.name ?? 'run'}-events.jsonl`;
  }
  /** Why the process could not be loaded, if it could not. */
  get loadFailures(): readonly Failure[] {
    const { loadFailures, benchFailures } = this.#runtime;
    // What was wrong with the bench counts as long as it still is.
    const still = new Set(benchFailures.map(({ message }) => message));
    return loadFailures.filter(({ place, message }) => place?.file !== 'bench' || still.has(message));
  }
  /** What is wrong in the texts: why the last run could not be loaded, or failed, and what the bench has as it is written now. */
  get failures(): readonly Failure[] {
    const failure = this.process?.failure;
    const ofRun = this.loadFailures.filter(({ place }) => place?.file !== 'bench');
    return [...ofRun, ...this.#runtime.benchFailures, ...(failure ? [failure] : [])];
  }
  /** The loop that does not end, while the page waits for a decision. */
  get stuck(): Stuck | null {
    const { status } = this.#runtime;
    return status.type === 'silent' ? status.stuck : null;
  }
  get #source(): ProcessSource {
    const { code, protocol } = this.#workspace;
    const bench = this.#workspace.text('bench');
    return { language: 'typescript', code, ...(protocol.trim() === '' ? {} : { protocol }), ...(bench.trim() === '' ? {} : { bench }) };
  }
  /** Starts the runtime; to be called once the page has been painted. */
  start(): void {
    this.bench.start();
    void this.projects.keeping.start();
  }
  /** Runs what stands in the editor, on a clock set as the page shows it; a protocol from a point, if one is given. */
  async run(point: Json = null): Promise<LoadResult> {
    this.#begun();
    this.bench.settled();
    this.#workspace.mark();
    const { speed, held } = this.#runtime.pace;
    const { data, seed, bench } = this.#workspace;
    this.runs.started();
    this.share.decide();
    this.#ran = this.#source;
    return this.#runtime.run({ source: this.#ran, data: { text: data }, seed, bench, speed, held, ...(point === null ? {} : { point }) });
  }
  /** What kind of thing the texts came from. */
  get origin(): 'Lesson' | 'Examples' {
    return this.#workspace.example.id.startsWith(lessonPrefix) ? 'Lesson' : 'Examples';
  }
  /** The title of what the texts came from. */
  get example(): string {
    return this.#workspace.example.title;
  }
  /** The examples to choose from, once they were asked for; the one that the texts came from is checked. */
  get examples(): readonly MenuItem[] {
    const { example } = this.#workspace;
    return this.#examples.map(({ id, title, summary, chapter }) => ({
      id,
      label: title,
      detail: summary,
      group: chapter,
      checked: id === example.id,
    }));
  }
  /** Somebody is about to choose an example. */
  async loadExamples(): Promise<void> {
    try {
      this.#examples = (await import('./examples.js')).exampleEntries;
    } catch {
      this.#workspace.tell(`The list of examples could not be loaded. ${reload}`);
    }
  }
  /** Puts an example into the editor; what stood there comes back with *Undo*. `false`: it could not be loaded, which is told. */
  async open(id: string): Promise<boolean> {
    try {
      const example = await (await import('./examples.js')).loadExample(id);
      if (example) this.#workspace.open(example);
      else
        this.#workspace.tell(
          `There is no example “${id}” here: your texts are as they were. The menu Examples lists those that there are.`,
        );
      return true;
    } catch {
      this.#workspace.tell(`The example could not be loaded. ${reload}`);
      return false;
    }
  }
  /** Another run is shown: what was chosen and said was about the last one. */
  #begun(): void {
    this.controls.clear();
    this.jumps.clear();
    this.#selected = null;
  }
  /** Begins or ends a fault of a device; not in the past. */
  fault(command: FaultCommand): void {
    if (this.travel.blocked === null) void this.#runtime.fault(command);
    else this.travel.refuse();
  }
  /** Manual control of a node. `null`: done; otherwise why not, in a sentence. */
  async control(command: ControlCommand): Promise<string | null> {
    return this.travel.blocked === null ? this.#runtime.control(command) : this.travel.refuse();
  }
  /** Shows a place of the text that was run, where it stands now. */
  reveal(place: Place): void {
    this.tab = 'code';
    this.#workspace.reveal(place);
  }
}
