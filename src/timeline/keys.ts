/** What a key does while the timeline has the focus; `null`: nothing. */
export type KeyMove =
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'leap'; readonly by: 1 | -1 }
  | { readonly type: 'pan'; readonly part: number }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'first' | 'live' | 'fit' };

/**
 * A slider's own keys move along the run: arrows to the event before or after, Page keys by a tenth of what is in sight, Home to the
 * beginning, End and Escape back to now. The rest moves the picture: `+`, `−`, Shift with arrows, `0` or `f` for everything.
 */
export function keyMove({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyMove | null {
  if (ctrlKey || metaKey || altKey) return null;
  switch (key) {
    case 'ArrowLeft':
      return shiftKey ? { type: 'pan', part: -0.125 } : { type: 'step', by: -1 };
    case 'ArrowRight':
      return shiftKey ? { type: 'pan', part: 0.125 } : { type: 'step', by: 1 };
    case 'PageDown':
      return { type: 'leap', by: -1 };
    case 'PageUp':
      return { type: 'leap', by: 1 };
    case 'Home':
      return { type: 'first' };
    case 'End':
    case 'Escape':
      return { type: 'live' };
    case '+':
    case '=':
      return { type: 'zoom', factor: 1.5 };
    case '-':
    case '−':
      return { type: 'zoom', factor: 1 / 1.5 };
    case '0':
    case 'f':
      return { type: 'fit' };
    default:
      return null;
  }
}
