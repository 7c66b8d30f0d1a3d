/** What services raise, by the names that Python gives these errors; all of the network and of files are an `OSError`. */
export class OSError extends Error {
  override readonly name: string = 'OSError';
}

/** There is no such file. */
export class FileNotFoundError extends OSError {
  override readonly name = 'FileNotFoundError';
}

/** Whatever goes wrong with a request, by the names of urllib3. An answer such as 404 or 503 is no error. */
export class HTTPError extends OSError {
  override readonly name: string = 'HTTPError';
}

/** There is no connection: the host is unknown, or nobody listens there. */
export class NewConnectionError extends HTTPError {
  override readonly name = 'NewConnectionError';
}

/** The server did not answer in time. */
export class ReadTimeoutError extends HTTPError {
  override readonly name = 'ReadTimeoutError';
}

/** The request was redirected too often. */
export class MaxRetryError extends HTTPError {
  override readonly name = 'MaxRetryError';
}

/** Nobody listens at an address. Not an `SMTPException`: that is the narrower class (semantics 10.2, 12g). */
export class ConnectionRefusedError extends OSError {
  override readonly name = 'ConnectionRefusedError';
}

/** There is no host of that name: the `socket.gaierror` of Python. */
export class gaierror extends OSError {
  override readonly name = 'gaierror';
}

/** Whatever goes wrong between a client and a mail server, by the names of smtplib. */
export class SMTPException extends OSError {
  override readonly name: string = 'SMTPException';
}

/** There is no connection: it was never made, was lost, or was closed. */
export class SMTPServerDisconnected extends SMTPException {
  override readonly name = 'SMTPServerDisconnected';
}

/** The server does not know a command that is needed. */
export class SMTPNotSupportedError extends SMTPException {
  override readonly name = 'SMTPNotSupportedError';
}

/** The server answered a command with an error. */
export class SMTPResponseException extends SMTPException {
  override readonly name: string = 'SMTPResponseException';

  constructor(
    message: string,
    /** The number in front of the answer: 535. */
    readonly code: number,
  ) {
    super(message);
  }
}

/** The name or the password is wrong. */
export class SMTPAuthenticationError extends SMTPResponseException {
  override readonly name = 'SMTPAuthenticationError';
}

/** The server takes no mail from this sender. */
export class SMTPSenderRefused extends SMTPResponseException {
  override readonly name = 'SMTPSenderRefused';
}

/** Every recipient was refused; nothing was sent. */
export class SMTPRecipientsRefused extends SMTPException {
  override readonly name = 'SMTPRecipientsRefused';

  constructor(
    message: string,
    /** The recipients. */
    readonly recipients: readonly string[],
  ) {
    super(message);
  }
}
