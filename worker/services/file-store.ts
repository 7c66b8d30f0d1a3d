import type { FilesView } from '../../model/services.js';
import type { Microseconds } from '../clock/virtual-clock.js';
import type { EventLoop } from '../task/index.js';
import { FileNotFoundError, OSError } from './errors.js';
import { atItsInstant, instantOf } from './exchange.js';
import { cleanPath } from './file-path.js';
import { appended, bytesOf, type StoredFile, written } from './stored-file.js';

/** What all files of a run may hold together: they live in the memory of a browser tab. */
export const fileLimits = { bytes: 16 * 1024 * 1024, files: 1000 } as const;
/** How many files a view lists. */
const listed = 200;

export type FileChange = 'written' | 'appended' | 'removed';

interface Operation {
  readonly at: Microseconds;
  readonly path: string;
  readonly change: FileChange;
  readonly bytes: Uint8Array;
}

type Files = Map<string, StoredFile>;

/**
 * The files of one run, in memory. Every call acts at the instant at which the code stands that makes it: a thread runs ahead of the clock, so what it
 * does is kept until the clock gets there, and only code that stands at that instant or later sees it.
 */
export class FileStore {
  /** Grows with every change. */
  revision = 0;
  readonly #files: Files = new Map();
  /** What threads do later, in order of time. */
  #later: Operation[] = [];
  /** The files with all of `#later` done, while nothing has changed since. */
  #ahead: Files | null = null;

  /** `changed` is told of each change when it happens. `full` says whether there is no space (a fault). */
  constructor(
    private readonly loop: EventLoop,
    private readonly full: () => boolean = () => false,
  ) {}

  /** A file that is there before anything happens; it takes no time and is nobody's doing. */
  place(path: string, bytes: Uint8Array): void {
    this.#files.set(cleanPath(path), written(undefined, bytes, this.loop.clock.seconds));
  }

  /** The bytes of a file. Raises `FileNotFoundError`. */
  read(path: string): Uint8Array {
    return bytesOf(this.#find(cleanPath(path)));
  }

  exists(path: string): boolean {
    return this.#now().has(cleanPath(path));
  }

  /** The paths of all files, or of those in a folder, in alphabetical order. */
  list(folder = ''): readonly (readonly [path: string, file: StoredFile])[] {
    const within = folder === '' || folder === '/' ? '' : `${cleanPath(folder)}/`;
    return [...this.#now()].filter(([path]) => path.startsWith(within)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /**
   * Changes a file and calls `done` with its size at the instant at which that shows. Raises `OSError` when there is no space, or the path is a folder's;
   * `FileNotFoundError` when one is removed that is not there.
   */
  change(change: FileChange, rawPath: string, bytes: Uint8Array, done: (path: string, size: number) => void): void {
    const path = cleanPath(rawPath);
    if (change === 'removed') this.#find(path);
    else this.#needSpace(change, path, bytes.length);
    const operation: Operation = { at: instantOf(this.loop), path, change, bytes };
    if (operation.at > this.loop.clock.now) this.#enqueue(operation);
    atItsInstant(this.loop, () => {
      // Nearly always the first: they are in order of time.
      const place = this.#later.indexOf(operation);
      if (place !== -1) this.#later.splice(place, 1);
      this.#ahead = null;
      perform(this.#files, operation);
      this.revision++;
      done(path, this.#files.get(path)?.size ?? 0);
    });
  }

  view(): FilesView {
    let size = 0;
    for (const file of this.#files.values()) size += file.size;
    const list = [...this.#files].map(([path, file]) => ({ path, size: file.size, created: file.created, modified: file.modified }));
    // The newest, should there be more than anybody lists.
    const shown = list.length <= listed ? list : list.sort((a, b) => b.modified - a.modified).slice(0, listed);
    return { count: list.length, size, limit: fileLimits.bytes, list: shown.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  }

  /** The bytes of a file as it is by the clock; `null` when there is none. */
  contents(path: string): Uint8Array | null {
    const file = this.#files.get(path);
    return file === undefined ? null : bytesOf(file);
  }

  #find(path: string): StoredFile {
    const file = this.#now().get(path);
    if (file !== undefined) return file;
    const near = [...this.#now().keys()].sort().slice(0, 5);
    const there =
      near.length === 0 ? 'There are no files yet.' : `There are: ${near.join(', ')}${this.#now().size > near.length ? ', …' : ''}.`;
    throw new FileNotFoundError(`There is no file '${path}'. ${there}`);
  }

  #needSpace(change: FileChange, path: string, length: number): void {
    const files = this.#now();
    for (const other of files.keys()) {
      if (other.startsWith(`${path}/`)) throw new OSError(`'${path}' is a folder: it holds '${other}'.`);
      if (path.startsWith(`${other}/`)) throw new OSError(`'${other}' is a file, so '${path}' cannot be in it.`);
    }
    if (this.full()) throw new OSError(`'${path}' could not be written: no space is left on the disk.`);
    if (!files.has(path) && files.size >= fileLimits.files)
      throw new OSError(`'${path}' could not be written: the run has ${fileLimits.files} files, which is the most. Remove some.`);
    let size = length;
    for (const [other, file] of files) if (change === 'appended' || other !== path) size += file.size;
    if (size > fileLimits.bytes)
      throw new OSError(
        `'${path}' could not be written: with its ${length} bytes the files of the run would hold more than 16 MB, which is the most. Remove some.`,
      );
  }

  /** The files as the code sees them that runs right now. */
  #now(): Files {
    const at = instantOf(this.loop);
    const last = this.#later.at(-1);
    if (last === undefined || this.#later[0]!.at > at) return this.#files;
    if (last.at <= at && this.#ahead !== null) return this.#ahead;
    const files: Files = new Map(this.#files);
    for (const operation of this.#later) if (operation.at <= at) perform(files, operation);
    if (last.at <= at) this.#ahead = files;
    return files;
  }

  #enqueue(operation: Operation): void {
    const last = this.#later.at(-1);
    const inOrder = last === undefined || last.at <= operation.at;
    this.#later.push(operation);
    if (inOrder && this.#ahead !== null) perform(this.#ahead, operation);
    else this.#ahead = null;
    if (!inOrder) this.#later.sort((a, b) => a.at - b.at);
  }
}

function perform(files: Files, { at, path, change, bytes }: Operation): void {
  const before = files.get(path);
  if (change === 'removed') files.delete(path);
  else files.set(path, change === 'written' ? written(before, bytes, at / 1e6) : appended(before, bytes, at / 1e6));
}
