/**
 * Keeps the files of one version of the page, all of them, and answers with these: with a network or without. A newer version is loaded
 * beside it and waits; it takes over when a person asks for that, or once no page of the old one is open.
 */
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import type { OfflineMessage } from '../model/offline.js';

declare const self: ServiceWorkerGlobalScope & {
  /** The files of the build: build/service-worker.ts puts them in. */
  readonly builtFiles: readonly PrecacheEntry[];
};

// What stands behind `?` keeps other caches from mixing versions: here everything is of one.
precacheAndRoute([...self.builtFiles], { cleanURLs: false, ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as OfflineMessage | null)?.type === 'take-over') void self.skipWaiting();
});
