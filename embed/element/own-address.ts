/** A script that is run as a module is not told which it is. */
const script = document.currentScript ?? document.querySelector('script[src*="process-playground.js"]');
const address = (script as HTMLScriptElement | null)?.src;

/** The folder that the script came from, where its frame is too; a script within another file is told by `data-process-playground` of the page. */
export const own = (): string =>
  new URL('.', address || new URL(document.documentElement.dataset['processPlayground'] ?? '', document.baseURI)).href;
