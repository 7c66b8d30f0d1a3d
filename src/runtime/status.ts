/** How the page stands with the runtime. A union per state: what a bar or a button needs comes with it. */
export type RuntimeStatus =
  | { readonly type: 'starting' }
  | { readonly type: 'ready' }
  /** It does not answer; which loop it is in, when it could tell. */
  | { readonly type: 'silent'; readonly stuck: Stuck }
  /** Still no answer, and the person chose to wait. */
  | { readonly type: 'waiting'; readonly stuck: Stuck }
  /** It ended by itself and is being, or has been, replaced. */
  | { readonly type: 'died'; readonly message: string }
  /** It cannot be started. */
  | { readonly type: 'unavailable'; readonly message: string };

export interface Stuck {
  /** In the user's text, from 1. */
  readonly line: number | null;
}

/** The runtime that was asked is no more: how every call settles that a worker took with it. */
export class Gone extends Error {
  override readonly name = 'Gone';
}
