/**
 * The services of the simulated laboratory. Like devices they take their (virtual) time, and can fail. There is no real network and no real
 * disk behind them.
 */
declare module 'hardware' {
  import type { Future } from 'asyncio';

  /** Raised for what goes wrong with files and with the network: Python's `OSError`. */
  export class OSError extends Error {}

  /** Raised when there is no file of that path; the message says which there are. */
  export class FileNotFoundError extends OSError {}

  /** A file in a list. */
  export interface FileInfo {
    /** Its path: `'runs/results.csv'`. */
    readonly path: string;
    /** Its size in bytes. */
    readonly size: number;
    /** When it was written first, in virtual seconds. */
    readonly created: number;
    /** When it was written last, in virtual seconds. */
    readonly modified: number;
  }

  /**
   * The files of the run. Folders need not be made: a path such as `'runs/results.csv'` is enough. All files together hold up to 16 MB; what
   * does not fit raises {@link OSError}. Every call takes 1 ms, and 10 ms for each megabyte. They are shown under *Services*.
   *
   * ```ts
   * await files.write('results.csv', 'time,temperature\n');
   * await files.append('results.csv', `${am.now()},36.9\n`);
   * context.sendEffect(new am.FileCreatedEffect('results.csv'));
   * ```
   */
  export interface Files {
    /** Writes a file, in the place of the one that there is, if any. Nothing is written when it is cancelled before its time. */
    write(path: string, content: string | Uint8Array): Future<void>;
    /** Writes at the end of a file, which is made if there is none. */
    append(path: string, content: string | Uint8Array): Future<void>;
    /** The text of a file (UTF-8). Raises {@link FileNotFoundError}, and {@link OSError} when it is no text. */
    read(path: string): Future<string>;
    /** The bytes of a file. Raises {@link FileNotFoundError}. */
    readBytes(path: string): Future<Uint8Array>;
    /** All files, or those in a folder, in alphabetical order. */
    list(folder?: string): Future<FileInfo[]>;
    /** Whether there is such a file. */
    exists(path: string): Future<boolean>;
    /** Removes a file. Raises {@link FileNotFoundError}. */
    remove(path: string): Future<void>;
  }

  /** The files of the run. `await files.write('results.csv', 'a,b\n')` */
  export const files: Files;

  /** The same calls as those of {@link Files}, but they block: for the inside of `asyncio.toThread`. */
  export interface BlockingFiles {
    /** Writes a file. */
    write(path: string, content: string | Uint8Array): void;
    /** Writes at the end of a file. */
    append(path: string, content: string | Uint8Array): void;
    /** The text of a file. */
    read(path: string): string;
    /** The bytes of a file. */
    readBytes(path: string): Uint8Array;
    /** All files, or those in a folder. */
    list(folder?: string): FileInfo[];
    /** Whether there is such a file. */
    exists(path: string): boolean;
    /** Removes a file. */
    remove(path: string): void;
  }

  /** What services add to the drivers that block. */
  export interface BlockingDrivers {
    /** The files of the run, by calls that block. */
    readonly files: BlockingFiles;
  }
}
