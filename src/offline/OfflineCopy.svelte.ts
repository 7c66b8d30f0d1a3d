import type { OfflineMessage } from '../../model/offline.js';
import { browserPreferences } from '../ui/preferences.js';

/** What a service worker of the page tells: the browser's `ServiceWorkerContainer` is one. */
export type Workers = Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'>;

/** How often a page that stays open looks for a newer version, in milliseconds. */
const lookAgain = 60 * 60 * 1000;

/** The copy of the page that the browser keeps for when there is no network, and the newer version of it that waits. */
export class OfflineCopy {
  readonly #workers: Workers | null;
  readonly #reload: () => void;
  #waiting: ServiceWorker | null = null;
  #newer = $state(false);
  #dismissed = $state(false);

  constructor(workers: Workers | null, reload: () => void = () => location.reload()) {
    this.#workers = workers;
    this.#reload = reload;
  }

  /** A newer version is there, and a person has not put it off: it takes over when the page is loaded anew. */
  get newer(): boolean {
    return this.#newer && !this.#dismissed;
  }

  dismiss(): void {
    this.#dismissed = true;
  }

  /** Has the page kept, and looks for a newer version of it now and then. Without a service worker nothing happens. */
  async start(): Promise<void> {
    const workers = this.#workers;
    if (workers === null) return;
    try {
      // Whoever has none yet gets one for the next visit: that is no newer version.
      const known = workers.controller !== null;
      const registration = await workers.register(`${import.meta.env.BASE_URL}service-worker.js`);
      if (registration.waiting) this.#found(registration.waiting);
      registration.addEventListener('updatefound', () => this.#follow(registration.installing));
      this.#follow(registration.installing);
      // Another tab has let the newer version take over.
      workers.addEventListener('controllerchange', () => known && (this.#newer = true));
      setInterval(() => void registration.update().catch(() => undefined), lookAgain);
    } catch {
      // Blocked, or no network: the page works as long as it is open.
    }
  }

  /** Loads the page anew, in the newer version. */
  update(): void {
    const waiting = this.#waiting;
    if (waiting === null) return this.#reload();
    this.#workers?.addEventListener('controllerchange', () => this.#reload(), { once: true });
    waiting.postMessage({ type: 'take-over' } satisfies OfflineMessage);
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && this.#workers?.controller) this.#found(worker);
    });
  }

  #found(worker: ServiceWorker): void {
    this.#waiting = worker;
    this.#newer = true;
    this.#dismissed = false;
  }
}

/**
 * The service workers of the browser; `null`: the page is not kept. That is so in development, where people save data, where there are
 * none, and where a program drives the browser that has not asked for it.
 */
export function browserWorkers(): Workers | null {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null;
  if (navigator.webdriver && browserPreferences.read('offline') !== true) return null;
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true ? null : navigator.serviceWorker;
}
