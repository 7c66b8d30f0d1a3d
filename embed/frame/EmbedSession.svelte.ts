import type { EmbedSettings, EmbedState, EmbedTexts } from '../../model/embed.js';
import { embedState } from '../../model/embed-state.js';
import type { Failure } from '../../model/failure.js';
import { latencyOf } from '../../model/latency.js';
import type { ProcessSource } from '../../model/protocol.js';
import type { ProcessView } from '../../model/snapshot.js';
import { TextFile } from '../../src/files/TextFile.svelte.js';
import { LightText } from '../../src/editor/light/LightText.svelte.js';
import { ProcessControls } from '../../src/process/controls.svelte.js';
import { Runtime } from '../../src/runtime/Runtime.svelte.js';
import { VirtualNow } from '../../src/ui/virtual-now.svelte.js';

/** One example in a frame: its texts as the reader has them, and its run. It keeps nothing anywhere. */
export class EmbedSession {
  readonly runtime = new Runtime();
  readonly now: VirtualNow;
  readonly controls: ProcessControls;
  readonly text: LightText;
  #file = $state.raw(new TextFile('process', ''));
  #texts = $state.raw<EmbedTexts>({ process: '' });
  #settings = $state.raw<EmbedSettings>({
    language: 'typescript',
    mode: 'mini',
    bench: 'default',
    seed: 1,
    speed: 1,
    readonly: false,
    hide: [],
    theme: 'auto',
  });
  #height = $state.raw<string | null>(null);
  #starting = $state.raw(false);

  constructor() {
    const { runtime } = this;
    const process = (): ProcessView | null => this.process;
    const latency = () => latencyOf(runtime.log);
    this.now = new VirtualNow(() => ({ clock: runtime.snapshot.clock, receivedAt: runtime.receivedAt }));
    this.text = new LightText(
      'process',
      () => this.#file.text,
      (text, edit) => this.#file.edited(text, [{ at: edit.at, removed: edit.removed.length, inserted: edit.inserted.length }]),
      () => performance.now(),
    );
    this.controls = new ProcessControls({
      get process() {
        return process();
      },
      without: null,
      blocked: null,
      get latency() {
        return latency();
      },
      step: null,
      request: (request) => runtime.request(request),
      foresee: (request) => runtime.past.foresee(request),
      info: () => runtime.info,
      dataText: () => this.#texts.data ?? '',
      checkData: (text) => runtime.checkData(this.#source, { text }),
    });
  }

  get settings(): EmbedSettings {
    return this.#settings;
  }

  /** Of the code, at most, as CSS has it; `null`: as it is by itself. */
  get height(): string | null {
    return this.#height;
  }

  get texts(): EmbedTexts {
    return { ...this.#texts, process: this.#file.text };
  }

  get process(): ProcessView | null {
    return this.runtime.snapshot.process;
  }

  /** Run was pressed, and nothing has come of it yet. */
  get starting(): boolean {
    return this.#starting;
  }

  /** Nothing goes on: it was never run, or the run is over. */
  get ended(): boolean {
    if (this.#starting) return false;
    const { state } = this.process ?? {};
    return state === undefined || state.mode === 'done';
  }

  /** What is wrong, in sentences. */
  get failures(): readonly Failure[] {
    const { loadFailures, status } = this.runtime;
    const failure = this.process?.failure;
    const dead =
      status.type === 'died' || status.type === 'unavailable'
        ? [{ kind: 'runtime', name: 'RuntimeError', message: status.message } as const]
        : [];
    return [...loadFailures, ...(failure ? [failure] : []), ...dead];
  }

  get state(): EmbedState {
    const { snapshot, log, services } = this.runtime;
    const code = this.#settings.mode === 'mini' ? this.#file.text : undefined;
    return embedState(snapshot, {
      now: this.now.seconds,
      announced: log.announced[''] ?? null,
      ...(code === undefined ? {} : { code }),
      services: { view: services, code: this.#file.text },
      failure: this.failures[0]?.message ?? null,
    });
  }

  /** Where a place in the text that was run stands now. */
  place: TextFile['now'] = (place) => this.#file.now(place);

  /** Other texts, stopped; the runtime starts, so that a run begins at once. */
  load(texts: EmbedTexts, settings: Partial<EmbedSettings>, height: string | null = null): void {
    if (!this.ended) this.runtime.stop();
    this.#texts = texts;
    this.#file = new TextFile('process', texts.process);
    this.#settings = { ...this.#settings, ...settings };
    this.#height = height;
    this.controls.clear();
    const { bench, seed } = this.#settings;
    this.runtime.start(bench, seed, texts.bench ?? '');
  }

  async run(): Promise<{ readonly accepted: boolean; readonly message: string }> {
    const { bench, seed, speed } = this.#settings;
    this.controls.clear();
    this.#file.mark();
    this.#starting = true;
    try {
      const load = await this.runtime.run({
        source: this.#source,
        data: { text: this.#texts.data ?? '' },
        seed,
        bench,
        speed,
        held: false,
      });
      return load.ok ? { accepted: true, message: 'The process runs.' } : { accepted: false, message: load.failures[0]?.message ?? '' };
    } finally {
      this.#starting = false;
    }
  }

  set speed(speed: EmbedSettings['speed']) {
    this.#settings = { ...this.#settings, speed };
    if (this.process) void this.runtime.clock({ type: 'speed', speed });
  }

  themed(theme: EmbedSettings['theme']): void {
    this.#settings = { ...this.#settings, theme };
  }

  get #source(): ProcessSource {
    const { protocol = '', bench = '' } = this.#texts;
    return {
      language: 'typescript',
      code: this.#file.text,
      ...(protocol.trim() === '' ? {} : { protocol }),
      ...(bench.trim() === '' ? {} : { bench }),
    };
  }
}
