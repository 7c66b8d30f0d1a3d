import {
  type EmbedCapabilities,
  type EmbedSettings,
  type EmbedState,
  type EmbedTexts,
  embedVersion,
  type FromEmbed,
  type ToEmbedBody,
} from '../../model/embed.js';
import type { Request } from '../../model/requests.js';
import { readRecorded, readSettings, readyState } from './attributes.js';
import { Facade } from './facade.js';
import { own } from './own-address.js';
import { exampleTexts, readTexts, trimmed } from './texts.js';
import { themeAround } from './theme.js';

/** What came of a call. */
interface Answer {
  readonly accepted: boolean;
  readonly message: string;
}

/** A frame that says nothing for so long, in milliseconds, is not there. */
const patience = 15_000;

/** `<process-playground>`: code to read and a recorded state, until somebody runs it; then the frame in its place. */
export class ProcessPlayground extends HTMLElement {
  /** The only one of the page that has a runtime. */
  static #alive: ProcessPlayground | null = null;
  static readonly observedAttributes = ['theme'];

  readonly #facade = new Facade(this, {
    run: () => void this.run(),
    reset: () => this.#reset(),
    edited: (process) => this.#edited({ ...this.#texts, process }),
    speed: (speed) => (this.#settings = { ...this.#settings, speed }),
  });
  #settings: EmbedSettings = readSettings(document.createElement('i'), () => undefined);
  /** As they stand in the page: what *Reset* goes back to. */
  #given: { readonly texts: EmbedTexts; readonly state: EmbedState } = { texts: { process: '' }, state: readyState };
  #texts: EmbedTexts = this.#given.texts;
  #state: EmbedState = readyState;
  #ended = true;
  #problems: string[] = [];
  #frame: HTMLIFrameElement | null = null;
  /** It has said that it listens. */
  #capabilities: EmbedCapabilities | null = null;
  #timer = 0;
  #calls = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #stop: AbortController | null = null;
  #begun = false;
  #visible = false;

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener('message', (event) => this.#heard(event), { signal });
    const sight = new IntersectionObserver(([entry]) => this.#seen(entry?.isIntersecting === true));
    sight.observe(this);
    signal.addEventListener('abort', () => sight.disconnect());
    this.#facade.onTheme(() => this.#themed());
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void this.#begin(), { signal });
    else void this.#begin();
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#release();
  }

  attributeChangedCallback(): void {
    if (this.#begun) {
      this.#read();
      this.#themed();
    }
  }

  /** How the run stands, as it was told last. */
  get state(): EmbedState {
    return this.#state;
  }

  /** The texts as they stand, edits of the reader included. */
  get texts(): EmbedTexts {
    return this.#texts;
  }

  /** What the frame can do; `null` until it is there. */
  get capabilities(): EmbedCapabilities | null {
    return this.#capabilities;
  }

  /** Ends the present run, if any, and starts another. */
  async run(): Promise<Answer> {
    if (this.#settings.mode === 'static') return { accepted: false, message: 'This example is shown, not run: its mode is static.' };
    const before = ProcessPlayground.#alive;
    if (before && before !== this) before.#release();
    ProcessPlayground.#alive = this;
    this.#open();
    return this.#call({ type: 'run' });
  }

  /** Makes a request of the run: `{ type: 'pause' }`. */
  async request(request: Request): Promise<Answer> {
    return this.#frame
      ? this.#call({ type: 'request', request })
      : { accepted: false, message: 'Nothing has been run yet: press Run first.' };
  }

  /** Shows other texts, stopped. */
  load(texts: EmbedTexts | string): void {
    this.#release();
    this.#given = { texts: typeof texts === 'string' ? { process: texts } : texts, state: readyState };
    this.#reset();
  }

  /** Ends the run and its runtime; what was shown last stays. */
  stop(): void {
    this.#release();
  }

  #read(): void {
    this.#problems = [];
    this.#settings = readSettings(this, (sentence) => this.#problems.push(sentence));
  }

  async #begin(): Promise<void> {
    if (this.#begun) return this.#draw();
    this.#begun = true;
    this.#read();
    let texts = readTexts(this);
    const state = await this.#recorded();
    const source = this.getAttribute('src');
    const { example } = this.#settings;
    // What stands in the page is there at once; the rest comes.
    this.#given = { texts: texts ?? { process: '' }, state };
    this.#reset();
    if (texts === null || source !== null) {
      try {
        if (source !== null) texts = { ...texts, process: trimmed(await fetchText(source)) };
        else if (example !== undefined) {
          const found = await exampleTexts(example);
          texts = found.texts;
          if (found.bench && !this.hasAttribute('bench')) this.#settings = { ...this.#settings, bench: found.bench };
        } else this.#problems.push('There is no code: put a <pre><code> inside, or name an example or a src.');
      } catch (error) {
        this.#problems.push(error instanceof Error ? error.message : String(error));
      }
      this.#given = { texts: texts ?? { process: '' }, state };
      this.#reset();
    }
    this.#autorun();
  }

  async #recorded(): Promise<EmbedState> {
    const attribute = this.getAttribute('recorded');
    const inside = this.querySelector('script[type="application/json"]')?.textContent;
    try {
      const text = attribute && !attribute.startsWith('{') ? await fetchText(attribute) : attribute || inside;
      return text ? readRecorded(text) : readyState;
    } catch (error) {
      this.#problems.push(`The recorded state cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return readyState;
    }
  }

  /** Starts by itself only what the author of this very page has written, and only before the reader's eyes. */
  #autorun(): void {
    if (!this.#begun || !this.hasAttribute('autorun') || !this.#visible || this.#frame || ProcessPlayground.#alive || !this.#texts.process)
      return;
    this.toggleAttribute('autorun', false);
    const source = this.getAttribute('src');
    if (source !== null && new URL(source, document.baseURI).origin !== location.origin) return;
    void this.run();
  }

  #seen(visible: boolean): void {
    this.#visible = visible;
    if (visible) {
      this.#themed();
      this.#autorun();
    } else if (this.#frame && this.#ended && this.#capabilities) this.#release();
  }

  get #theme(): 'light' | 'dark' {
    return this.#settings.theme === 'auto' ? themeAround(this) : this.#settings.theme;
  }

  #themed(): void {
    this.#facade.theme(this.#theme);
    if (this.#capabilities) this.#send({ type: 'theme', theme: this.#theme });
  }

  #reset(): void {
    this.#texts = this.#given.texts;
    this.#state = this.#given.state;
    this.#draw();
  }

  #edited(texts: EmbedTexts): void {
    this.#texts = texts;
    this.#tell('change', { texts });
  }

  #draw(): void {
    const { height } = this.#attributes;
    this.#facade.draw({
      settings: this.#settings,
      texts: this.#texts,
      state: this.#state,
      problems: this.#problems,
      height,
      theme: this.#theme,
    });
  }

  get #attributes(): { readonly height: string | null } {
    const given = this.getAttribute('height');
    return { height: given === null ? null : given === 'all' ? 'none' : `${Math.max(60, parseFloat(given) || 500)}px` };
  }

  /** Puts the frame behind what is shown, if it is not there. */
  #open(): void {
    if (this.#frame) return;
    const address = new URL(this.#settings.mode === 'full' ? '../../index.html' : 'frame.html', own());
    address.search = new URLSearchParams({ embed: String(embedVersion), mode: this.#settings.mode, theme: this.#theme }).toString();
    this.#ended = false;
    this.#frame = this.#facade.open(address.href);
    this.#timer = window.setTimeout(() => {
      this.#problems.push(
        `The playground of ${address.origin} does not answer. Is the network there, and does this site allow its frames?`,
      );
      this.#release();
    }, patience);
  }

  /** Ends the frame. What was shown last is shown on. */
  #release(): void {
    if (!this.#frame) return;
    clearTimeout(this.#timer);
    this.#facade.close();
    this.#frame = this.#capabilities = null;
    if (ProcessPlayground.#alive === this) ProcessPlayground.#alive = null;
    for (const settle of this.#waiting.values()) settle({ accepted: false, message: 'The run was ended.' });
    this.#waiting.clear();
    if (!this.#ended) this.#state = { ...this.#state, state: 'Stopped', left: 'Stopped: Run starts it anew' };
    this.#ended = true;
    this.#draw();
  }

  #call(body: ToEmbedBody): Promise<Answer> {
    const id = ++this.#calls;
    return new Promise((resolve) => {
      this.#waiting.set(id, (answer) => {
        this.#waiting.delete(id);
        resolve(answer);
      });
      if (this.#capabilities) this.#send(body, id);
      else this.#queue.push(() => this.#send(body, id));
    });
  }
  #queue: (() => void)[] = [];

  #send(body: ToEmbedBody, id?: number): void {
    const message = { playground: embedVersion, ...body, ...(id === undefined ? {} : { id }) };
    this.#frame?.contentWindow?.postMessage(message, new URL(own()).origin);
  }

  #heard({ source, origin, data }: MessageEvent): void {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== new URL(own()).origin || data?.playground !== embedVersion)
      return;
    const message = data as FromEmbed;
    switch (message.type) {
      case 'ready':
        clearTimeout(this.#timer);
        this.#capabilities = message.capabilities;
        this.#send({
          type: 'load',
          texts: this.#texts,
          settings: { ...this.#settings, theme: this.#theme },
          height: this.#attributes.height,
        });
        for (const send of this.#queue.splice(0)) send();
        return this.#tell('ready', { capabilities: message.capabilities });
      case 'resize':
        return this.#facade.resize(message.height);
      case 'state':
        this.#state = message.state;
        this.#ended = message.ended;
        if (message.texts) this.#edited(message.texts);
        this.#tell('state', { state: message.state, ended: message.ended });
        if (this.#ended && !this.#visible) this.#release();
        return;
      case 'event':
        return this.#tell('event', { event: message.event });
      case 'reset':
        this.#ended = true;
        this.#release();
        this.#reset();
        return this.#facade.focus();
      case 'answer':
        return this.#waiting.get(message.id)?.({ accepted: message.accepted, message: message.message });
      case 'refused':
        return console.warn(message.message);
    }
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`process-${type}`, { detail, bubbles: true, composed: true }));
  }
}

async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok)
    throw new Error(
      `Nothing could be loaded from ${address}${answer ? ` (${answer.status})` : ''}: is the address right, and may this page ask there?`,
    );
  return answer.text();
}
