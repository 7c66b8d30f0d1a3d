/** The services of a run, as they cross the wire: files now; what they hold only when it is asked for. */

import type { ServiceFaultView } from './service-faults.js';

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

/** A request that a process made of the simulated network. */
export interface RequestView {
  /** 1, 2, … in order of their beginning. */
  readonly number: number;
  readonly method: string;
  readonly url: string;
  /** When it began, in virtual seconds. */
  readonly at: number;
  readonly state: 'open' | 'answered' | 'failed' | 'aborted';
  /** How long it took. */
  readonly seconds?: number;
  readonly status?: number;
  readonly redirects?: number;
  /** Why it failed. */
  readonly message?: string;
}

export interface WebView {
  /** How many have begun, and what came of them; those that are missing are under way. */
  readonly started: number;
  readonly answered: number;
  readonly failed: number;
  readonly aborted: number;
  /** The newest 100, oldest first. */
  readonly newest: readonly RequestView[];
  /** What the network knows. */
  readonly addresses: readonly { readonly address: string; readonly about: string }[];
}

/** A mail that the server has taken. */
export interface MailView {
  /** 1, 2, … in order of their coming. */
  readonly number: number;
  /** When, in virtual seconds. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** Characters, headers included. */
  readonly size: number;
  /** The number of its connection. */
  readonly session: number;
}

/** A connection to the mail server. */
export interface SessionView {
  readonly number: number;
  readonly host: string;
  readonly at: number;
  readonly state: 'open' | 'closed' | 'dropped';
}

export interface MailboxView {
  /** How many mails have been taken, and connections made, in the whole run. */
  readonly accepted: number;
  readonly connections: number;
  /** The newest 50 of each, oldest first. */
  readonly mails: readonly MailView[];
  readonly sessions: readonly SessionView[];
}

/** What the page shows of the services of a run. Sent when something has changed. */
export interface ServicesView {
  /** Grows with every change. */
  readonly revision: number;
  readonly files: FilesView;
  readonly web: WebView;
  readonly mail: MailboxView;
  /** The faults that can still happen. */
  readonly faults: readonly ServiceFaultView[];
}

export const noServices: ServicesView = {
  revision: 0,
  files: { count: 0, size: 0, limit: 0, list: [] },
  web: { started: 0, answered: 0, failed: 0, aborted: 0, newest: [], addresses: [] },
  mail: { accepted: 0, connections: 0, mails: [], sessions: [] },
  faults: [],
};

/** What a request or its answer held. */
export interface HttpMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** At most its first 8,000 characters. */
  readonly body: string;
  /** How many it had. */
  readonly length: number;
}

/** Something that a service keeps and the page asks for. */
export type ContentQuery =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'mail'; readonly number: number }
  /** Headers and bodies of a request and of its answer. */
  | { readonly type: 'request'; readonly number: number }
  /** What was said on a connection to the mail server. */
  | { readonly type: 'session'; readonly number: number };

/** What it holds; `null`: it is not there (any more). */
export type Content =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** The whole of a mail, headers included. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  /** `answer` is `null` while there is none. */
  | { readonly type: 'request'; readonly sent: HttpMessage; readonly answer: HttpMessage | null }
  | null;

/** What a service did: an event of the trace. */
export type ServiceEventType = 'written' | 'appended' | 'removed' | 'answered' | 'failed' | 'aborted' | 'accepted';
