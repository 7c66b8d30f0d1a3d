import type { EmbedSettings } from '../../model/embed.js';
import { own } from './own-address.js';

/** Where the whole playground opens with what is shown. */
export const openAddress = ({ example }: Pick<EmbedSettings, 'example'>): string =>
  `${own()}../../#/${example ? `examples/${example}` : ''}`;
