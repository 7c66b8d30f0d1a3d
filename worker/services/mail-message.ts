/** A mail to be sent, as process code writes it. */
export interface MailMessage {
  readonly from: string;
  readonly to: string | readonly string[];
  readonly subject?: string;
  readonly text?: string;
}

export interface ReadMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** The server said that it takes no more (SIZE). */
const largest = 1_000_000;

/** Checks what process code hands over. Raises `TypeError`, and `RangeError` for a text that is too long. */
export function readMessage(message: MailMessage): ReadMessage {
  if (typeof message !== 'object' || message === null) throw new TypeError('A mail is an object: { from, to, subject, text }.');
  const { from, to, subject = '', text = '' } = message;
  const recipients: readonly unknown[] = typeof to === 'string' ? [to] : Array.isArray(to) ? to : [];
  if (recipients.length === 0) throw new TypeError('A mail needs a recipient: to is an address, or a list of some.');
  for (const [name, value] of Object.entries({ from, subject, ...recipients })) {
    if (typeof value !== 'string') throw new TypeError(`The member ${/^\d/.test(name) ? 'to' : name} of a mail is a text.`);
    // A line break would begin another header.
    if (/[\r\n]/.test(value)) throw new TypeError(`The member ${/^\d/.test(name) ? 'to' : name} of a mail has no line breaks.`);
  }
  if (typeof text !== 'string') throw new TypeError('The member text of a mail is a text.');
  if (text.length > largest) throw new RangeError('The text of a mail has at most 1,000,000 characters.');
  return { from, to: recipients as readonly string[], subject, text };
}

/** The mail as it is sent: headers, an empty line, the text (RFC 5322). */
export function messageText({ from, to, subject, text }: ReadMessage): string {
  const headers = [`From: ${from}`, `To: ${to.join(', ')}`, `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8'];
  return `${headers.join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`;
}
