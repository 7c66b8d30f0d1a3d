/** Raised when something took longer than it was allowed to: asyncio's `TimeoutError`. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}
