import { editor } from 'monaco-editor/editor';
import { tokenKinds } from '../tokens.js';

const name = 'playground';

/** Monaco's names of colours, and the tokens of the page that they take. */
const colors: Readonly<Record<string, string>> = {
  'editor.background': '--bg',
  'editor.foreground': '--ink',
  'editorCursor.foreground': '--ink',
  'editorLineNumber.foreground': '--code-number-line',
  'editorLineNumber.activeForeground': '--dim',
  'editor.selectionBackground': '--code-selection',
  'editor.inactiveSelectionBackground': '--code-selection-faint',
  'editor.wordHighlightBackground': '--code-match-faint',
  'editor.wordHighlightStrongBackground': '--code-match-faint',
  'editor.selectionHighlightBackground': '--code-match-faint',
  'editor.findMatchBackground': '--code-match',
  'editor.findMatchHighlightBackground': '--code-match-faint',
  'editorBracketMatch.background': '--code-match-faint',
  'editorBracketMatch.border': '--edge',
  // Brackets have the colour of text, as in the light editor.
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, '--ink'])),
  'editorBracketHighlight.unexpectedBracket.foreground': '--fail',
  // Unused code is underlined instead of faded: faded text would be too faint to read.
  'editorUnnecessaryCode.opacity': '--ink',
  'editorUnnecessaryCode.border': '--edge',
  'editorError.foreground': '--fail',
  'editorWarning.foreground': '--pause',
  'editorInfo.foreground': '--run',
  'editorHint.foreground': '--dim',
  'editorWidget.background': '--raised',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--edge',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.foreground': '--ink',
  'editorHoverWidget.border': '--edge',
  'editorSuggestWidget.background': '--raised',
  'editorSuggestWidget.foreground': '--ink',
  'editorSuggestWidget.border': '--edge',
  'editorSuggestWidget.selectedBackground': '--pressed',
  'editorSuggestWidget.selectedForeground': '--ink',
  'editorSuggestWidget.selectedIconForeground': '--ink',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'editorMarkerNavigation.background': '--panel',
  'list.hoverBackground': '--pressed',
  'list.focusBackground': '--pressed',
  'list.activeSelectionBackground': '--pressed',
  'list.activeSelectionForeground': '--ink',
  'quickInput.background': '--raised',
  'quickInput.foreground': '--ink',
  'menu.background': '--raised',
  'menu.foreground': '--ink',
  'menu.selectionBackground': '--pressed',
  'menu.selectionForeground': '--ink',
  'input.background': '--bg',
  'input.foreground': '--ink',
  'input.border': '--edge',
  focusBorder: '--focus',
  foreground: '--ink',
  descriptionForeground: '--dim',
  'textLink.foreground': '--focus',
  'textLink.activeForeground': '--focus',
  'textCodeBlock.background': '--pressed',
  'textPreformat.foreground': '--ink',
  'scrollbarSlider.background': '--code-scrollbar',
  'scrollbarSlider.hoverBackground': '--edge',
  'scrollbarSlider.activeBackground': '--edge',
  'editorOverviewRuler.border': '--bg',
  'widget.shadow': '--code-shadow',
};

/** Gives Monaco the colours of the page, and again whenever the page changes them. Returns how to stop. */
export function followTheme(): () => void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(applyTheme);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  dark.addEventListener('change', applyTheme);
  applyTheme();
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', applyTheme);
  };
}

/** To be called again when features were added: they bring names of colours of their own. */
export function applyTheme(): void {
  const read = colorReader();
  const found = Object.entries(colors).map(([id, token]) => [id, read(token)] as const);
  const background = read('--bg');
  editor.defineTheme(name, {
    base: isDark(background) ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: read('--ink').slice(1) },
      ...tokenKinds.map((kind) => ({ token: kind, foreground: read(kind === 'plain' ? '--ink' : `--code-${kind}`).slice(1) })),
    ],
    colors: Object.fromEntries(found),
  });
  editor.setTheme(name);
  read.done();
}

/** Reads tokens of the page as `#rrggbb` or `#rrggbbaa`, whatever way they are written. */
function colorReader(): ((token: string) => string) & { done(): void } {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    if (!canvas) return '#808080';
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
    const two = (value: number): string => value.toString(16).padStart(2, '0');
    return `#${two(red)}${two(green)}${two(blue)}${alpha === 255 ? '' : two(alpha)}`;
  };
  return Object.assign(read, { done: () => probe.remove() });
}

/** By perceived lightness of `#rrggbb`. */
function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
