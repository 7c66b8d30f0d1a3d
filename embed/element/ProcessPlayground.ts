import type { EmbedCapabilities, EmbedSettings, EmbedState, EmbedTexts } from '../../model/embed.js';
import type { Request } from '../../model/requests.js';
import { readRecorded, readSettings, readyState } from './attributes.js';
import { Facade } from './facade.js';
import type { Live } from './Live.js';
import { loadScript, own } from './own-address.js';
import type { Answer, Shown } from './shown.js';
import { readTexts } from './texts.js';
import { themeAround } from './theme.js';

/** How the script of the live part hands itself over. */
interface Global {
  processPlaygroundLive?: new (shown: Shown) => Live;
}

/** `<process-playground>`: code to read and a recorded state. What runs it, the live part, is a script of its own that comes when there is time. */
export class ProcessPlayground extends HTMLElement {
  static readonly observedAttributes = ['theme'];
  readonly #shown: Shown = shownIn(this, () => void this.run());
  #live: Promise<Live> | null = null;
  /** The same, once it is there. */
  #there: Live | null = null;
  #begun = false;

  connectedCallback(): void {
    const begin = (): void => {
      if (!this.isConnected) return;
      const shown = this.#shown;
      if (!this.#begun) {
        this.#begun = true;
        shown.settings = readSettings(this);
        let state: EmbedState = readyState;
        try {
          const recorded = this.getAttribute('recorded') ?? '{';
          const text = recorded[0] === '{' && recorded[1] ? recorded : this.querySelector('script[type="application/json"]')?.textContent;
          if (text) state = readRecorded(text);
        } catch (error) {
          shown.problems = [`The recorded state cannot be read: ${String(error)}`];
        }
        shown.given = { texts: readTexts(this) ?? { process: '' }, state };
      }
      shown.reset();
      // What is to be read comes first.
      (globalThis.requestIdleCallback ?? setTimeout)(() => void this.#call((live) => live.begin()));
    };
    this.#shown.facade.onTheme(() => this.attributeChangedCallback());
    // Each in a task of its own: a page may have many.
    const later = (): unknown => setTimeout(begin);
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', later);
    else later();
  }

  disconnectedCallback(): void {
    this.#there?.end();
  }

  attributeChangedCallback(): void {
    if (!this.#begun) return;
    this.#shown.settings = { ...this.#shown.settings, theme: readSettings(this).theme };
    this.#shown.facade.theme(this.#shown.theme);
    this.#there?.themed();
  }

  /** How the run stands, as it was told last. */
  get state(): EmbedState {
    return this.#shown.state;
  }

  /** The texts as they stand, edits of the reader included. */
  get texts(): EmbedTexts {
    return this.#shown.texts;
  }

  /** What the frame can do; `null` until it is there. */
  get capabilities(): EmbedCapabilities | null {
    return this.#there?.capabilities ?? null;
  }

  /** Ends the present run, if any, and starts another. */
  run(): Promise<Answer> {
    return this.#call((live) => live.run());
  }

  /** Makes a request of the run: `{ type: 'pause' }`. */
  request(request: Request): Promise<Answer> {
    return this.#call((live) => live.request(request));
  }

  /** Shows other texts, stopped. */
  load(texts: EmbedTexts | string): void {
    this.stop();
    this.#shown.given = { texts: typeof texts === 'string' ? { process: texts } : texts, state: readyState };
    this.#shown.reset();
  }

  /** Ends the run and its runtime; what was shown last stays. */
  stop(): void {
    this.#there?.release();
  }

  async #call(ask: (live: Live) => Answer | Promise<Answer>): Promise<Answer> {
    const global = globalThis as Global;
    this.#live ??= (global.processPlaygroundLive ? Promise.resolve() : loadScript('live.js')).then(
      () => (this.#there = new global.processPlaygroundLive!(this.#shown)),
    );
    try {
      return await ask(await this.#live);
    } catch {
      this.#live = null;
      const message = `Nothing comes from ${own()}: is the network there?`;
      this.#shown.problems = [message];
      this.#shown.draw();
      return { accepted: false, message };
    }
  }
}

function shownIn(host: HTMLElement, run: () => void): Shown {
  const shown: Shown = {
    host,
    facade: new Facade(host, {
      run,
      reset: () => shown.reset(),
      speed: (speed: EmbedSettings['speed']) => (shown.settings = { ...shown.settings, speed }),
    }),
    settings: readSettings(document.createElement('i')),
    given: { texts: { process: '' }, state: readyState },
    texts: { process: '' },
    state: readyState,
    problems: [],
    get theme() {
      const { theme } = shown.settings;
      return theme === 'auto' ? themeAround(host) : theme;
    },
    get height() {
      const given = host.getAttribute('height');
      return given && (given === 'all' ? 'none' : `${parseFloat(given) || 500}px`);
    },
    draw() {
      shown.facade.draw(shown);
      shown.drawn();
    },
    drawn: () => undefined,
    reset() {
      shown.texts = shown.given.texts;
      shown.state = shown.given.state;
      shown.draw();
    },
  };
  return shown;
}
