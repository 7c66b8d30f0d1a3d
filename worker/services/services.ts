import type { TraceEvent } from '../../model/events.js';
import type { Content, ContentQuery, ServicesView } from '../../model/services.js';
import type { EventLoop } from '../task/index.js';
import { FileStore } from './file-store.js';
import { type BlockingFiles, blockingFiles, type ProcessFiles, processFiles, type TellFile } from './process-files.js';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 't'> : never;
/** What a service did; somebody else stamps it with the time. */
export type ServiceEvent = WithoutTime<Extract<TraceEvent, { event: 'service' }>>;

export interface ServicesOptions {
  readonly loop: EventLoop;
  /** Takes what is done for the process that runs at the moment of asking. */
  emitOfNow(): (event: ServiceEvent) => void;
}

/** The services of one run: a file system that begins empty. */
export class Services {
  /** As process code sees them. */
  readonly files: ProcessFiles;
  readonly blocking: { readonly files: BlockingFiles };
  readonly #files: FileStore;

  constructor(private readonly options: ServicesOptions) {
    const { loop } = options;
    this.#files = new FileStore(loop);
    this.files = processFiles(loop, this.#files, () => this.#tellFile());
    this.blocking = { files: blockingFiles(loop, this.#files, () => this.#tellFile()) };
  }

  /** Keeps a file at once, for a device that makes one. Raises `OSError` when there is no space. */
  store(path: string, bytes: Uint8Array): void {
    const tell = this.#tellFile();
    this.#files.change('written', path, bytes, (clean, size) => tell('written', clean, size));
  }

  /** Changes whenever `view()` does. */
  get revision(): number {
    return this.#files.revision;
  }

  view(): ServicesView {
    return { revision: this.revision, files: this.#files.view() };
  }

  /** What a service keeps, for somebody who wants to see it. */
  content(query: ContentQuery): Content {
    const bytes = this.#files.contents(query.path);
    return bytes === null ? null : { type: 'bytes', bytes };
  }

  #tellFile(): TellFile {
    const emit = this.options.emitOfNow();
    return (type, about, size) => emit({ event: 'service', service: 'files', type, about, size });
  }
}
