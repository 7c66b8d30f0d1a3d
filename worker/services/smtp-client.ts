import type { MailServer } from '../../model/mail-server.js';
import type { MailView } from '../../model/services.js';
import {
  ConnectionRefusedError,
  gaierror,
  SMTPAuthenticationError,
  SMTPException,
  SMTPNotSupportedError,
  SMTPRecipientsRefused,
  SMTPResponseException,
  SMTPSenderRefused,
  SMTPServerDisconnected,
} from './errors.js';
import type { Exchange } from './exchange.js';
import type { Trouble } from './fault-list.js';
import { type MailMessage, messageText, readMessage } from './mail-message.js';
import type { Mailbox, SessionRecord } from './mailbox.js';
import { type Reply, SmtpServer } from './smtp-server.js';

/** Seconds. Chosen: a server in the same building that thinks for a moment about each command, and 1 MB/s for the text. */
const times = { lookup: 0.05, refusal: 0.02, connect: 0.1, command: 0.05, character: 1e-6 } as const;

/** Told of each mail that the server takes. */
export type TellMail = (mail: MailView) => void;

/** Everything that sessions need. */
export interface MailParts {
  readonly server: MailServer;
  readonly trouble: Trouble;
  readonly mailbox: Mailbox;
  /** Asked when a call is made, for whom to tell. */
  teller(): TellMail;
}

interface Connection {
  readonly server: SmtpServer;
  readonly record: SessionRecord;
  readonly offersLogin: boolean;
}

/** The client's end of SMTP, as smtplib speaks it. One that is stopped in the middle of a command has lost its connection. */
export class SmtpClient {
  #connection: Connection | null = null;

  constructor(private readonly parts: MailParts) {}

  get connected(): boolean {
    return this.#connection !== null;
  }

  /** Connects to `host` or `host:port`, hears the greeting and says `EHLO`. */
  *connect(address: string): Exchange<void> {
    const { server, trouble, mailbox } = this.parts;
    if (this.#connection !== null) throw new SMTPException('The session is connected already. Call quit() first.');
    const host = hostOf(address);
    if (host !== server.host) {
      yield times.lookup;
      throw new gaierror(`There is no mail server '${host}' in the simulated network. There is: ${server.host}.`);
    }
    if (trouble.take({ service: 'mail', type: 'refuse' }) !== null) {
      yield times.refusal;
      throw new ConnectionRefusedError(`${host} refused the connection: no server listens there.`);
    }
    yield times.connect + this.#late();
    const remote = new SmtpServer(server, trouble);
    const record = mailbox.open(host);
    answer(record, remote.greeting());
    let said: Reply | null = null;
    try {
      record.say('C', 'EHLO playground');
      yield times.command + this.#late();
      said = answer(record, remote.hello());
      const offersLogin = said.more?.some((line) => line.startsWith('AUTH')) ?? false;
      this.#connection = { server: remote, record, offersLogin };
    } finally {
      if (said === null) record.close('dropped');
    }
  }

  /** Logs in by `AUTH PLAIN`; when that is refused, smtplib tries `AUTH LOGIN` before it gives up. */
  *login(username: string, password: string): Exchange<void> {
    const { server, offersLogin } = this.#need();
    if (typeof username !== 'string' || typeof password !== 'string')
      throw new TypeError('login() takes a name and a password, both texts.');
    if (!offersLogin) throw new SMTPNotSupportedError('The server does not offer to log in (no AUTH), so it cannot be done.');
    for (const mechanism of ['PLAIN', 'LOGIN']) {
      const reply = yield* this.#command(`AUTH ${mechanism} ********`, () => server.login(username, password));
      if (reply.code === 235) return;
      if (mechanism === 'LOGIN') throw new SMTPAuthenticationError(`${reply.code} ${reply.text}`, reply.code);
    }
  }

  /** Sends a mail; gives the recipients that were refused when others were not. */
  *send(raw: MailMessage): Exchange<readonly string[]> {
    const { server } = this.#need();
    const tell = this.parts.teller();
    const message = readMessage(raw);
    const sender = yield* this.#command(`MAIL FROM:<${message.from}>`, () => server.sender(message.from));
    if (sender.code !== 250) throw new SMTPSenderRefused(`${sender.code} ${sender.text}: ${message.from} may not send.`, sender.code);
    const refused: string[] = [];
    for (const to of message.to) {
      const reply = yield* this.#command(`RCPT TO:<${to}>`, () => server.recipient(to));
      if (reply.code !== 250) refused.push(to);
    }
    if (refused.length === message.to.length) {
      yield* this.#command('RSET', () => server.reset());
      throw new SMTPRecipientsRefused(`The server refused every recipient: ${refused.join(', ')}. Nothing was sent.`, refused);
    }
    const begin = yield* this.#command('DATA', () => server.data());
    if (begin.code !== 354) throw new SMTPResponseException(`${begin.code} ${begin.text}`, begin.code);
    yield* this.#text(messageText(message), message.subject, tell);
    return refused;
  }

  /** Says goodbye and closes the connection. */
  *quit(): Exchange<void> {
    const { record } = this.#need();
    yield* this.#command('QUIT', () => ({ code: 221, text: 'Bye' }));
    this.#connection = null;
    record.close('closed');
  }

  /** The server has the mail when its text has come; the client knows when the answer has. */
  *#text(text: string, subject: string, tell: TellMail): Exchange<void> {
    const { server, record } = this.#need();
    const way = (times.command + Math.floor(text.length * times.character * 1e6) / 1e6 + this.#late()) / 2;
    let heard = false;
    try {
      record.say('C', `(the text, ${text.length} characters)`);
      record.say('C', '.');
      yield way;
      if (this.parts.trouble.take({ service: 'mail', type: 'drop' }) !== null)
        throw new SMTPServerDisconnected('The connection was lost while the mail was being sent. Whether it arrived is not known.');
      record.accept({ ...server.endOfData(), subject, text }, tell);
      yield way;
      answer(record, { code: 250, text: 'OK: queued' });
      heard = true;
    } finally {
      if (!heard) this.#drop();
    }
  }

  *#command(line: string, act: () => Reply): Exchange<Reply> {
    const { record } = this.#need();
    let reply: Reply | null = null;
    try {
      record.say('C', line);
      yield times.command + this.#late();
      reply = answer(record, act());
      return reply;
    } finally {
      if (reply === null) this.#drop();
    }
  }

  #need(): Connection {
    if (this.#connection === null) throw new SMTPServerDisconnected('There is no connection: call connect() first.');
    return this.#connection;
  }

  #drop(): void {
    this.#connection?.record.close('dropped');
    this.#connection = null;
  }

  #late(): number {
    return (this.parts.server.delay ?? 0) + (this.parts.trouble.take({ service: 'mail', type: 'slow' }) ?? 0);
  }
}

/** Writes an answer down as it stands on the wire: all lines but the last with a hyphen. */
function answer(record: SessionRecord, reply: Reply): Reply {
  for (const line of reply.more ?? []) record.say('S', `${reply.code}-${line}`);
  record.say('S', `${reply.code} ${reply.text}`);
  return reply;
}

function hostOf(address: unknown): string {
  const match = typeof address === 'string' ? /^([^\s:@/]+)(?::\d{1,5})?$/.exec(address) : null;
  if (match === null) throw new TypeError("The address of a mail server is written 'mail.lab.example' or 'mail.lab.example:25'.");
  return match[1]!.toLowerCase();
}
