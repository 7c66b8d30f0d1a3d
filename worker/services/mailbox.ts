import type { MailboxView, MailView, SessionView } from '../../model/services.js';
import type { EventLoop } from '../task/index.js';
import { atItsInstant } from './exchange.js';

/** How many mails and sessions are kept, and lines of one session. */
const kept = { mails: 50, sessions: 50, lines: 300 } as const;

interface Session {
  readonly view: SessionView;
  readonly lines: readonly string[];
}

interface Mail {
  readonly view: MailView;
  readonly text: string;
}

/** A connection, for whoever writes down what is said on it. */
export interface SessionRecord {
  /** A line of the client or of the server. */
  say(who: 'C' | 'S', line: string): void;
  close(state: 'closed' | 'dropped'): void;
  /** The server has taken a mail. `taken` is told at the instant at which that shows. */
  accept(
    mail: { readonly from: string; readonly to: readonly string[]; readonly subject: string; readonly text: string },
    taken: (mail: MailView) => void,
  ): void;
}

/** What the mail server has taken, and what was said on its connections. */
export class Mailbox {
  revision = 0;
  #accepted = 0;
  #connections = 0;
  #mails: readonly Mail[] = [];
  #sessions: readonly Session[] = [];

  constructor(private readonly loop: EventLoop) {}

  /** A connection is made. */
  open(host: string): SessionRecord {
    let number = 0;
    this.#later(() => {
      number = ++this.#connections;
      const view: SessionView = { number, host, at: this.loop.clock.seconds, state: 'open' };
      this.#sessions = [...this.#sessions, { view, lines: [] }].slice(-kept.sessions);
    });
    const change = (with_: (session: Session) => Session): void =>
      this.#later(() => {
        this.#sessions = this.#sessions.map((session) => (session.view.number === number ? with_(session) : session));
      });
    return {
      say: (who, line) =>
        change((session) => (session.lines.length < kept.lines ? { ...session, lines: [...session.lines, `${who}: ${line}`] } : session)),
      close: (state) => change(({ view, lines }) => ({ view: view.state === 'open' ? { ...view, state } : view, lines })),
      accept: ({ from, to, subject, text }, taken) =>
        this.#later(() => {
          const view: MailView = {
            number: ++this.#accepted,
            at: this.loop.clock.seconds,
            from,
            to,
            subject,
            size: text.length,
            session: number,
          };
          this.#mails = [...this.#mails, { view, text }].slice(-kept.mails);
          taken(view);
        }),
    };
  }

  view(): MailboxView {
    return {
      accepted: this.#accepted,
      connections: this.#connections,
      mails: this.#mails.map(({ view }) => view),
      sessions: this.#sessions.map(({ view }) => view),
    };
  }

  /** The whole of a mail, headers included; `null` when it is not kept. */
  text(number: number): string | null {
    return this.#mails.find(({ view }) => view.number === number)?.text ?? null;
  }

  /** What was said on a connection; `null` when it is not kept. */
  transcript(number: number): readonly string[] | null {
    return this.#sessions.find(({ view }) => view.number === number)?.lines ?? null;
  }

  #later(act: () => void): void {
    atItsInstant(this.loop, () => {
      act();
      this.revision++;
    });
  }
}
