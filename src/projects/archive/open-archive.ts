import { isArchivePath } from './archive.js';
import { type ReadArchive, readArchive } from './read-archive.js';
import { unzipTexts, zipLimits } from './zip.js';

const refusals = {
  'no zip': 'It is no zip file. “Export” makes one that can be imported.',
  damaged: 'It is damaged: not all of it could be read. Is there another copy?',
  'too large': 'It is larger than anything that this page exports.',
} as const;

/** What of a local file decides. */
interface LocalFile {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Opens a file of projects. Never throws. */
export async function openArchive(local: LocalFile): Promise<ReadArchive> {
  if (local.size > zipLimits.bytes) return { ok: false, message: refusals['too large'] };
  let bytes: ArrayBuffer;
  try {
    bytes = await local.arrayBuffer();
  } catch {
    return { ok: false, message: 'The browser could not read it. Is it still there?' };
  }
  const unzipped = unzipTexts(new Uint8Array(bytes), isArchivePath);
  return unzipped.ok ? readArchive(unzipped.texts) : { ok: false, message: refusals[unzipped.why] };
}
