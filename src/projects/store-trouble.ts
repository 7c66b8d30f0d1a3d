import { StoreError, type StoreTrouble } from './project-store.js';

/** What an error of the browser's storage means. */
export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreError) return error.trouble;
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    // The connection was closed, by the browser or because of a newer version of the page.
    case 'InvalidStateError':
    case 'AbortError':
    case 'TransactionInactiveError':
      return 'lost';
    default:
      return 'blocked';
  }
}
