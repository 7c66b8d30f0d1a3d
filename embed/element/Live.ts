import { type EmbedCapabilities, type EmbedTexts, embedVersion, type FromEmbed, type ToEmbedBody } from '../../model/embed.js';
import type { Request } from '../../model/requests.js';
import { readRecorded } from './attributes.js';
import { makeEditable } from './edit.js';
import { exampleTexts } from './examples.js';
import { FramePlace } from './frame-place.js';
import styles from './live.css?inline';
import { keepLinked, linkTo } from './open-link.js';
import { own } from './own-address.js';
import { attributeProblems } from './problems.js';
import type { Answer, Shown } from './shown.js';
import { trimmed } from './texts.js';

/** A frame that says nothing for so long, in milliseconds, is not there. */
const patience = 15_000;

/** Of the whole playground, in pixels, unless the attribute says. */
const wholeHeight = 640;

let sheet: CSSStyleSheet | undefined;
function liveSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

/** The only one of the page that has a runtime. */
let alive: Live | null = null;

function comeAlive(live: Live): void {
  if (alive !== live) alive?.release();
  alive = live;
}

/** What runs an example: its frame, and what is said to it and heard from it. */
export class Live {
  readonly #shown: Shown;
  readonly #place: FramePlace;
  #ended = true;
  #frame: HTMLIFrameElement | null = null;
  /** It has said that it listens, and what it can do. */
  #capabilities: EmbedCapabilities | null = null;
  #queue: (() => void)[] = [];
  #timer = 0;
  #calls = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #begun: Promise<void> | null = null;
  #visible = false;
  readonly #sight = new IntersectionObserver((entries) => this.#seen(entries.at(-1)?.isIntersecting === true));
  readonly #listen = (event: MessageEvent): void => this.#heard(event);

  constructor(shown: Shown) {
    const { root } = shown.facade;
    this.#shown = shown;
    this.#place = new FramePlace(shown.facade);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, liveSheet()];
    shown.drawn = () => {
      makeEditable(shown, () => this.#tell('change', { texts: shown.texts }));
      keepLinked(shown);
    };
    shown.drawn();
  }

  get capabilities(): EmbedCapabilities | null {
    return this.#capabilities;
  }

  /** The element is in the page, maybe again. */
  async begin(): Promise<Answer> {
    addEventListener('message', this.#listen);
    await (this.#begun ??= this.#complete());
    this.#sight.observe(this.#shown.host);
    return { accepted: true, message: '' };
  }

  /** The element was taken out of the page. */
  end(): void {
    removeEventListener('message', this.#listen);
    this.#sight.disconnect();
    this.release();
  }

  async run(): Promise<Answer> {
    const { settings } = this.#shown;
    if (settings.mode === 'static') return { accepted: false, message: 'This example is shown, not run: its mode is static.' };
    await this.begin();
    comeAlive(this);
    if (settings.mode === 'full') return this.#openWhole();
    this.#open();
    return this.#call({ type: 'run' });
  }

  async request(request: Request): Promise<Answer> {
    if (this.#shown.settings.mode === 'full')
      return { accepted: false, message: 'The whole playground takes requests from its own controls only.' };
    if (!this.#frame) return { accepted: false, message: 'Nothing has been run yet: press Run first.' };
    return this.#call({ type: 'request', request });
  }

  /** Ends the frame. What was shown last is shown on. */
  release(): void {
    if (!this.#frame) return;
    const shown = this.#shown;
    clearTimeout(this.#timer);
    this.#place.close();
    this.#frame = this.#capabilities = null;
    this.#queue = [];
    if (alive === this) alive = null;
    for (const settle of this.#waiting.values()) settle({ accepted: false, message: 'The run was ended.' });
    this.#waiting.clear();
    if (!this.#ended) shown.state = { ...shown.state, state: 'Stopped', left: 'Stopped: Run starts it anew' };
    this.#ended = true;
    shown.draw();
  }

  /** The theme has changed. */
  themed(): void {
    if (this.#capabilities) this.#send({ type: 'theme', theme: this.#shown.theme });
  }

  /** What the attributes name comes from elsewhere. */
  async #complete(): Promise<void> {
    const shown = this.#shown;
    const { host, settings } = shown;
    const problems = [...shown.problems, ...attributeProblems(host)];
    const attempt = async (load: () => Promise<void>): Promise<void> =>
      load().catch((error: unknown) => void problems.push(error instanceof Error ? error.message : String(error)));
    const source = host.getAttribute('src');
    const recorded = host.getAttribute('recorded');
    let { texts, state } = shown.given;
    if (recorded && !recorded.startsWith('{')) await attempt(async () => void (state = readRecorded(await fetchText(recorded))));
    if (source) await attempt(async () => void (texts = { ...texts, process: trimmed(await fetchText(source)) }));
    else if (texts.process === '') {
      await attempt(async () => {
        if (settings.example === undefined) throw new Error('There is no code: put a <pre><code> inside, or name an example or a src.');
        const example = await exampleTexts(settings.example);
        texts = example.texts;
        if (example.bench && !host.hasAttribute('bench')) shown.settings = { ...settings, bench: example.bench };
      });
    }
    const untouched = shown.texts === shown.given.texts;
    if (problems.length === 0 && texts === shown.given.texts && state === shown.given.state) return;
    shown.problems = problems;
    shown.given = { texts, state };
    if (untouched) shown.reset();
    else shown.draw();
  }

  /** Starts by itself only what the author of this very page has written, and only before the reader's eyes. */
  #autorun(): void {
    const { host, texts } = this.#shown;
    if (!host.hasAttribute('autorun') || this.#frame || alive || texts.process === '') return;
    host.removeAttribute('autorun');
    const source = host.getAttribute('src');
    if (source === null || new URL(source, document.baseURI).origin === location.origin) void this.run();
  }

  #seen(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#autorun();
    else if (this.#capabilities && this.#ended) this.release();
  }

  /** Puts the frame behind what is shown, if it is not there. */
  #open(): void {
    if (this.#frame) return;
    const shown = this.#shown;
    const address = new URL('frame.html', own());
    address.search = new URLSearchParams({ wait: '', theme: shown.theme }).toString();
    this.#ended = false;
    this.#frame = this.#place.open(address.href);
    this.#timer = window.setTimeout(() => {
      shown.problems = [`The playground of ${address.origin} does not answer. Is the network there, and does this site allow its frames?`];
      this.release();
    }, patience);
  }

  /** The whole playground, in its place: it says nothing to pages around it. */
  #openWhole(): Answer {
    const shown = this.#shown;
    this.release();
    this.#frame = this.#place.open(linkTo(shown));
    this.#frame.onload = () => this.#place.resize(parseFloat(shown.height ?? '') || wholeHeight);
    return { accepted: true, message: 'The whole playground is shown: Run is in it.' };
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

  #send(body: ToEmbedBody, id?: number): void {
    const message = { playground: embedVersion, ...body, ...(id === undefined ? {} : { id }) };
    this.#frame?.contentWindow?.postMessage(message, new URL(own()).origin);
  }

  #heard({ source, origin, data }: MessageEvent): void {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== new URL(own()).origin || data?.playground !== embedVersion)
      return;
    const shown = this.#shown;
    const message = data as FromEmbed;
    switch (message.type) {
      case 'ready':
        clearTimeout(this.#timer);
        this.#capabilities = message.capabilities;
        this.#send({ type: 'load', texts: shown.texts, settings: { ...shown.settings, theme: shown.theme }, height: shown.height });
        for (const send of this.#queue.splice(0)) send();
        return this.#tell('ready', { capabilities: message.capabilities });
      case 'resize':
        return this.#place.resize(message.height);
      case 'state':
        shown.state = message.state;
        this.#ended = message.ended;
        if (message.texts) this.#edited(message.texts);
        this.#tell('state', { state: message.state, ended: message.ended });
        if (this.#ended && !this.#visible) this.release();
        return;
      case 'event':
        return this.#tell('event', { event: message.event });
      case 'reset':
        this.#ended = true;
        this.release();
        shown.reset();
        return this.#place.focus();
      case 'answer':
        return this.#waiting.get(message.id)?.({ accepted: message.accepted, message: message.message });
      case 'refused':
        return console.warn(message.message);
    }
  }

  #edited(texts: EmbedTexts): void {
    this.#shown.texts = texts;
    this.#tell('change', { texts });
  }

  #tell(type: string, detail: object): void {
    this.#shown.host.dispatchEvent(new CustomEvent(`process-${type}`, { detail, bubbles: true, composed: true }));
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
