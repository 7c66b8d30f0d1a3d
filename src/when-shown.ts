/** The longest time that is waited for the first picture, in milliseconds: some browsers do not tell of it, and a hidden page has none. */
const patience = 400;

/** Resolves once the first picture of the page is on the screen and the browser has nothing better to do, such as hearing a key. */
export async function whenShown(): Promise<void> {
  if (document.hidden) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    const observer = new PerformanceObserver((list) => {
      if (!list.getEntries().some((entry) => entry.name === 'first-contentful-paint')) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
  await idle();
}

/** Lets the browser do what is waiting, keys before anything else. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve);
    else requestIdleCallback(() => resolve(), { timeout: 100 });
  });
}
