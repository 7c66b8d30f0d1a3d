import { writeAddress } from '../../model/address.js';
import type { EmbedSettings, EmbedTexts } from '../../model/embed.js';
import { writeLink } from '../../model/files/link.js';

/** Where the whole playground opens with what is shown. */
export function linkAddress(
  { process, data = '', protocol = '', bench: document = '' }: EmbedTexts,
  { bench, seed, speed }: EmbedSettings,
): string {
  return writeAddress({ type: 'link', payload: writeLink({ texts: { process, data, protocol, bench: document }, bench, seed, speed }) });
}
