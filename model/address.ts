/** What the address of the page says after its `#`: what is to be opened. Links that people keep stand on it, so a form is never taken away. */

export type Address =
  | { readonly type: 'start' }
  | { readonly type: 'example'; readonly id: string }
  | { readonly type: 'lesson'; readonly id: string }
  | { readonly type: 'course' }
  | { readonly type: 'gallery' }
  /** Somebody's whole state; what `payload` holds is for who opens links to read. */
  | { readonly type: 'link'; readonly payload: string }
  /** None of these, as it stands in the address. */
  | { readonly type: 'unknown'; readonly text: string };

/** The name of an example or a lesson, as its folder is called. */
const id = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Reads `location.hash`, with or without its `#`. Never throws: whatever is no address is `unknown`. */
export function readAddress(hash: string): Address {
  const text = hash.replace(/^#/, '');
  const [root = '', kind = '', name, ...more] = text.split('/');
  if (text === '' || text === '/') return { type: 'start' };
  if (root === '' && more.length === 0) {
    if (name === undefined && (kind === 'course' || kind === 'gallery')) return { type: kind };
    if (kind === 'link' && name !== undefined) return { type: 'link', payload: name };
    if (name !== undefined && id.test(name)) {
      if (kind === 'examples') return { type: 'example', id: name };
      if (kind === 'lessons') return { type: 'lesson', id: name };
    }
  }
  return { type: 'unknown', text };
}

/** The other way: what to put behind the address of the page, `#` included. */
export function writeAddress(address: Address): string {
  switch (address.type) {
    case 'start':
      return '#/';
    case 'example':
      return `#/examples/${address.id}`;
    case 'lesson':
      return `#/lessons/${address.id}`;
    case 'course':
    case 'gallery':
      return `#/${address.type}`;
    case 'link':
      return `#/link/${address.payload}`;
    case 'unknown':
      return `#${address.text}`;
  }
}
