/** What services raise, by the names that Python gives these errors; all of the network and of files are an `OSError`. */
export class OSError extends Error {
  override readonly name: string = 'OSError';
}

/** There is no such file. */
export class FileNotFoundError extends OSError {
  override readonly name = 'FileNotFoundError';
}
