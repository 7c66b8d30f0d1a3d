/** A script that is run as a module is not told which it is. */
const script = document.currentScript ?? document.querySelector('script[src*="process-playground.js"]');
const address = (script as HTMLScriptElement | null)?.src;

/** The folder that the script came from, where its frame is too; a script within another file is told by `data-process-playground` of the page. */
export const own = (): string =>
  new URL('.', address || new URL(document.documentElement.dataset['processPlayground'] ?? '', document.baseURI)).href;

const loads = new Map<string, Promise<void>>();

/** Loads a script of that folder, once: as a script, since that is what a page with a strict policy allows of us already. */
export function loadScript(name: string): Promise<void> {
  let load = loads.get(name);
  if (!load) {
    const element = document.createElement('script');
    element.src = own() + name;
    load = new Promise((resolve, reject) => {
      element.onload = () => resolve();
      element.onerror = reject;
    });
    // What could not be had is asked for again.
    load.catch(() => loads.delete(name));
    loads.set(name, load);
    document.head.append(element);
  }
  return load;
}
