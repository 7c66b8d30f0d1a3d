/** A mail server of the simulated network: plain data. The names are reserved for examples (RFC 2606). */
export interface MailServer {
  readonly host: string;
  /** Who may log in. */
  readonly accounts: readonly MailAccount[];
  /** `none`: it does not offer to log in, and takes mail from anybody; left out: `required`. */
  readonly auth?: 'required' | 'none';
  /** Mail to these domains is taken … */
  readonly domains: readonly string[];
  /** … but for these mailboxes, which do not exist. */
  readonly unknown: readonly string[];
  /** Seconds by which each of its answers is later than usual; left out: 0. */
  readonly delay?: number;
}

export interface MailAccount {
  readonly username: string;
  readonly password: string;
}

/** That of the laboratory. */
export const mailServer: MailServer = {
  host: 'mail.lab.example',
  accounts: [{ username: 'robot', password: 'secret' }],
  domains: ['lab.example', 'example.org'],
  unknown: ['nobody@lab.example'],
};
