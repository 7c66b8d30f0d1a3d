import './monaco/environment.js';
import { editor, KeyCode, KeyMod, languages, MarkerSeverity } from 'monaco-editor/editor';
import './monaco/typing-features.js';
import type { Place, Range } from '../../model/place.js';
import { editBetween } from '../../model/text-edit.js';
import { type FileId, files } from './editor-port.js';
import { FollowFailure } from './follow.js';
import type { FullEditor, FullEditorOptions } from './full-editor.js';
import type { LiveFrame } from './live.js';
import { modelOf, push, rangeOf, selectionOf } from './monaco/hand-over.js';
import { languageOf } from './monaco/languages.js';
import { LiveMarks } from './monaco/live-marks.js';
import { applyTheme, followTheme } from './monaco/theme.js';
import { nextTask } from '../ui/after-paint.js';
import type { Problem } from './problems.js';

const ids: readonly FileId[] = ['process', 'data', 'protocol', 'bench'];

/** Ctrl+Enter (⌘ Enter) belongs to the page: it runs. */
const keys: editor.IKeybindingRule[] = [{ keybinding: KeyMod.CtrlCmd | KeyCode.Enter, command: '-editor.action.insertLineAfter' }];

/** Makes what Monaco makes for its first text: opening it then takes less time in one go. */
export function warmUp(): void {
  editor.createModel('', languageOf.process).dispose();
}

/** Opens Monaco with what another editor hands over. From the return on it owns the texts. */
export function openMonaco(options: FullEditorOptions): FullEditor {
  return new MonacoEditor(options);
}

class MonacoEditor implements FullEditor {
  readonly #options: FullEditorOptions;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #models: Readonly<Record<FileId, editor.ITextModel>>;
  readonly #views: Record<FileId, editor.ICodeEditorViewState | null> = { process: null, data: null, protocol: null, bench: null };
  /** Texts that have not been in front yet: each is set up when it comes there, so that the first one shows sooner. */
  readonly #unseen = new Set<FileId>(ids);
  readonly #live: LiveMarks;
  readonly #failures = new FollowFailure();
  readonly #parts: (() => void)[] = [];
  readonly #late: Promise<void>;
  #active: FileId;
  #composing = false;
  #gone = false;

  constructor(options: FullEditorOptions) {
    this.#options = options;
    this.#active = options.active;
    this.#parts.push(followTheme());
    const model = (file: FileId): editor.ITextModel => modelOf(file, options.texts[file]);
    this.#models = { process: model('process'), data: model('data'), protocol: model('protocol'), bench: model('bench') };
    this.#editor = editor.create(options.host, { ...look(), model: null, overflowWidgetsDomNode: this.#overflowNode() });
    this.#live = new LiveMarks(this.#editor, this.#models.process, options.inSight);
    this.show(options.active);
    if (options.focused) this.#editor.focus();
    this.#listen();
    this.#tellCursor();
    this.#late = this.#bringRest();
  }

  show(file: FileId): void {
    if (this.#editor.getModel() === this.#models[file]) return;
    if (this.#editor.getModel()) this.#views[this.#active] = this.#editor.saveViewState();
    this.#active = file;
    this.#editor.setModel(this.#models[file]);
    if (this.#unseen.delete(file)) this.#restore(file);
    else this.#editor.restoreViewState(this.#views[file]);
    const name = files.find(({ id }) => id === file)?.name ?? '';
    this.#editor.updateOptions({ ariaLabel: `${name}, code. To leave the editor, press Escape and then Tab.` });
    this.#live.place();
    this.#tellCursor();
  }

  /** As the editor before left it. */
  #restore(file: FileId): void {
    const { selection, scroll } = this.#options.texts[file];
    this.#editor.setSelection(selectionOf(this.#models[file], selection));
    this.#editor.setScrollPosition({ scrollTop: scroll.top, scrollLeft: scroll.left }, editor.ScrollType.Immediate);
  }

  replace(file: FileId, text: string): void {
    const model = this.#models[file];
    const edit = editBetween(model.getValue(), text);
    if (!edit) return;
    const cursor = { start: edit.at, end: edit.at };
    push(model, edit, cursor, cursor);
  }

  reveal(place: Place | Range): void {
    this.show(place.file);
    const position = { lineNumber: place.line, column: place.column };
    this.#editor.setPosition(position);
    this.#editor.revealPositionInCenterIfOutsideViewport(position);
    this.#editor.focus();
  }

  begin(file: FileId): void {
    this.show(file);
    this.#editor.setPosition({ lineNumber: 1, column: 1 });
    this.#editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 }, editor.ScrollType.Immediate);
  }

  focus(): void {
    this.#editor.focus();
  }

  live(frames: readonly LiveFrame[], note: HTMLElement): void {
    this.#live.show(frames, note);
  }

  mark(problems: readonly Problem[]): void {
    const [first] = problems.filter(({ range, severity }) => range.file === this.#active && severity === 'error');
    const failure = first === undefined ? null : { message: first.message, line: first.range.line };
    const line = this.#failures.found(failure, this.#editor.hasTextFocus());
    if (line !== null) this.#editor.revealLineInCenterIfOutsideViewport(line);
    for (const file of ids) {
      const markers = problems.filter(({ range }) => range.file === file).map(markerOf);
      editor.setModelMarkers(this.#models[file], 'run', markers);
    }
  }

  async format(): Promise<void> {
    await this.#late;
    await this.#editor.getAction('editor.action.formatDocument')?.run();
  }

  undo(): void {
    this.#editor.trigger('menu', 'undo', null);
  }

  redo(): void {
    this.#editor.trigger('menu', 'redo', null);
  }

  dispose(): void {
    this.#gone = true;
    this.#editor.dispose();
    for (const part of this.#parts) part();
    for (const file of ids) this.#models[file].dispose();
  }

  #listen(): void {
    const { edited } = this.#options;
    for (const file of ids) {
      const model = this.#models[file];
      model.onDidChangeContent(({ changes }) => {
        const list = changes.map(({ rangeOffset, rangeLength, text }) => ({
          at: rangeOffset,
          removed: rangeLength,
          inserted: text.length,
        }));
        edited(file, model.getValue(), list);
      });
    }
    this.#editor.onDidChangeCursorPosition(() => this.#tellCursor());
    this.#editor.onDidCompositionStart(() => (this.#composing = true));
    this.#editor.onDidCompositionEnd(() => (this.#composing = false));
    const keybindings = editor.addKeybindingRules(keys);
    const formatter = languages.registerDocumentFormattingEditProvider(languageOf.data, {
      displayName: 'YAML',
      provideDocumentFormattingEdits: (model) => this.#formatYaml(model),
    });
    this.#parts.push(
      () => keybindings.dispose(),
      () => formatter.dispose(),
    );
  }

  #tellCursor(): void {
    const position = this.#editor.getPosition();
    if (position) this.#options.cursor(position.lineNumber, position.column);
  }

  async #formatYaml(model: editor.ITextModel): Promise<languages.TextEdit[]> {
    const { formatYaml } = await import('./format-yaml.js');
    const result = formatYaml(model.getValue());
    if (!result.ok) {
      this.#options.failed(result.message);
      return [];
    }
    const edit = editBetween(model.getValue(), result.text);
    return edit ? [{ range: rangeOf(model, edit.at, edit.at + edit.removed.length), text: edit.inserted }] : [];
  }

  /** Loads what typing does not need, and adds it when nobody is typing. Without it the editor still edits. */
  async #bringRest(): Promise<void> {
    const { failed, found, quiet } = this.#options;
    // To read code in and to make things of it are tasks of their own, so that a key in between is heard.
    const breath = async (): Promise<boolean> => {
      await nextTask('user-visible');
      await quiet(() => !this.#composing);
      return !this.#gone;
    };
    try {
      const { followBench, watchTypes } = await import('./monaco/typescript.js');
      if (!(await breath())) return;
      this.#parts.push(followBench(this.#models.bench), watchTypes(this.#models.process, found));
      const { bringFeatures } = await import('./monaco/late-features.js');
      if (await breath()) await bringFeatures(this.#editor, breath);
      if (!this.#gone) applyTheme();
    } catch {
      failed('Some of the editor could not be loaded: completion, hover, types. Is the network there? Reload the page to try again.');
    }
  }

  /** Hovers and lists reach out of the pane: they need a place that nothing clips. */
  #overflowNode(): HTMLElement {
    const node = document.createElement('div');
    node.className = 'monaco-editor code-overflow';
    document.body.append(node);
    this.#parts.push(() => node.remove());
    return node;
  }
}

function markerOf({ range, message, severity }: Problem): editor.IMarkerData {
  return {
    startLineNumber: range.line,
    startColumn: range.column,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
    message,
    severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    source: 'last run',
  };
}

/** How the editor looks: measures as in code.css and the light editor, so that nothing moves when it takes over. */
function look(): editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement);
  const pixels = (token: string): number => Number.parseFloat(style.getPropertyValue(token));
  return {
    fontFamily: style.getPropertyValue('--mono'),
    fontSize: pixels('--code-size'),
    lineHeight: pixels('--code-line'),
    padding: { top: pixels('--code-pad'), bottom: pixels('--code-pad') },
    letterSpacing: 0,
    fontLigatures: false,
    lineNumbersMinChars: 4,
    // The controls for folding add 16 pixels of their own.
    lineDecorationsWidth: 0,
    glyphMargin: false,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    automaticLayout: true,
    scrollBeyondLastLine: false,
    minimap: { enabled: false },
    renderLineHighlight: 'none',
    renderFinalNewline: 'on',
    guides: { indentation: false },
    bracketPairColorization: { enabled: false },
    stickyScroll: { enabled: false },
    occurrencesHighlight: 'singleFile',
    unusualLineTerminators: 'off',
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    fixedOverflowWidgets: true,
    dropIntoEditor: { enabled: false },
    quickSuggestions: { other: true, comments: false, strings: false },
    wordBasedSuggestions: 'off',
  };
}
