import type { EmbedSettings, EmbedState, EmbedTexts } from '../../model/embed.js';
import { deviceName, importedDevices, toneOfName } from '../../model/embed-names.js';
import type { Speed } from '../../model/snapshot.js';
import codeTokens from '../../src/editor/code-tokens.css?inline';
import tokens from '../../src/ui/tokens.css?inline';
import look from '../look.css?inline';
import { icon, make, paintInto, shapes } from './draw.js';
import styles from './element.css?inline';
import { openAddress } from './open-address.js';

/** What is drawn. */
export interface Drawing {
  readonly settings: EmbedSettings;
  readonly texts: EmbedTexts;
  readonly state: EmbedState;
  /** Sentences for whoever wrote the page. */
  readonly problems: readonly string[];
  /** Of the code, at most; `null`: as it is by itself. */
  readonly height: string | null;
  readonly theme: 'light' | 'dark';
}

export interface Actions {
  run(): void;
  reset(): void;
  speed(speed: Speed): void;
}

let sheet: CSSStyleSheet | undefined;
/** One for all elements of a page. It is no inline style, so that a page may forbid those. */
function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync((tokens + codeTokens).replaceAll(':root', '.pg') + look + styles);
  }
  return sheet;
}

/** What stands in the page as long as there is no frame: it looks as the frame does. */
export class Facade {
  readonly root: ShadowRoot;
  /** Until it is drawn, the page's own code is seen in it. */
  readonly box = make('div', { class: 'pg', role: 'group', 'aria-label': 'Live example' }, make('slot'));
  readonly #ear = make('i', { class: 'ear' });

  constructor(
    host: HTMLElement,
    private readonly actions: Actions,
  ) {
    this.root = host.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [sharedSheet()];
    this.root.append(this.#ear, this.box);
  }

  /** Calls back whenever the colour of the text around has changed. */
  onTheme(changed: () => void): void {
    this.#ear.ontransitionend = changed;
  }

  theme(theme: 'light' | 'dark'): void {
    this.box.dataset['theme'] = theme;
  }

  draw({ settings, texts, state, problems, height, theme }: Drawing): void {
    const { mode, hide } = settings;
    const shows = (part: (typeof hide)[number]): boolean => !hide.includes(part);
    const box = this.box;
    this.theme(theme);
    if (height === null) box.style.removeProperty('--code-most');
    else box.style.setProperty('--code-most', height);
    box.replaceChildren(
      this.#tools(settings, shows),
      ...(shows('code') ? [this.#code(texts, state)] : []),
      ...(mode === 'static' ? [make('slot', { name: 'picture' })] : []),
      ...(mode === 'static' && this.root.host.querySelector('[slot=picture]') ? [] : [stateBox(state, texts, shows)]),
      ...[...problems, ...(state.failure ? [state.failure] : [])].map((sentence) => make('p', { class: 'problem' }, sentence)),
    );
  }

  #tools({ mode, speed, ...settings }: EmbedSettings, shows: (part: 'speed' | 'reset' | 'open') => boolean): HTMLElement {
    const button = (name: string, kind: string, press: (() => void) | null): HTMLButtonElement => {
      const element = make('button', { type: 'button', class: `button ${kind}`, 'aria-disabled': press ? null : 'true' });
      const shape = shapes[kind];
      if (shape) element.append(icon(shape));
      element.append(name);
      if (press) element.onclick = press;
      else element.title = 'Press Run first.';
      return element;
    };
    const open = make(
      'a',
      { class: 'button open', 'aria-label': 'Open in playground', href: openAddress(settings), target: '_blank', rel: 'noopener' },
      mode === 'bench' ? 'Open ↗' : 'Open in playground ↗',
    );
    if (mode === 'static') return make('div', { class: 'tools' }, make('span', { class: 'grow' }), shows('open') ? open : null);
    const run = button('Run', 'primary', () => this.actions.run());
    const reset = button('Reset', 'reset', () => this.actions.reset());
    const names = mode === 'mini' ? [] : ['Jump', 'Swap data', 'Send message'];
    const speeds = make(
      'select',
      { class: 'button', 'aria-label': 'Speed' },
      ...['1', '10', '100', 'max'].map((each) => new Option(each === 'max' ? 'Max' : `${each}×`, each)),
    );
    speeds.value = String(speed);
    speeds.onchange = () => this.actions.speed((speeds.value === 'max' ? 'max' : Number(speeds.value)) as Speed);
    return make(
      'div',
      { class: 'tools' },
      run,
      button('Pause', 'pause', null),
      button('Halt', 'halt', null),
      ...names.map((name) => button(name, '', null)),
      make('span', { class: 'grow' }),
      shows('speed') ? speeds : null,
      shows('reset') ? reset : null,
      shows('open') ? open : null,
    );
  }

  #code({ process }: EmbedTexts, { line, state }: EmbedState): HTMLElement {
    const pre = make('pre');
    paintInto(pre, process, line);
    return make(
      'div',
      { class: 'code', 'data-tone': toneOfName(state), tabindex: '0', role: 'region', 'aria-label': 'Code' },
      make('div', { class: 'sheet' }, pre),
    );
  }
}

function stateBox(
  { state, left, progress, location, devices }: EmbedState,
  { process }: EmbedTexts,
  shows: (part: 'process' | 'hardware') => boolean,
): Node {
  const bar = make('i');
  bar.style.transform = `scaleX(${progress ?? 0})`;
  const now = make(
    'div',
    { class: 'now', 'data-tone': toneOfName(state) },
    make('div', { class: 'head' }, make('span', { class: 'chip' }, state), make('span', { class: 'dim' }, left)),
    make('div', { class: progress === null ? 'track none' : 'track' }, bar),
    ...location.map(([label, value]) => make('div', { class: 'row mono' }, make('span', {}, label), make('span', {}, value))),
  );
  const shown = devices.length > 0 ? devices : importedDevices(process).map((id) => ({ label: deviceName(id), headline: '–', note: '' }));
  const hardware = make(
    'div',
    { class: 'hardware' },
    ...shown.map(({ label, headline, note }) =>
      make(
        'div',
        { class: 'device' },
        make('b', {}, label),
        make('span', { class: 'mono' }, headline),
        make('span', { class: 'dim' }, note),
      ),
    ),
  );
  return make('div', { class: 'state' }, shows('process') ? now : null, shows('hardware') && shown.length > 0 ? hardware : null);
}
