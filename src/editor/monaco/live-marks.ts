import { editor, Range } from 'monaco-editor/editor';
import { Follow } from '../follow.js';
import type { LiveFrame } from '../live.js';

/** The marks of the awaits at which the process is suspended, in one model. */
export class LiveMarks {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  #ids: string[] = [];
  #frames: readonly LiveFrame[] = [];
  #widget: editor.IContentWidget | null = null;
  readonly #follow = new Follow();
  #noteWidth = 0;
  readonly #inSight: (inSight: boolean) => void;

  /** @param inSight hears whether the line at which the process waits can be seen. */
  constructor(target: editor.IStandaloneCodeEditor, model: editor.ITextModel, inSight: (inSight: boolean) => void) {
    this.#editor = target;
    this.#model = model;
    this.#inSight = inSight;
    target.onDidScrollChange(() => this.#moved());
    target.onDidLayoutChange(() => this.#moved());
  }

  /** Draws anew only when there are other frames; what changes by the second is the text in `note`, which is none of Monaco's business. */
  show(frames: readonly LiveFrame[], note: HTMLElement): void {
    if (frames !== this.#frames) this.#ids = this.#model.deltaDecorations(this.#ids, frames.flatMap(decorations));
    this.#frames = frames;
    if (!this.#widget) {
      this.#widget = {
        getId: () => 'live-note',
        getDomNode: () => note,
        getPosition: () => this.#notePosition(),
        afterRender: () => this.#keepInSight(),
      };
      this.#editor.addContentWidget(this.#widget);
      // Told, not asked: to ask would lay out the page at every event.
      const sizes = new ResizeObserver(([entry]) => {
        this.#noteWidth = entry?.contentRect.width ?? 0;
        this.#keepInSight();
      });
      sizes.observe(note);
      this.#editor.onDidDispose(() => sizes.disconnect());
    }
    const line = frames.at(-1)?.range.line ?? null;
    const move = this.#follow.moved(line, this.#editor.hasTextFocus(), performance.now());
    if (move && line !== null && this.#editor.getModel() === this.#model) this.#editor.revealLineInCenterIfOutsideViewport(line);
    this.place();
  }

  /** Puts the note where it belongs; to be called also when another model comes to the front. */
  place(): void {
    if (this.#widget) this.#editor.layoutContentWidget(this.#widget);
    this.#look();
  }

  #moved(): void {
    this.#look();
    this.#keepInSight();
  }

  /** Beside a line that reaches out of sight, the note stands over its end. */
  #keepInSight(): void {
    const note = this.#widget?.getDomNode();
    if (!note) return;
    const { contentWidth, verticalScrollbarWidth } = this.#editor.getLayoutInfo();
    const left = Number.parseFloat(note.style.left) || 0;
    const from = this.#editor.getScrollLeft();
    const over = left + this.#noteWidth - (from + contentWidth - verticalScrollbarWidth);
    const shift = Math.max(0, Math.min(over, left - from));
    note.style.transform = shift > 0 ? `translateX(${-shift}px)` : '';
  }

  #look(): void {
    const line = this.#frames.at(-1)?.range.line;
    const shown = this.#editor.getModel() === this.#model;
    const inSight =
      line !== undefined && this.#editor.getVisibleRanges().some((range) => range.startLineNumber <= line && line <= range.endLineNumber);
    this.#follow.seen(shown && inSight);
    this.#inSight(!shown || inSight);
  }

  #notePosition(): editor.IContentWidgetPosition | null {
    const frame = this.#frames.at(-1);
    if (!frame || this.#editor.getModel() !== this.#model) return null;
    const lineNumber = Math.min(frame.range.line, this.#model.getLineCount());
    const column = this.#model.getLineMaxColumn(lineNumber);
    return { position: { lineNumber, column }, preference: [editor.ContentWidgetPositionPreference.EXACT] };
  }
}

/** What is typed at the edge of an await is no part of it: `Workspace.now` sees it the same way. */
const stickiness = editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;

function decorations({ range, innermost, stale }: LiveFrame): editor.IModelDeltaDecoration[] {
  const grade = `${innermost ? ' innermost' : ''}${stale ? ' stale' : ''}`;
  const line: editor.IModelDeltaDecoration = {
    range: new Range(range.line, 1, range.line, 1),
    options: {
      isWholeLine: true,
      stickiness,
      className: `live-line${grade}`,
      marginClassName: `live-margin${grade}`,
      zIndex: innermost ? 2 : 1,
    },
  };
  if (stale) return [line];
  const awaited = new Range(range.line, range.column, range.endLine, range.endColumn);
  return [line, { range: awaited, options: { inlineClassName: 'live-await', stickiness } }];
}
