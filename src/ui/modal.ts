/**
 * An attachment that shows a dialog over everything, with the focus on its `[data-first]` element, if it has one. When it goes, the focus
 * returns to where it was, however it was closed: the browser sees to that only while the dialog is still in the document.
 */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-first]')?.focus();
  return () => {
    dialog.close();
    const { activeElement: focus } = document;
    if ((focus === null || focus === document.body) && before instanceof HTMLElement) before.focus();
  };
}
