import type { ServicesDescription } from '../../model/bench.js';
import type { TraceEvent } from '../../model/events.js';
import type { Content, ContentQuery, ServicesView } from '../../model/services.js';
import type { ServiceFaultCommand, ServiceFaultName } from '../../model/service-faults.js';
import { mailServer } from '../../model/mail-server.js';
import { webAddresses } from '../../model/web-addresses.js';
import type { Microseconds } from '../clock/virtual-clock.js';
import type { EventLoop } from '../task/index.js';
import { FaultList } from './fault-list.js';
import { FileStore } from './file-store.js';
import { type BlockingFiles, blockingFiles, type ProcessFiles, processFiles, type TellFile } from './process-files.js';
import { type BlockingWeb, blockingWeb, type ProcessWeb, processWeb, type TellRequest, type WebParts } from './process-web.js';
import { Mailbox } from './mailbox.js';
import { type BlockingSession, blockingSmtp, type ProcessMail, processMail } from './process-mail.js';
import type { MailParts, TellMail } from './smtp-client.js';
import { RequestLog } from './request-log.js';
import { encodeUtf8 } from './utf8.js';
import { WebServer } from './web-server.js';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 't'> : never;
/** What a service did; somebody else stamps it with the time. */
export type ServiceEvent = WithoutTime<Extract<TraceEvent, { event: 'service' }>>;

export interface ServicesOptions {
  readonly loop: EventLoop;
  /** Takes what is done for the process that runs at the moment of asking. */
  emitOfNow(): (event: ServiceEvent) => void;
  /** What the bench says of them; what it leaves out is that of the laboratory. */
  readonly description?: ServicesDescription | undefined;
}

/** The services of one run: a file system, and a network with a few servers, one of them for mail. */
export class Services {
  /** As process code sees them. */
  readonly files: ProcessFiles;
  readonly web: ProcessWeb;
  readonly mail: ProcessMail;
  readonly blocking: { readonly files: BlockingFiles; readonly web: BlockingWeb; readonly SMTP: new () => BlockingSession };
  readonly #files: FileStore;
  readonly #faults: FaultList;
  readonly #requests: RequestLog;
  readonly #mailbox: Mailbox;
  readonly #addresses: readonly { readonly address: string; readonly about: string }[];

  constructor(private readonly options: ServicesOptions) {
    const { loop, description: { web: addresses = webAddresses, mail: server = mailServer, files = [] } = {} } = options;
    this.#faults = new FaultList(loop);
    this.#files = new FileStore(loop, () => this.#faults.take({ service: 'files', type: 'full' }) !== null);
    for (const { path, text } of files) this.#files.place(path, encodeUtf8(text));
    this.#requests = new RequestLog(loop);
    this.#addresses = addresses.map(({ address, about }) => ({ address, about }));
    const web: WebParts = {
      loop,
      server: new WebServer(addresses, this.#faults),
      log: this.#requests,
      teller: () => this.#tellRequest(),
    };
    this.#mailbox = new Mailbox(loop);
    const mail: MailParts = { server, trouble: this.#faults, mailbox: this.#mailbox, teller: () => this.#tellMail() };
    this.mail = processMail(loop, mail);
    this.files = processFiles(loop, this.#files, () => this.#tellFile());
    this.web = processWeb(web);
    this.blocking = {
      files: blockingFiles(loop, this.#files, () => this.#tellFile()),
      web: blockingWeb(web),
      SMTP: blockingSmtp(loop, mail),
    };
  }

  /** Keeps a file at once, for a device that makes one. Raises `OSError` when there is no space. */
  store(path: string, bytes: Uint8Array): void {
    const tell = this.#tellFile();
    this.#files.change('written', path, bytes, (clean, size) => tell('written', clean, size));
  }

  /** Changes whenever `view()` does. */
  get revision(): number {
    return this.#files.revision + this.#faults.revision + this.#requests.revision + this.#mailbox.revision;
  }

  view(): ServicesView {
    const web = { ...this.#requests.view(), addresses: this.#addresses };
    return { revision: this.revision, files: this.#files.view(), web, mail: this.#mailbox.view(), faults: this.#faults.view() };
  }

  /** Begins or ends a fault now. */
  fault(command: ServiceFaultCommand): void {
    this.#faults.plan(command, this.options.loop.clock.now);
  }

  /** A fault of a scenario, to come at the instant `at`: threads, which run ahead of the clock, meet it there too. */
  planFault(command: ServiceFaultCommand, at: Microseconds): void {
    this.#faults.plan(command, at);
    this.options.loop.clock.schedule(at, () => this.#faults.touch());
  }

  /** The faults that can still happen as they would be begun anew. */
  faultCommands(): readonly ServiceFaultCommand[] {
    return this.#faults.commands();
  }

  /** The faults that began and never happened. */
  faultsNotFired(): readonly ServiceFaultName[] {
    return this.#faults.notFired();
  }

  /** What a service keeps, for somebody who wants to see it. */
  content(query: ContentQuery): Content {
    switch (query.type) {
      case 'file': {
        const bytes = this.#files.contents(query.path);
        return bytes === null ? null : { type: 'bytes', bytes };
      }
      case 'request': {
        const messages = this.#requests.messages(query.number);
        return messages === null ? null : { type: 'request', ...messages };
      }
      case 'mail': {
        const text = this.#mailbox.text(query.number);
        return text === null ? null : { type: 'text', text };
      }
      case 'session': {
        const lines = this.#mailbox.transcript(query.number);
        return lines === null ? null : { type: 'lines', lines };
      }
    }
  }

  #tellRequest(): TellRequest {
    const emit = this.options.emitOfNow();
    return ({ method, url, state, status, seconds, message }) => {
      if (state === 'open') return;
      emit({
        event: 'service',
        service: 'web',
        type: state,
        about: `${method} ${url}`,
        ...(status === undefined ? {} : { status }),
        ...(seconds === undefined ? {} : { seconds }),
        ...(message === undefined ? {} : { message }),
      });
    };
  }

  #tellMail(): TellMail {
    const emit = this.options.emitOfNow();
    return ({ subject, to, size, number }) =>
      emit({ event: 'service', service: 'mail', type: 'accepted', about: subject, to, size, total: number });
  }

  #tellFile(): TellFile {
    const emit = this.options.emitOfNow();
    return (type, about, size) => emit({ event: 'service', service: 'files', type, about, size });
  }
}
