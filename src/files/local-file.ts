import { normalText } from '../../model/text-edit.js';
import type { FileId } from './texts.js';

/** The largest local file that is opened, in bytes: far above any process, far below what slows an editor or fills the browser's storage. */
export const fileLimit = 1_000_000;

const extensions: Readonly<Record<string, FileId>> = { ts: 'process', mts: 'process', yaml: 'data', yml: 'data', json: 'data' };

/** What the chooser of the browser offers. */
export const acceptedFiles = Object.keys(extensions)
  .map((extension) => `.${extension}`)
  .join(',');

export type FileCheck =
  | { readonly ok: true; readonly file: FileId; readonly text: string }
  /** A sentence: what is wrong and what to do. */
  | { readonly ok: false; readonly message: string };

/** What of a local file decides: the browser's `File` is one. */
export interface LocalFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Whether a file says of itself that it is of a format, such as that of recordings. Never throws. */
export async function isOfFormat(local: LocalFile, format: string): Promise<boolean> {
  if (!local.name.toLowerCase().endsWith('.json')) return false;
  try {
    const head = new TextDecoder().decode((await local.arrayBuffer()).slice(0, 400));
    return head.includes(`"${format}"`);
  } catch {
    return false;
  }
}

/** Reads a local file, if it is one that the editor can show. Never throws. */
export async function readLocalFile(local: LocalFile): Promise<FileCheck> {
  const refuse = (why: string): FileCheck => ({ ok: false, message: `“${local.name}” was not opened: ${why}` });
  const extension = /\.([a-z]+)$/i.exec(local.name)?.[1]?.toLowerCase() ?? '';
  const file = extensions[extension];
  if (!file) return refuse('only a process (.ts) or data (.yaml, .yml, .json) can be.');
  if (local.size > fileLimit) return refuse(`it has ${megabytes(local.size)}, and at most ${megabytes(fileLimit)} can be edited here.`);
  try {
    const text = normalText(new TextDecoder('utf-8', { fatal: true }).decode(await local.arrayBuffer()));
    return text.includes('\0') ? refuse('it does not hold text.') : { ok: true, file, text };
  } catch (error) {
    return refuse(error instanceof TypeError ? 'it is not text in UTF-8.' : 'the browser could not read it. Is it still there?');
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
