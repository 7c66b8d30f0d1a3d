/** A key of the whole page. `P`, `J` and `Alt+→` are what people know from Automancer's own client. */
export type Shortcut = 'run' | 'pause' | 'jump' | 'skip';

/** What of a keyboard event decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
}

/** Where the focus is: in a field or an editor single letters are text; in a dialog the keys belong to the dialog. */
export type FocusPlace = 'page' | 'text' | 'dialog';

export function shortcutFor(press: KeyPress, focus: FocusPlace): Shortcut | null {
  if (press.defaultPrevented || press.repeat || focus === 'dialog') return null;
  if (press.key === 'Enter' && (press.ctrlKey || press.metaKey) && !press.altKey && !press.shiftKey) return 'run';
  if (focus === 'text' || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  if (press.altKey) return press.key === 'ArrowRight' ? 'skip' : null;
  switch (press.key.toLowerCase()) {
    case 'p':
      return 'pause';
    case 'j':
      return 'jump';
    default:
      return null;
  }
}

/** Where an element stands for `shortcutFor`. */
export function focusPlaceOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('dialog, [role="dialog"], [role="menu"]')) return 'dialog';
  return target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], .monaco-editor')
    ? 'text'
    : 'page';
}
