import { describe, expect, it } from 'vitest';
import { mailSummary, sessionText, shownMail } from './mail-text.js';

describe('mail in words', () => {
  it('counts what was taken, and who is connected', () => {
    const none = { accepted: 0, connections: 0, mails: [], sessions: [] };
    expect(mailSummary(none)).toBe('no mail yet');
    const open = { number: 1, host: 'h', at: 0, state: 'open' } as const;
    expect(mailSummary({ ...none, connections: 1, sessions: [open] })).toBe('0 taken · 1 connected');
    expect(mailSummary({ ...none, accepted: 2, connections: 2, sessions: [{ ...open, state: 'closed' }] })).toBe('2 taken');
    expect(sessionText({ ...open, state: 'dropped' })).toBe('lost in the middle of a command');
  });

  it('takes a mail apart', () => {
    expect(shownMail('From: a@b\r\nSubject: x: y\r\n\r\none\r\n\r\ntwo')).toEqual({
      headers: [
        ['From', 'a@b'],
        ['Subject', 'x: y'],
      ],
      text: 'one\n\ntwo',
    });
  });
});
