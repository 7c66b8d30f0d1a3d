/** What the page says to the service worker that waits to take over. */
export type OfflineMessage = { readonly type: 'take-over' };
