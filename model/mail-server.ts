/** The mail server that the simulated network knows: plain data. The names are reserved for examples (RFC 2606). */
export interface MailServer {
  readonly host: string;
  /** Who may log in. */
  readonly accounts: readonly { readonly username: string; readonly password: string }[];
  /** Mail to these domains is taken … */
  readonly domains: readonly string[];
  /** … but for these mailboxes, which do not exist. */
  readonly unknown: readonly string[];
}

export const mailServer: MailServer = {
  host: 'mail.lab.example',
  accounts: [{ username: 'robot', password: 'secret' }],
  domains: ['lab.example', 'example.org'],
  unknown: ['nobody@lab.example'],
};
