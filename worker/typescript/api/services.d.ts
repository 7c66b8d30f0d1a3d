/**
 * The services of the simulated laboratory. Like devices they take their (virtual) time, and can fail. There is no real network and no real
 * disk behind them.
 */
declare module 'hardware' {
  import type { Future, Seconds } from 'asyncio';

  /** Raised for what goes wrong with files and with the network: Python's `OSError`. */
  export class OSError extends Error {}

  /** Raised when there is no file of that path; the message says which there are. */
  export class FileNotFoundError extends OSError {}

  /** A file in a list. */
  export interface FileInfo {
    /** Its path: `'runs/results.csv'`. */
    readonly path: string;
    /** Its size in bytes. */
    readonly size: number;
    /** When it was written first, in virtual seconds. */
    readonly created: number;
    /** When it was written last, in virtual seconds. */
    readonly modified: number;
  }

  /**
   * The files of the run. Folders need not be made: a path such as `'runs/results.csv'` is enough. All files together hold up to 16 MB; what
   * does not fit raises {@link OSError}. Every call takes 1 ms, and 10 ms for each megabyte. They are shown under *Services*.
   *
   * ```ts
   * await files.write('results.csv', 'time,temperature\n');
   * await files.append('results.csv', `${am.now()},36.9\n`);
   * context.sendEffect(new am.FileCreatedEffect('results.csv'));
   * ```
   */
  export interface Files {
    /** Writes a file, in the place of the one that there is, if any. Nothing is written when it is cancelled before its time. */
    write(path: string, content: string | Uint8Array): Future<void>;
    /** Writes at the end of a file, which is made if there is none. */
    append(path: string, content: string | Uint8Array): Future<void>;
    /** The text of a file (UTF-8). Raises {@link FileNotFoundError}, and {@link OSError} when it is no text. */
    read(path: string): Future<string>;
    /** The bytes of a file. Raises {@link FileNotFoundError}. */
    readBytes(path: string): Future<Uint8Array>;
    /** All files, or those in a folder, in alphabetical order. */
    list(folder?: string): Future<FileInfo[]>;
    /** Whether there is such a file. */
    exists(path: string): Future<boolean>;
    /** Removes a file. Raises {@link FileNotFoundError}. */
    remove(path: string): Future<void>;
  }

  /** The files of the run. `await files.write('results.csv', 'a,b\n')` */
  export const files: Files;

  /** The same calls as those of {@link Files}, but they block: for the inside of `asyncio.toThread`. */
  export interface BlockingFiles {
    /** Writes a file. */
    write(path: string, content: string | Uint8Array): void;
    /** Writes at the end of a file. */
    append(path: string, content: string | Uint8Array): void;
    /** The text of a file. */
    read(path: string): string;
    /** The bytes of a file. */
    readBytes(path: string): Uint8Array;
    /** All files, or those in a folder. */
    list(folder?: string): FileInfo[];
    /** Whether there is such a file. */
    exists(path: string): boolean;
    /** Removes a file. */
    remove(path: string): void;
  }

  /** Raised for whatever goes wrong with a request. An answer such as 404 or 503 is no error: look at its `status`. */
  export class HTTPError extends OSError {}

  /** Raised when there is no connection: the host is unknown, or nobody listens there. */
  export class NewConnectionError extends HTTPError {}

  /** Raised when the server did not answer within the timeout. */
  export class ReadTimeoutError extends HTTPError {}

  /** Raised when a request was redirected more than five times. */
  export class MaxRetryError extends HTTPError {}

  /** How a request is made. */
  export interface FetchOptions {
    /** `'GET'` when nothing is said. */
    readonly method?: string;
    /** What is sent about the request. The simulated servers do not look at them. */
    readonly headers?: Readonly<Record<string, string>>;
    /** What is sent with it. */
    readonly body?: string;
    /** How long it may take, redirects included; 30 s when nothing is said. */
    readonly timeout?: Seconds;
  }

  /** What came back. */
  export interface WebResponse {
    /** The code of the answer: 200 when all is well, 404, 503 … */
    readonly status: number;
    /** Whether the status is one of 200 to 299. */
    readonly ok: boolean;
    /** The address that answered, after redirects. */
    readonly url: string;
    /** Whether the request was redirected. */
    readonly redirected: boolean;
    /** What the answer says of itself, by names in lower case: `headers['content-type']`. */
    readonly headers: Readonly<Record<string, string>>;
    /** The body as it is. */
    text(): string;
    /** The body as JSON. Raises {@link HTTPError} when it is none. */
    json(): unknown;
  }

  /** The simulated network. It knows a few addresses, listed under *Services*; it is not the internet. */
  export interface Web {
    /**
     * Makes a request and completes with the answer, whatever its status. Cancelling it aborts the request. Redirects are followed. Raises
     * {@link NewConnectionError}, {@link ReadTimeoutError}, {@link MaxRetryError}.
     *
     * ```ts
     * const response = await context.wait(web.fetch('http://lab.example/samples/42', { timeout: 5 }));
     * if (!response.ok) throw new am.ProcessFailureError(`The server answered ${response.status}`);
     * const sample = response.json();
     * ```
     */
    fetch(url: string, options?: FetchOptions): Future<WebResponse>;
  }

  /** The simulated network. `await web.fetch('http://lab.example/')` */
  export const web: Web;

  /** The same call as that of {@link Web}, but it blocks: for the inside of `asyncio.toThread`. */
  export interface BlockingWeb {
    /** Makes a request and returns the answer. */
    fetch(url: string, options?: FetchOptions): WebResponse;
  }

  /** Raised when nobody listens at an address. It is no {@link SMTPException}: that is the narrower class. */
  export class ConnectionRefusedError extends OSError {}

  /** Raised when there is no host of that name. */
  export class gaierror extends OSError {}

  /** Raised for whatever goes wrong between a client and a mail server. */
  export class SMTPException extends OSError {}

  /** Raised when there is no connection: it was never made, was lost, or was closed. */
  export class SMTPServerDisconnected extends SMTPException {}

  /** Raised when the server does not offer what is needed, such as logging in. */
  export class SMTPNotSupportedError extends SMTPException {}

  /** Raised when the server answers a command with an error. */
  export class SMTPResponseException extends SMTPException {
    constructor(message: string, code: number);
    /** The number in front of the answer: 535. */
    readonly code: number;
  }

  /** Raised when the name or the password is wrong. */
  export class SMTPAuthenticationError extends SMTPResponseException {}

  /** Raised when the server takes no mail from this sender, or not before one has logged in. */
  export class SMTPSenderRefused extends SMTPResponseException {}

  /** Raised when every recipient was refused: nothing was sent. */
  export class SMTPRecipientsRefused extends SMTPException {
    constructor(message: string, recipients: readonly string[]);
    /** Who was refused. */
    readonly recipients: readonly string[];
  }

  /** A mail to be sent. */
  export interface MailMessage {
    /** The address of the sender: `'robot@lab.example'`. */
    readonly from: string;
    /** One address, or several. */
    readonly to: string | readonly string[];
    /** Its subject; empty when nothing is said. */
    readonly subject?: string;
    /** Its text; empty when nothing is said. */
    readonly text?: string;
  }

  /** A connection to a mail server (SMTP). A call that is cancelled in the middle of a command loses the connection. */
  export interface MailSession {
    /** Whether there is a connection. */
    readonly connected: boolean;
    /** Logs in. Raises {@link SMTPAuthenticationError}, {@link SMTPNotSupportedError}. */
    login(username: string, password: string): Future<void>;
    /**
     * Sends a mail; completes with the recipients that were refused, when others were not. The server has the mail before we hear of that:
     * who gives up in between has sent it and does not know. Raises {@link SMTPSenderRefused}, {@link SMTPRecipientsRefused},
     * {@link SMTPServerDisconnected}.
     */
    send(message: MailMessage): Future<readonly string[]>;
    /** Says goodbye and closes the connection. */
    quit(): Future<void>;
  }

  /** Mail. The server is `mail.lab.example`; name `robot`, password `secret`. Nothing leaves the browser. */
  export interface Mail {
    /**
     * Connects to a server: `'host'` or `'host:port'`. Raises {@link ConnectionRefusedError}, {@link gaierror}.
     *
     * ```ts
     * const session = await mail.connect('mail.lab.example');
     * await session.login('robot', 'secret');
     * await session.send({ from: 'robot@lab.example', to: 'ada@lab.example', subject: 'Done', text: 'All plates were read.' });
     * await session.quit();
     * ```
     */
    connect(address: string): Future<MailSession>;
  }

  /** Mail. `const session = await mail.connect('mail.lab.example')` */
  export const mail: Mail;

  /** A session whose calls block, as Python's `smtplib.SMTP`: for the inside of `asyncio.toThread`. Made by `new blocking.SMTP()`. */
  export interface BlockingMailSession {
    /** Whether there is a connection. */
    readonly connected: boolean;
    /** Connects to a server: `'host'` or `'host:port'`. */
    connect(address: string): void;
    /** Logs in. */
    login(username: string, password: string): void;
    /** Sends a mail; gives the recipients that were refused, when others were not. */
    send(message: MailMessage): readonly string[];
    /** Says goodbye. Raises {@link SMTPServerDisconnected} when there is no connection. */
    quit(): void;
  }

  /** What services add to the drivers that block. */
  export interface BlockingDrivers {
    /** The files of the run, by calls that block. */
    readonly files: BlockingFiles;
    /** The simulated network, by calls that block. */
    readonly web: BlockingWeb;
    /** A session with a mail server, by calls that block. */
    readonly SMTP: new () => BlockingMailSession;
  }
}
