import type { EventLoop, Future } from '../task/index.js';
import { type Exchange, runBlocking, ServiceCall } from './exchange.js';
import type { MailMessage } from './mail-message.js';
import { type MailParts, SmtpClient } from './smtp-client.js';

/** A connection to the mail server, as a process awaits it. */
export interface MailSession {
  readonly connected: boolean;
  login(username: string, password: string): Future<void>;
  send(message: MailMessage): Future<readonly string[]>;
  quit(): Future<void>;
}

export interface ProcessMail {
  connect(address: string): Future<MailSession>;
}

/** `mail` of the module `hardware`. */
export function processMail(loop: EventLoop, parts: MailParts): ProcessMail {
  return {
    connect(address) {
      const client = new SmtpClient(parts);
      return new ServiceCall(loop, `a connection to ${address}`, connecting(loop, client, address));
    },
  };
}

function* connecting(loop: EventLoop, client: SmtpClient, address: string): Exchange<MailSession> {
  yield* client.connect(address);
  const call = <Result>(label: string, exchange: Exchange<Result>): Future<Result> => new ServiceCall(loop, label, exchange);
  return {
    get connected() {
      return client.connected;
    },
    login: (username, password) => call('the mail server to let us in', client.login(username, password)),
    send: (message) => call('the mail server to take a mail', client.send(message)),
    quit: () => call('the mail server to say goodbye', client.quit()),
  };
}

/** A session whose calls block: `smtplib.SMTP`. It is connected by `connect()`. */
export interface BlockingSession {
  readonly connected: boolean;
  connect(address: string): void;
  login(username: string, password: string): void;
  send(message: MailMessage): readonly string[];
  quit(): void;
}

/** `blocking.SMTP`. */
export function blockingSmtp(loop: EventLoop, parts: MailParts): new () => BlockingSession {
  return class SMTP implements BlockingSession {
    readonly #client = new SmtpClient(parts);

    get connected(): boolean {
      return this.#client.connected;
    }

    connect(address: string): void {
      runBlocking(loop, `connecting to ${address}`, this.#client.connect(address));
    }

    login(username: string, password: string): void {
      runBlocking(loop, 'logging in to the mail server', this.#client.login(username, password));
    }

    send(message: MailMessage): readonly string[] {
      return runBlocking(loop, 'sending a mail', this.#client.send(message));
    }

    quit(): void {
      runBlocking(loop, 'leaving the mail server', this.#client.quit());
    }
  };
}
