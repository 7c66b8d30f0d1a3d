import { mac as onMac } from '../ui/mac.js';

/**
 * A key of the page. Single letters are for when nothing is being written; combinations with `mod` work in the editor, too.
 * Which keys were chosen, and why: docs/decisions/0089.
 */
export interface Key {
  /** As `KeyboardEvent.key` tells it; a letter in lower case. */
  readonly key: string;
  /** Control, on a Mac Command. */
  readonly mod?: true;
  readonly alt?: true;
  readonly shift?: true;
  /** A letter that is pressed and released before. */
  readonly after?: string;
}

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

/** Whether a key is written rather than pressed with a modifier: such keys can be turned off (WCAG 2.1.4). */
export function isLetter({ key, mod, alt }: Key): boolean {
  return !mod && !alt && key.length === 1;
}

/** Whether a key also works while text is written: only what writes nothing. */
function worksInText(key: Key): boolean {
  return key.mod === true || /^F\d+$/.test(key.key);
}

/** Whether `press` is `key`, after the letter `before` if there was one. */
export function isPressed(key: Key, press: KeyPress, focus: FocusPlace, before: string | null): boolean {
  if (press.repeat || focus === 'dialog' || (focus === 'text' && !worksInText(key))) return false;
  if ((key.after ?? null) !== before) return false;
  if (press.key.toLowerCase() !== key.key.toLowerCase()) return false;
  // A Mac has its own Control: in a text, Control K deletes the rest of the line there.
  const mod = press.metaKey || (press.ctrlKey && !onMac);
  if (mod !== (key.mod === true) || (onMac && press.ctrlKey) || press.altKey !== (key.alt === true)) return false;
  // A sign such as ? may need Shift, depending on the keyboard.
  return press.shiftKey === (key.shift === true) || (key.key.length === 1 && !/[a-z]/i.test(key.key));
}

const names: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', Enter: '↵' };
const macNames = { mod: '⌘', alt: '⌥', shift: '⇧' } as const;
const otherNames = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' } as const;

/** What stands on the keys, one after the other: `['Ctrl', 'K']`, `['G', 'C']`. */
export function keyCaps(key: Key, mac: boolean): readonly string[] {
  const modifiers = mac ? macNames : otherNames;
  const held = (['mod', 'alt', 'shift'] as const).filter((name) => key[name]).map((name) => modifiers[name]);
  const cap = names[key.key] ?? (key.key.length === 1 ? key.key.toUpperCase() : key.key);
  return [...(key.after ? [key.after.toUpperCase()] : []), ...held, cap];
}

/** Where an element stands for `isPressed`. */
export function focusPlaceOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('dialog, [role="dialog"]:not([data-beside]), [role="menu"]')) return 'dialog';
  return target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], .monaco-editor')
    ? 'text'
    : 'page';
}
