import { writeAddress } from '../../model/address.js';
import { pack } from '../../model/files/link-bytes.js';
import type { Shared } from '../../model/files/link.js';
import { own } from './own-address.js';
import type { Shown } from './shown.js';

/** The version of the links that are written here: a newer playground reads them all. */
const version = 1;

/** Before somebody opens the playground, its address gets the text as it is now. */
export function keepLinked(shown: Shown): void {
  const open = shown.facade.box.querySelector<HTMLAnchorElement>('.open');
  if (!open || shown.texts.process === '') return;
  open.onpointerdown = open.onfocus = () => {
    const { process, data = '', protocol = '', bench: document = '' } = shown.texts;
    const { bench, seed, speed } = shown.settings;
    const shared: Shared = { texts: { process, data, protocol, bench: document }, bench, seed, speed };
    open.href = `${own()}../../${writeAddress({ type: 'link', payload: `${version}.${pack(JSON.stringify(shared))}` })}`;
  };
}
