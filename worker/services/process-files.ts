import type { EventLoop, Future } from '../task/index.js';
import { type Exchange, runBlocking, ServiceCall } from './exchange.js';
import { OSError } from './errors.js';
import type { FileChange, FileStore } from './file-store.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/** Chosen: a disk that is found at once, and 100 MB/s, which a solid-state disk does easily. */
const secondsPerCall = 0.001;
const secondsPerByte = 1e-8;

/** A file in a list. Times in virtual seconds. */
export interface FileInfo {
  readonly path: string;
  readonly size: number;
  readonly created: number;
  readonly modified: number;
}

type Content = string | Uint8Array;

/** Tells what was done to a file. */
export type TellFile = (change: FileChange, path: string, size: number) => void;

/** Every call as an exchange: the time it takes, then what it does. */
class FileExchanges {
  /** `teller` is asked when a call is made, for whom to tell. */
  constructor(
    private readonly store: FileStore,
    private readonly teller: () => TellFile,
  ) {}

  *read(path: string): Exchange<string> {
    const text = decodeUtf8(yield* this.readBytes(path));
    if (text === null) throw new OSError(`'${path}' is not text in UTF-8. Read it with readBytes().`);
    return text;
  }

  *readBytes(path: string): Exchange<Uint8Array> {
    yield secondsPerCall;
    const bytes = this.store.read(path);
    yield transfer(bytes);
    yield transfer(bytes);
    return bytes;
  }

  *change(change: FileChange, path: string, content: Content): Exchange<void> {
    const bytes = bytesOf(content);
    const tell = this.teller();
    yield secondsPerCall + transfer(bytes);
    this.store.change(change, path, bytes, (clean, size) => tell(change, clean, size));
  }

  *list(folder?: string): Exchange<FileInfo[]> {
    yield secondsPerCall;
    return this.store.list(folder).map(([path, { size, created, modified }]) => ({ path, size, created, modified }));
  }

  *exists(path: string): Exchange<boolean> {
    yield secondsPerCall;
    return this.store.exists(path);
  }
}

/** In whole microseconds: what is small takes no time. */
const transfer = (bytes: Uint8Array): number => Math.floor(bytes.length * secondsPerByte * 1e6) / 1e6;

/** The bytes to be written, as they are now: what becomes of an array later changes no file. */
function bytesOf(content: Content): Uint8Array {
  if (typeof content === 'string') return encodeUtf8(content);
  if (content instanceof Uint8Array) return content.slice();
  throw new TypeError('A file holds a text or bytes (a Uint8Array). Turn anything else into a text first, such as by JSON.stringify().');
}

type Run = <Result>(label: string, exchange: Exchange<Result>) => Result;
type Awaited = <Result>(label: string, exchange: Exchange<Result>) => Future<Result>;

/** `files` of the module `hardware`. */
export type ProcessFiles = ReturnType<typeof processFiles>;
/** `blocking.files`. */
export type BlockingFiles = ReturnType<typeof blockingFiles>;

export function processFiles(loop: EventLoop, store: FileStore, teller: () => TellFile) {
  const exchanges = new FileExchanges(store, teller);
  const call: Awaited = (label, exchange) => new ServiceCall(loop, label, exchange);
  return {
    write: (path: string, content: Content) => call(`${path} to be written`, exchanges.change('written', path, content)),
    append: (path: string, content: Content) => call(`${path} to be written`, exchanges.change('appended', path, content)),
    read: (path: string) => call(`${path} to be read`, exchanges.read(path)),
    readBytes: (path: string) => call(`${path} to be read`, exchanges.readBytes(path)),
    list: (folder?: string) => call('a list of files', exchanges.list(folder)),
    exists: (path: string) => call(`a look for ${path}`, exchanges.exists(path)),
    remove: (path: string) => call(`${path} to be removed`, exchanges.change('removed', path, '')),
  };
}

export function blockingFiles(loop: EventLoop, store: FileStore, teller: () => TellFile) {
  const exchanges = new FileExchanges(store, teller);
  const run: Run = (label, exchange) => runBlocking(loop, label, exchange);
  return {
    write: (path: string, content: Content): void => run(`writing ${path}`, exchanges.change('written', path, content)),
    append: (path: string, content: Content): void => run(`writing ${path}`, exchanges.change('appended', path, content)),
    read: (path: string) => run(`reading ${path}`, exchanges.read(path)),
    readBytes: (path: string) => run(`reading ${path}`, exchanges.readBytes(path)),
    list: (folder?: string) => run('listing files', exchanges.list(folder)),
    exists: (path: string) => run(`looking for ${path}`, exchanges.exists(path)),
    remove: (path: string): void => run(`removing ${path}`, exchanges.change('removed', path, '')),
  };
}
