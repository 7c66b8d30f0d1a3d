import { toBase64url } from './base64url.js';
import { sumOf, utf8 } from './link-bytes.js';
import type { Shared } from './link.js';

type SharedTexts = Readonly<Record<'process' | 'data' | 'protocol' | 'bench', string>>;
const files = ['process', 'data', 'protocol', 'bench'] as const;

export const noTexts: SharedTexts = { process: '', data: '', protocol: '', bench: '' };

/** Tells whether texts are still those that were meant. */
const sumOfTexts = (texts: readonly string[]): string => toBase64url(sumOf(utf8(JSON.stringify(texts))));

/** What has to be said of texts, next to those of the example that they started from (`noTexts`: none). */
export function differingTexts(texts: SharedTexts, base: SharedTexts): Pick<Shared, 'texts' | 'same'> {
  const differing = files.filter((file) => texts[file] !== base[file]);
  const same = files.filter((file) => !differing.includes(file) && base[file] !== '');
  return {
    ...(same.length === 0 ? {} : { same: sumOfTexts(same.map((file) => texts[file])) }),
    ...(differing.length === 0 ? {} : { texts: Object.fromEntries(differing.map((file) => [file, texts[file]])) }),
  };
}

/** The other way. `changed`: what was taken from the example is not what it was when this was shared. */
export function wholeTexts({ texts = {}, same }: Shared, base: SharedTexts): { readonly texts: SharedTexts; readonly changed: boolean } {
  const taken = files.filter((file) => texts[file] === undefined && base[file] !== '');
  const now = taken.length === 0 ? undefined : sumOfTexts(taken.map((file) => base[file]));
  return { texts: { ...base, ...texts }, changed: same !== undefined && same !== now };
}
