/** The services of a run, as they cross the wire: files now; what they hold only when it is asked for. */

export type ServiceName = 'files' | 'web' | 'mail';

export interface FileView {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Virtual seconds. */
  readonly created: number;
  readonly modified: number;
}

export interface FilesView {
  /** All there are; `list` has the newest 200. */
  readonly count: number;
  /** Bytes of all of them, and how many they may be. */
  readonly size: number;
  readonly limit: number;
  /** In alphabetical order. */
  readonly list: readonly FileView[];
}

/** What the page shows of the services of a run. Sent when something has changed. */
export interface ServicesView {
  /** Grows with every change. */
  readonly revision: number;
  readonly files: FilesView;
}

export const noServices: ServicesView = { revision: 0, files: { count: 0, size: 0, limit: 0, list: [] } };

/** Something that a service keeps and the page asks for. */
export interface ContentQuery {
  readonly type: 'file';
  readonly path: string;
}

/** What it holds; `null`: it is not there (any more). */
export type Content = { readonly type: 'bytes'; readonly bytes: Uint8Array } | null;

/** What a service did: an event of the trace. */
export type ServiceEventType = 'written' | 'appended' | 'removed';
