import { describe, expect, it } from 'vitest';
import {
  ConnectionRefusedError,
  gaierror,
  OSError,
  SMTPAuthenticationError,
  SMTPException,
  SMTPNotSupportedError,
  SMTPRecipientsRefused,
  SMTPSenderRefused,
  SMTPServerDisconnected,
} from './errors.js';
import type { MailMessage } from './mail-message.js';
import type { MailSession } from './process-mail.js';
import { ServicesBed } from './services-bed.js';

const host = 'mail.lab.example';
const note: MailMessage = { from: 'robot@lab.example', to: 'ada@lab.example', subject: 'Done', text: 'All plates.\nRead.' };

function setUp() {
  const bed = new ServicesBed();
  const { mail, blocking } = bed.services;
  const wait = <T>(awaitable: PromiseLike<T>): T =>
    bed.result(function* () {
      return (yield awaitable) as T;
    });
  /** A session that is logged in. */
  const session = (): MailSession => {
    const made = wait(mail.connect(host));
    wait(made.login('robot', 'secret'));
    return made;
  };
  const transcript = (number: number): readonly string[] => {
    const content = bed.services.content({ type: 'session', number });
    return content?.type === 'lines' ? content.lines : [];
  };
  return { bed, mail, SMTP: blocking.SMTP, wait, session, transcript, view: () => bed.services.view().mail };
}

describe('a mail', () => {
  it('is sent by the commands of SMTP, each of which takes its time', () => {
    const { bed, wait, session, transcript, view } = setUp();
    const open = session();
    expect(wait(open.send(note))).toEqual([]);
    wait(open.quit());
    expect(transcript(1)).toEqual([
      'S: 220 mail.lab.example ESMTP simulated',
      'C: EHLO playground',
      'S: 250-mail.lab.example',
      'S: 250-AUTH PLAIN LOGIN',
      'S: 250 SIZE 1000000',
      'C: AUTH PLAIN ********',
      'S: 235 Authentication successful',
      'C: MAIL FROM:<robot@lab.example>',
      'S: 250 OK',
      'C: RCPT TO:<ada@lab.example>',
      'S: 250 OK',
      'C: DATA',
      'S: 354 End data with <CR><LF>.<CR><LF>',
      'C: (the text, 122 characters)',
      'C: .',
      'S: 250 OK: queued',
      'C: QUIT',
      'S: 221 Bye',
    ]);
    expect(bed.milliseconds).toBeCloseTo(450.122, 3);
    expect(view()).toMatchObject({
      accepted: 1,
      connections: 1,
      mails: [{ number: 1, from: 'robot@lab.example', to: ['ada@lab.example'], subject: 'Done', size: 122, session: 1 }],
      sessions: [{ number: 1, host, state: 'closed' }],
    });
    expect(bed.services.content({ type: 'mail', number: 1 })).toEqual({
      type: 'text',
      text: 'From: robot@lab.example\r\nTo: ada@lab.example\r\nSubject: Done\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAll plates.\r\nRead.',
    });
    expect(bed.events.map(([, event]) => event)).toEqual([
      { event: 'service', service: 'mail', type: 'accepted', about: 'Done', to: ['ada@lab.example'], size: 122, total: 1 },
    ]);
  });

  it('is taken for those who are known, and the others are told', () => {
    const { wait, session, view } = setUp();
    expect(wait(session().send({ ...note, to: ['nobody@lab.example', 'ada@lab.example', 'eve@elsewhere.example'] }))).toEqual([
      'nobody@lab.example',
      'eve@elsewhere.example',
    ]);
    expect(view().mails[0]?.to).toEqual(['ada@lab.example']);
  });

  it('is not sent when every recipient is refused, and the next one can be', () => {
    const { wait, session, view } = setUp();
    const open = session();
    expect(() => wait(open.send({ ...note, to: 'nobody@lab.example' }))).toThrow(SMTPRecipientsRefused);
    expect(view().accepted).toBe(0);
    wait(open.send(note));
    expect(view().accepted).toBe(1);
  });

  it.each([
    [{ from: 'a\r\nBcc: b@lab.example' }, 'The member from of a mail has no line breaks.'],
    [{ to: ['a@lab.example', 'b\n'] }, 'The member to of a mail has no line breaks.'],
    [{ to: [] }, 'A mail needs a recipient'],
    [{ to: undefined as never }, 'A mail needs a recipient'],
    [{ subject: 5 as never }, 'The member subject of a mail is a text.'],
    [{ text: {} as never }, 'The member text of a mail is a text.'],
    [{ text: 'x'.repeat(1_000_001) }, 'at most 1,000,000 characters'],
  ])('that is wrong is refused before anything is said: %j', (wrong, message) => {
    const { wait, session, transcript } = setUp();
    const open = session();
    const before = transcript(1);
    expect(() => wait(open.send({ ...note, ...wrong }))).toThrow(message);
    expect(transcript(1)).toEqual(before);
  });

  it('of which the sending is cancelled is sent when the server had it, and the connection is gone', () => {
    for (const [milliseconds, accepted] of [
      [30, 0],
      [160, 0],
      [190, 1],
    ] as const) {
      const { bed, session, wait, view } = setUp();
      const open = session();
      const sending = open.send(note);
      bed.at(bed.milliseconds + milliseconds, () => sending.cancel());
      bed.run();
      expect(view()).toMatchObject({ accepted, sessions: [{ state: 'dropped' }] });
      expect(open.connected).toBe(false);
      expect(() => wait(open.quit())).toThrow(SMTPServerDisconnected);
    }
  });
});

describe('a session', () => {
  it.each([
    ['nowhere.example', gaierror, "There is no mail server 'nowhere.example'"],
    ['', TypeError, 'is written'],
    ['a b', TypeError, 'is written'],
  ])('with %j cannot be made', (address, kind, message) => {
    const { wait, mail } = setUp();
    expect(() => wait(mail.connect(address))).toThrow(kind);
    expect(() => wait(mail.connect(address))).toThrow(message);
  });

  it('takes a port', () => {
    const { wait, mail } = setUp();
    expect(wait(mail.connect('Mail.Lab.Example:587')).connected).toBe(true);
  });

  it('with a wrong password tries a second mechanism before it gives up', () => {
    const { wait, mail, transcript } = setUp();
    const open = wait(mail.connect(host));
    expect(() => wait(open.login('robot', 'wrong'))).toThrow(SMTPAuthenticationError);
    expect(transcript(1).filter((line) => line.includes('AUTH ') && line.startsWith('C'))).toEqual([
      'C: AUTH PLAIN ********',
      'C: AUTH LOGIN ********',
    ]);
    expect(transcript(1).at(-1)).toBe('S: 535 Authentication credentials invalid');
  });

  it('needs a login before it sends', () => {
    const { wait, mail } = setUp();
    const open = wait(mail.connect(host));
    expect(() => wait(open.send(note))).toThrow(SMTPSenderRefused);
    wait(open.login('robot', 'secret'));
    expect(() => wait(open.send({ ...note, from: 'robot' }))).toThrow('501 Syntax error in the address <robot>');
  });

  it('that was never connected says so at quit()', () => {
    const { bed, SMTP } = setUp();
    const thread = bed.thread(() => new SMTP().quit());
    bed.run();
    expect(() => thread.result()).toThrow(SMTPServerDisconnected);
    expect(() => thread.result()).toThrow('call connect() first');
  });
});

describe('a session that blocks', () => {
  it('shows its commands and its mail when their time has come', () => {
    const { bed, SMTP, transcript, view } = setUp();
    const seen: unknown[] = [];
    for (const milliseconds of [50, 120, 390])
      bed.at(milliseconds, () => seen.push([view().connections, transcript(1).length, view().accepted]));
    const thread = bed.thread(() => {
      const session = new SMTP();
      session.connect(host);
      session.login('robot', 'secret');
      session.send(note);
      session.quit();
    });
    bed.run();
    expect(thread.failed).toBe(false);
    expect(seen).toEqual([
      [0, 0, 0],
      [1, 2, 0],
      [1, 15, 1],
    ]);
    expect(view().sessions).toMatchObject([{ state: 'closed' }]);
  });
});

describe('a fault of the mail server', () => {
  it('refuses connections: an OSError that is no SMTPException', () => {
    const { bed, wait, mail } = setUp();
    bed.services.fault({ service: 'mail', type: 'refuse' });
    expect(() => wait(mail.connect(host))).toThrow(ConnectionRefusedError);
    const error = new ConnectionRefusedError('');
    expect([error instanceof OSError, error instanceof SMTPException]).toEqual([true, false]);
  });

  it('refuses the right password, offers no login, refuses recipients', () => {
    const { bed, wait, mail, session } = setUp();
    const { services } = bed;
    services.fault({ service: 'mail', type: 'bad-credentials' });
    expect(() => session()).toThrow(SMTPAuthenticationError);
    services.fault({ service: 'mail', type: 'bad-credentials', active: false });
    services.fault({ service: 'mail', type: 'no-auth' });
    const open = wait(mail.connect(host));
    expect(() => wait(open.login('robot', 'secret'))).toThrow(SMTPNotSupportedError);
    services.fault({ service: 'mail', type: 'no-auth', active: false });
    services.fault({ service: 'mail', type: 'refuse-recipient' });
    const second = session();
    expect(() => wait(second.send(note))).toThrow('The server refused every recipient: ada@lab.example.');
  });

  it('drops the connection before it has the mail, once', () => {
    const { bed, wait, session, view } = setUp();
    bed.services.fault({ service: 'mail', type: 'drop' });
    const open = session();
    expect(() => wait(open.send(note))).toThrow(SMTPServerDisconnected);
    expect(view()).toMatchObject({ accepted: 0, sessions: [{ state: 'dropped' }] });
    wait(session().send(note));
    expect(view().accepted).toBe(1);
  });

  it('delays each command', () => {
    const { bed, session } = setUp();
    bed.services.fault({ service: 'mail', type: 'slow', seconds: 1 });
    session();
    expect(bed.milliseconds).toBe(3200);
  });
});
