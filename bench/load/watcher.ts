/** Put into a page before it loads: notes when something can be seen for the first time, in milliseconds since the page was asked for. */
export interface Watched {
  /** Monaco shows text. */
  monaco: number | null;
  /** The key that is pressed again and again stands in an editor. */
  key: number | null;
}

const watched: Watched = { monaco: null, key: null };
Object.assign(globalThis, { watched });

function look(): void {
  const monaco = document.querySelector('.monaco-editor .view-lines')?.textContent ?? '';
  const areas = [...document.querySelectorAll('textarea')].map(({ value }) => value);
  if (monaco !== '') watched.monaco ??= performance.now();
  if ([monaco, ...areas].some((text) => text.includes('~'))) watched.key ??= performance.now();
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
