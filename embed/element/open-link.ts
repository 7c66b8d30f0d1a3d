import { writeAddress } from '../../model/address.js';
import { pack } from '../../model/files/link-bytes.js';
import type { Shared } from '../../model/files/link.js';
import { own } from './own-address.js';
import type { Shown } from './shown.js';

/** The version of the links that are written here: a newer playground reads them all. */
const version = 1;

/** Where the whole playground opens with the text as it is now. */
export function linkTo({ texts, settings: { bench, seed, speed } }: Shown): string {
  const { process, data = '', protocol = '', bench: document = '' } = texts;
  const shared: Shared = { texts: { process, data, protocol, bench: document }, bench, seed, speed };
  return `${own()}../../${writeAddress({ type: 'link', payload: `${version}.${pack(JSON.stringify(shared))}` })}`;
}

/** Before somebody opens the playground, its address gets the text as it is now. */
export function keepLinked(shown: Shown): void {
  const open = shown.facade.box.querySelector<HTMLAnchorElement>('.open');
  if (!open || shown.texts.process === '') return;
  open.onpointerdown = open.onfocus = () => (open.href = linkTo(shown));
}
