import { writeAddress } from '../../model/address.js';
import type { EmbedSettings, EmbedTexts } from '../../model/embed.js';
import { own } from './own-address.js';

/** Where the whole playground opens with what is shown. */
export function openAddress({ example }: Pick<EmbedSettings, 'example'>, _texts: EmbedTexts): string {
  return new URL(`../../${writeAddress(example === undefined ? { type: 'start' } : { type: 'example', id: example })}`, own()).href;
}
