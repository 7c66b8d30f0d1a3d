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
