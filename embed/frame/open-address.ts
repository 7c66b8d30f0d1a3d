import { writeAddress } from '../../model/address.js';
import type { EmbedSession } from './EmbedSession.svelte.js';

/** Where the whole playground opens with what is shown. */
export function openAddress({ settings: { example } }: EmbedSession): string {
  return new URL(`../../${writeAddress(example === undefined ? { type: 'start' } : { type: 'example', id: example })}`, document.baseURI)
    .href;
}
