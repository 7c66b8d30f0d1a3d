import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { crc32 } from './crc32.js';

/** What may be in a zip file that is opened: far above any person's projects, far below what fills the memory of a page. */
export const zipLimits = { bytes: 60_000_000, files: 20_000, unpacked: 150_000_000 } as const;

export type Unzipped =
  | { readonly ok: true; readonly texts: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly why: 'no zip' | 'damaged' | 'too large' };

/** Packs texts by their paths. */
export function zipTexts(texts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries([...texts].map(([path, text]) => [path, strToU8(text)])), { level: 6 }) as Uint8Array<ArrayBuffer>;
}

/**
 * Unpacks the files whose path is `wanted`, which have to be texts. Never throws. Nothing is unpacked that says of itself that it would become
 * too large, and nothing becomes larger than it says.
 */
export function unzipTexts(bytes: Uint8Array, wanted: (path: string) => boolean): Unzipped {
  if (bytes.length > zipLimits.bytes) return { ok: false, why: 'too large' };
  if (!startsAsZip(bytes)) return { ok: false, why: 'no zip' };
  let files = 0;
  let unpacked = 0;
  try {
    const checksums = checksumsOf(bytes);
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        if (!wanted(name)) return false;
        files++;
        unpacked += originalSize;
        if (files > zipLimits.files || unpacked > zipLimits.unpacked) throw new TooLarge();
        return compression === 0 || compression === 8;
      },
    });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const texts = new Map<string, string>();
    for (const [path, content] of Object.entries(found)) {
      if (crc32(content) !== checksums.get(path)) return { ok: false, why: 'damaged' };
      texts.set(path, decoder.decode(content));
    }
    return { ok: true, texts };
  } catch (error) {
    return { ok: false, why: error instanceof TooLarge ? 'too large' : 'damaged' };
  }
}

class TooLarge extends Error {}

const startsAsZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * What the directory at the end of a zip file says of the content of its files: fflate leaves that unchecked. (APPNOTE.TXT of PKWARE, 4.3.12
 * and 4.3.16.)
 */
function checksumsOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== endSignature) end--;
  const count = view.getUint16(end + 10, true);
  const checksums = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count && view.getUint32(at, true) === entrySignature; entry++) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    const latin = (view.getUint16(at + 8, true) & 2048) === 0;
    checksums.set(strFromU8(bytes.subarray(at + 46, at + 46 + name), latin), view.getUint32(at + 16, true));
    at += 46 + name + extra + comment;
  }
  return checksums;
}
