/** What a link carries, as bytes: compressed, with a sum that tells whether they have come whole. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fromBase64url, toBase64url } from './base64url.js';
import { linkDictionary } from './link-dictionary.js';

/** A text as bytes. */
export const utf8 = (text: string): Uint8Array => strToU8(text);

const dictionary = strToU8(linkDictionary);

/** The longest that is unpacked, in characters of a link and in bytes of what comes out of it: above any state that people write. */
export const mostPacked = 400_000;
export const mostUnpacked = 8_000_000;

/** How many compressed bytes are taken at once: at most some thousand times as many come out. */
const slice = 512;
const sumLength = 3;

/** FNV-1a, folded to 24 bits: it notices chance, not intent. */
export function sumOf(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  const folded = (hash >>> 24) ^ (hash & 0xffffff);
  return Uint8Array.of(folded >>> 16, (folded >>> 8) & 255, folded & 255);
}

/** A text as letters, digits and signs that an address takes as they are. */
export function pack(text: string): string {
  const packed = deflateSync(strToU8(text), { level: 9, dictionary });
  const whole = new Uint8Array(packed.length + sumLength);
  whole.set(packed);
  whole.set(sumOf(packed), packed.length);
  return toBase64url(whole);
}

export type Unpacked = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'damaged' | 'too-large' };

/** The other way. Never throws, and never takes more room than `mostUnpacked` bytes. */
export function unpack(packed: string): Unpacked {
  if (packed.length > mostPacked) return { ok: false, why: 'too-large' };
  const whole = fromBase64url(packed);
  if (whole === null || whole.length <= sumLength) return { ok: false, why: 'damaged' };
  const bytes = whole.subarray(0, -sumLength);
  const sum = sumOf(bytes);
  if (whole.subarray(-sumLength).some((byte, index) => byte !== sum[index])) return { ok: false, why: 'damaged' };
  return inflate(bytes);
}

function inflate(bytes: Uint8Array): Unpacked {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate({ dictionary }, (part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      inflater.push(bytes.slice(at, at + slice), at + slice >= bytes.length);
      if (length > mostUnpacked) return { ok: false, why: 'too-large' };
    }
  } catch {
    return { ok: false, why: 'damaged' };
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return { ok: true, text: strFromU8(all) };
}
