import type { MailboxView, SessionView } from '../../model/services.js';

/** How many mails were taken, and who is connected. */
export function mailSummary({ accepted, connections, sessions }: MailboxView): string {
  if (connections === 0) return 'no mail yet';
  const open = sessions.filter(({ state }) => state === 'open').length;
  return [`${accepted} taken`, open > 0 ? `${open} connected` : ''].filter(Boolean).join(' · ');
}

export function sessionText({ state }: SessionView): string {
  return { open: 'connected', closed: 'closed with QUIT', dropped: 'lost in the middle of a command' }[state];
}

export interface ShownMail {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** A mail taken apart: its headers, and its text. It is shown as text, whatever it holds. */
export function shownMail(raw: string): ShownMail {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).split('\r\n');
  return {
    headers: headers.map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
    text: raw.slice(end + 4).replaceAll('\r\n', '\n'),
  };
}
