import type { MailServer } from '../../model/mail-server.js';
import type { Trouble } from './fault-list.js';

/** A mail as the server has it. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface Reply {
  readonly code: number;
  /** Further lines of the answer stand in front of it. */
  readonly more?: readonly string[];
  readonly text: string;
}

const ok: Reply = { code: 250, text: 'OK' };
const badSequence: Reply = { code: 503, text: 'Bad sequence of commands' };

/**
 * The server's end of one connection: what it answers to each command, in which order they may come (RFC 5321, 4.1.4), and logging in
 * (RFC 4954). It takes no time; who talks to it lets that pass.
 */
export class SmtpServer {
  #greeted = false;
  #user: string | null = null;
  #from: string | null = null;
  #to: string[] = [];

  constructor(
    private readonly server: MailServer,
    private readonly trouble: Trouble,
  ) {}

  greeting(): Reply {
    return { code: 220, text: `${this.server.host} ESMTP simulated` };
  }

  /** `EHLO`: begins anew and tells what the server can do. */
  hello(): Reply {
    this.#greeted = true;
    this.#reset();
    const login = this.#offersLogin() ? ['AUTH PLAIN LOGIN'] : [];
    return { code: 250, more: [this.server.host, ...login], text: 'SIZE 1000000' };
  }

  /** `AUTH`, with name and password as the mechanism sends them. */
  login(username: string, password: string): Reply {
    if (!this.#greeted) return badSequence;
    if (!this.#offersLogin()) return { code: 502, text: 'Command not implemented' };
    const known = this.server.accounts.some((account) => account.username === username && account.password === password);
    const refused = this.trouble.take({ service: 'mail', type: 'bad-credentials' }) !== null;
    if (!known || refused) return { code: 535, text: 'Authentication credentials invalid' };
    this.#user = username;
    return { code: 235, text: 'Authentication successful' };
  }

  /** `MAIL FROM`. */
  sender(address: string): Reply {
    if (!this.#greeted || this.#from !== null) return badSequence;
    if (this.#user === null && this.server.auth !== 'none') return { code: 530, text: 'Authentication required' };
    if (!isAddress(address)) return { code: 501, text: `Syntax error in the address <${address}>` };
    this.#from = address;
    return ok;
  }

  /** `RCPT TO`. */
  recipient(address: string): Reply {
    if (this.#from === null) return badSequence;
    if (!isAddress(address)) return { code: 501, text: `Syntax error in the address <${address}>` };
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    if (!this.server.domains.includes(domain)) return { code: 550, text: `Relaying to ${domain} denied` };
    const refused = this.trouble.take({ service: 'mail', type: 'refuse-recipient' }) !== null;
    if (refused || this.server.unknown.includes(address.toLowerCase())) return { code: 550, text: `<${address}>: no such mailbox` };
    this.#to.push(address);
    return ok;
  }

  /** `DATA`. */
  data(): Reply {
    return this.#to.length === 0 ? badSequence : { code: 354, text: 'End data with <CR><LF>.<CR><LF>' };
  }

  /** The end of the text: the mail is taken. */
  endOfData(): Envelope {
    const envelope = { from: this.#from ?? '', to: this.#to };
    this.#reset();
    return envelope;
  }

  /** `RSET`: the mail that was begun is forgotten. */
  reset(): Reply {
    this.#reset();
    return ok;
  }

  #reset(): void {
    this.#from = null;
    this.#to = [];
  }

  #offersLogin(): boolean {
    return this.server.auth !== 'none' && this.trouble.take({ service: 'mail', type: 'no-auth' }) === null;
  }
}

function isAddress(address: string): boolean {
  return /^[^\s<>@]+@[^\s<>@]+$/.test(address) && address.length <= 254;
}
