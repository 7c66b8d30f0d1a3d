/**
 * Opens files that are dropped on the page where nothing else takes them: a browser would leave the page for them. Returns how to stop.
 */
export function dropFiles(open: (file: File) => void, page: Window = window): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const brings = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true && !event.defaultPrevented;
  page.addEventListener('dragover', (event) => brings(event) && event.preventDefault(), { signal });
  page.addEventListener(
    'drop',
    (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) open(file);
    },
    { signal },
  );
  return () => stop.abort();
}
