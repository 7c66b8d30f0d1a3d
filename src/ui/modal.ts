const fields = 'form :is(input, select, textarea):not([disabled])';

/**
 * An attachment that shows a dialog over everything, with the focus on its `[data-first]` element, else on the first field of its form: who
 * types goes on typing. When it goes, the focus returns to where it was, however it was closed: the browser sees to that only while the
 * dialog is still in the document.
 */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  const first = dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>(fields);
  first?.focus();
  if (first instanceof HTMLInputElement) first.select();
  return () => {
    dialog.close();
    const { activeElement: focus } = document;
    if ((focus === null || focus === document.body) && before instanceof HTMLElement) before.focus();
  };
}
