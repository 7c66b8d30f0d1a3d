/**
 * An attachment that shows a dialog over everything, with the focus on its `[data-first]` element, if it has one. When it goes, the focus
 * returns to where it was.
 */
export function modal(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-first]')?.focus();
  return () => dialog.close();
}
