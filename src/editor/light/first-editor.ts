import { paint, type PaintedLine, tokenizers } from '../highlight.js';
import type { Selection } from './edit-history.js';

/** No line of code is lower than this, in pixels. */
const smallestLine = 20;

/** What a person did in the first editor until the page took over. */
export interface FirstWork {
  readonly text: string;
  readonly selection: Selection;
  readonly scroll: { readonly top: number; readonly left: number };
  readonly focused: boolean;
}

export interface FirstEditor {
  /** Resolves when nobody is composing or dragging in it. */
  quiet(): Promise<void>;
  /** Takes it off the page, and says what was done in it. */
  remove(): FirstWork;
}

/**
 * The very first editor, which needs nothing of the page but its style sheet: the process in colours, to read and to type in, while the
 * page itself is still on its way. It looks like the light editor of the page and stands in the same place. It is part of index.html, so
 * that it takes a key before any script has come; here it gets its text.
 *
 * @param root the element `first-editor` of index.html.
 * @param text what to show; what was typed already stands before it.
 * @param share of the window's width that the code takes, where there are panes.
 */
export function showFirstEditor(root: HTMLElement, text: string, share: number): FirstEditor {
  root.style.setProperty('--share', String(share));
  const find = <Found extends Element>(selector: string): Found => root.querySelector<Found>(selector)!;
  const scroller = find<HTMLElement>('.light');
  const area = find<HTMLTextAreaElement>('textarea');
  const pre = find<HTMLPreElement>('pre');
  let lines: readonly PaintedLine[] = [];
  /** The first picture needs what can be seen only; whoever types or scrolls gets everything. */
  const draw = (most = Infinity): void => {
    const count = area.value.split('\n').length;
    const shown = count > most ? area.value.split('\n', most).join('\n') : area.value;
    lines = paint(shown, tokenizers.process, lines);
    const sheet = find<HTMLElement>('.sheet');
    sheet.style.setProperty('--digits', String(Math.max(4, String(count).length)));
    sheet.style.setProperty('--lines', String(count));
    pre.replaceChildren(...lines.flatMap((line) => [lineElement(line), '\n']));
  };
  const early = area.value;
  area.value = early + text;
  area.setSelectionRange(early.length, early.length);
  area.addEventListener('input', () => draw());
  scroller.addEventListener('scroll', () => draw(), { once: true, passive: true });
  draw(Math.ceil(innerHeight / smallestLine));

  let hold: 'composing' | 'dragging' | null = null;
  let waiting: (() => void)[] = [];
  const release = (): void => {
    hold = null;
    // The browser finishes its own work on the event first.
    setTimeout(() => {
      if (hold === null) waiting = waiting.filter((resolve) => void resolve());
    });
  };
  area.addEventListener('compositionstart', () => (hold = 'composing'));
  area.addEventListener('compositionend', release);
  area.addEventListener('pointerdown', () => (hold = 'dragging'));
  const stop = new AbortController();
  for (const name of ['pointerup', 'pointercancel', 'blur']) {
    addEventListener(name, () => hold === 'dragging' && release(), { signal: stop.signal });
  }

  return {
    quiet: () => new Promise((resolve) => (hold === null ? resolve() : waiting.push(resolve))),
    remove: () => {
      const work: FirstWork = {
        text: area.value,
        selection: { start: area.selectionStart, end: area.selectionEnd },
        scroll: { top: scroller.scrollTop, left: scroller.scrollLeft },
        focused: document.activeElement === area,
      };
      stop.abort();
      root.remove();
      return work;
    },
  };
}

function lineElement({ tokens }: PaintedLine): HTMLElement {
  const line = document.createElement('div');
  line.className = 'line';
  for (const { kind, text } of tokens) {
    if (kind === 'plain') {
      line.append(text);
      continue;
    }
    const part = document.createElement('span');
    part.className = kind;
    part.textContent = text;
    line.append(part);
  }
  return line;
}
